"""From the bytes of a YAML file to a validated plan."""

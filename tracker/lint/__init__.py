"""What a plan file may not say, or should not: rules, and the run that asks them."""

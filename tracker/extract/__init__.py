"""From articles to claims: every value with the words it stands on."""

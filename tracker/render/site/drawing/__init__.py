"""Figures as inline SVG: no style attributes, so that the policy of the pages holds; colours by class."""

"""What a plan is: versions, provisions, terms, readings and evidence."""

"""From results to text: a result is laid out once as a neutral document, and each format renders that."""

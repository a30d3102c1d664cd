"""Articles in the formats they come in: text, Markdown, web pages, PDF, DOCX, each to one plain text."""

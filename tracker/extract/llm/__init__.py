"""A language model as a second reader, off unless asked for; what it says counts only as far as grounded.

Needs the extra `llm`. Nothing is sent anywhere without `tracker extract --llm`.
"""

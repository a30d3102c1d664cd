"""The command line: one command per file in `commands/`; `output.py` alone prints, writes and exits."""

"""Changing files without losing anything of them: patches at spans, and writes that are whole or nothing."""

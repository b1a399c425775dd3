"""Redactor beside the tools of its field, on the same files: see `__main__`."""

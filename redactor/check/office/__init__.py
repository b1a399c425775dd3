"""Checking Word, OpenDocument and Excel files, and e-mails."""

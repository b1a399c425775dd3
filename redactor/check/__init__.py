"""Checking a received file: what is still readable, and is it consistent?

Each invariant of the export is also a question to ask of a file. Nothing here writes, and
nothing here knows the window or the command.
"""

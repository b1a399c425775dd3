"""Consistency in a file and across a batch: masked in one place, readable in another."""

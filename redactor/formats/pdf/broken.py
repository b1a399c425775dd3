"""What reading a broken object of a PDF raises."""

import pikepdf

BROKEN = (pikepdf.PdfError, UnicodeDecodeError, IndexError)
"""pikepdf makes its message of the file's own bytes, and fails where they are no UTF-8; it counts
on an inline picture to hold something (10.17, a fuzzed file of poppler's tests)."""

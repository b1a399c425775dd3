"""Reading pictures of text: pixels in, words with their places and a confidence out.

The engine is Tesseract, inside the wheel of `tesserocr` (measured on the same page and data:
2.6 s against 4.8 s for the one inside PyMuPDF, which gives no confidence either); its French
data are in `resources/tessdata`, brought by `tools/tessdata`.
"""

from redactor.formats.ocr.engine import Reader, reader
from redactor.formats.ocr.words import Line, Recognised, Word

__all__ = ["Line", "Reader", "Recognised", "Word", "reader"]

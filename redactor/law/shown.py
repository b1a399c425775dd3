"""What a page shows beside its text, put to the law."""

from redactor.law.categories import Category

CATEGORIES = {
    "handwritten_signature": Category.HANDWRITTEN_SIGNATURE,
    "stamp": Category.IMAGE,
    "photograph": Category.IMAGE,
    "qr_code": Category.IMAGE,
    "data_matrix": Category.IMAGE,
    "machine_readable_zone": Category.IDENTITY_DOCUMENT,
}
"""By kind, as formats name it."""

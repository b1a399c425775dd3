"""Files of older programs: .doc, .rtf, .xls."""

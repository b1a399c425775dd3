"""What the law calls things, and what it says to do with them by default. Imports `text` alone."""

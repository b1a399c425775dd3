"""One module a format, behind the protocol of `redactor.formats.base`. Imports `text` alone."""

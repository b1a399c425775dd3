"""What sources without pages have in common whose pictures may be read."""

from functools import cached_property

from redactor.formats import ocr
from redactor.formats.base import ReadOptions
from redactor.formats.pageless import Pageless


class Illustrated(Pageless):
    """A document without pages, with pictures of text that are read where `options` say so."""

    def __init__(self, options: ReadOptions | None) -> None:
        self._options = options or ReadOptions()

    @cached_property
    def _reader(self) -> ocr.Reader | None:
        return ocr.reader(self._options.ocr_cache) if self._options.ocr else None

    def close(self) -> None:
        reader = self.__dict__.pop("_reader", None)
        if reader is not None:
            reader.close()

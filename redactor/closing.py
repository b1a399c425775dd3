"""What holds a file open, and is closed when its block is left."""

from abc import ABC, abstractmethod
from typing import Self


class Closing(ABC):
    """Used as a context, or closed by hand."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

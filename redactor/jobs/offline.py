"""No network, ever (DESIGN, invariant 8).

Nothing in the program opens an internet socket; a library, or a file that takes one over, might
try. Every process of the program forbids it to itself at its start. The interpreter's audit
events (PEP 578) see every socket that Python code creates, whatever library creates it; native
code of an engine that opened one by itself would not be seen.
"""

import socket
import sys
from functools import cache

_INTERNET = frozenset({socket.AF_INET, socket.AF_INET6})


class NetworkForbidden(RuntimeError):
    """Something tried to open an internet socket."""


@cache
def forbid_internet() -> None:
    """From now on, creating an internet socket raises `NetworkForbidden`. Cannot be undone.

    Local sockets and pipes, which processes talk through, stay allowed.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in _INTERNET:
        raise NetworkForbidden
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise NetworkForbidden

"""Services for the tests of worker processes: they must be importable by a spawned child."""

import os
import socket
import time
from typing import Any

from redactor.formats.errors import Damaged
from redactor.jobs.process import Handler, Task


def echo() -> Handler:
    def handle(task: Task, request: Any) -> Any:
        match request:
            case "die":
                os._exit(9)
            case "damaged":
                raise Damaged(where="page 3")
            case "bug":
                raise ValueError("secret of the document")
            case "sleep":
                time.sleep(60)
            case "count":
                for i in range(3):
                    task.give(i)
                    task.progress(i / 3)
            case "until cancelled":
                while True:
                    time.sleep(0.01)
                    task.progress(0.5)
            case "internet":
                socket.create_connection(("127.0.0.1", 9))
            case "memory":
                return len(bytearray(3 * 1024**3))
        return request

    return handle

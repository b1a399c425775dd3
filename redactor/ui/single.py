"""One window a person: a second start gives its files to the first, and ends."""

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# Milliseconds to reach a window that runs.
PATIENCE = 700


class SingleInstance(QObject):
    """Listens on a local socket (a named pipe on Windows): no network, this user only."""

    asked = Signal(object)
    """Paths that a second start was given; empty to come to the front."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder`: where dossiers are kept, which tells one installation from another."""
        super().__init__(parent)
        person = f"{getpass.getuser()}\0{folder}"
        self._name = "redactor-" + hashlib.sha256(person.encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._sockets: list[QLocalSocket] = []
        """Connections that have not said what they want; the server owns them."""
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def give(self, paths: Sequence[Path]) -> bool:
        """Give the paths to a window that runs already. False where none does."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
        given = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return given

    def listen(self) -> bool:
        """Be the window that others give to."""
        if self._server.listen(self._name):
            return True
        # Left by a program that was killed: nobody answered on it.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Be nobody any more."""
        self._sockets.clear()
        self._server.close()

    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._read)
        self._read()

    def _read(self) -> None:
        for socket in list(self._sockets):
            if not socket.canReadLine():
                continue
            self._sockets.remove(socket)
            try:
                names = json.loads(bytes(socket.readLine(1_000_000).data()))
                paths = [Path(str(name)) for name in names]
            except (ValueError, TypeError):
                continue
            self.asked.emit(paths)

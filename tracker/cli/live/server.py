"""The server: one address that only this machine reaches, and answers to GET and HEAD alone."""

from __future__ import annotations

import errno
import os
import socketserver
import sys
from http.server import ThreadingHTTPServer
from threading import BoundedSemaphore, Thread
from typing import Any

from tracker.cli.live.answer import Answer
from tracker.cli.live.board import Board
from tracker.errors import TrackerError

ADDRESS = "127.0.0.1"
MOST_LISTENERS = 40
"""Pages open at the same time; each holds a thread."""


class Server(ThreadingHTTPServer):
    """Serves a board until it is closed. Raises TrackerError if the port is not free."""

    daemon_threads = True
    block_on_close = False
    # elsewhere it lets a restart follow at once; on Windows it would let two servers share a port
    allow_reuse_address = os.name == "posix"

    def __init__(self, board: Board, port: int) -> None:
        self.board = board
        self.listeners = BoundedSemaphore(MOST_LISTENERS)
        try:
            super().__init__((ADDRESS, port), Answer)
        except OSError as error:
            raise _refused(error, port) from None

    def server_bind(self) -> None:
        # the library's own asks a name server who we are, which can take seconds
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which a browser may ask: any other was made to point here by somebody else."""
        names = (ADDRESS, "localhost")
        bare = names if self.server_port == 80 else ()
        return frozenset((*bare, *(f"{name}:{self.server_port}" for name in names)))

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.server_port}/"

    def start(self) -> None:
        """Answer from now on, beside whatever else is done."""
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def stop(self) -> None:
        """Answer no more, and give the port back."""
        self.board.close()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news; anything else is told in one line."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            from tracker.cli.output import note

            note(f"tracker: a request failed: {type(error).__name__}: {error}")


def _refused(error: OSError, port: int) -> TrackerError:
    if error.errno == errno.EADDRINUSE:
        return TrackerError(
            f"port {port} is in use", help="choose another with `--port`, or `--port 0` for any that is free"
        )
    if error.errno == errno.EACCES:
        return TrackerError(f"port {port} is not allowed", help="ports below 1024 are the system's")
    return TrackerError(f"port {port} cannot be opened: {error.strerror or error}")

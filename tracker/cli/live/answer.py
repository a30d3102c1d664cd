"""The answer to one request: a page of the board, or the news that it changed. No file is ever opened."""

from __future__ import annotations

from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote, urlsplit

from tracker.cli.live.injected import EVENTS_PATH, SCRIPT, SCRIPT_PATH, page

if TYPE_CHECKING:
    from tracker.cli.live.server import Server

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "xml": "application/atom+xml",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "md": "text/plain; charset=utf-8",
    "sqlite": "application/vnd.sqlite3",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_CLOSED = "default-src 'none'"
_BREATH = 15.0
"""Seconds between signs of life to a page that listens: that is how one that has gone is noticed."""


class Answer(BaseHTTPRequestHandler):
    """GET and HEAD for those who ask under one of our own names."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    @property
    def _server(self) -> Server:
        return cast("Server", self.server)

    def do_GET(self) -> None:
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # nobody reads a body here, and it must not pass for a request
        if (self.headers.get_all("Host") or []) not in [[host] for host in self._server.hosts]:
            self._send(421, "text/plain; charset=utf-8", f"ask for {self._server.url}\n".encode())
            return
        path = unquote(urlsplit(self.path).path) if self.path.startswith("/") else ""
        if path == EVENTS_PATH:
            self._events()
        elif path == SCRIPT_PATH:
            self._send(200, _TYPES["js"], SCRIPT.encode())
        else:
            self._page("index.html" if path == "/" else path.removeprefix("/"))

    do_HEAD = do_GET

    def _refuse(self) -> None:
        self.close_connection = True
        self._send(405, "text/plain; charset=utf-8", b"only GET and HEAD\n", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def _page(self, path: str) -> None:
        """What stands on the board under a path; while it shows trouble, that, whatever is asked for."""
        showing = self._server.board.showing
        content = showing.files.get(path) if showing.trouble is None else showing.trouble
        status, suffix = (200, path.rpartition(".")[2]) if showing.trouble is None else (503, "html")
        if content is None:
            self._send(404, "text/plain; charset=utf-8", b"there is no such page\n")
            return
        policy = _CLOSED
        if suffix == "html":
            content, policy = page(content, showing.token)
        kind = _TYPES.get(suffix, "application/octet-stream")
        self._send(status, kind, content, {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})

    def _events(self) -> None:
        """Server-sent events: the token of what is shown, at once and whenever it changes."""
        listeners = self._server.listeners
        if self.command == "HEAD" or not listeners.acquire(blocking=False):
            self._send(503, "text/plain; charset=utf-8", b"too many pages listen\n")
            return
        try:
            self.close_connection = True
            self.send_response(200)
            self._headers({"Content-Type": "text/event-stream", "Connection": "close"})
            seen = ""
            while showing := self._server.board.wait(seen, _BREATH):
                news = f"data: {showing.token}\n\n" if showing.token != seen else ": still here\n\n"
                seen = showing.token
                self.wfile.write(news.encode())
                self.wfile.flush()
        except (ConnectionError, TimeoutError):
            pass
        finally:
            listeners.release()

    def _send(self, status: int, kind: str, content: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), **(more or {})}
        self._headers({"Content-Security-Policy": _CLOSED, **headers})
        if self.command != "HEAD":
            with suppress(ConnectionError):
                self.wfile.write(content)

    def _headers(self, own: dict[str, str]) -> None:
        for name, value in {**_HEADERS, **own}.items():
            self.send_header(name, value)
        if self.close_connection and "Connection" not in own:
            self.send_header("Connection", "close")
        self.end_headers()

    def version_string(self) -> str:
        return "tracker"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what goes wrong with the files."""

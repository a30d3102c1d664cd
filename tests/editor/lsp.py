"""A client for a language server over stdio, no larger than the tests need."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

PATIENCE = 60
"""Seconds until an answer counts as missing: far beyond what a slow machine needs."""


class Client:
    """Starts a server, answers what it asks with nothing, and keeps what it publishes."""

    def __init__(self, command: list[str], root: Path) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.ids = 0
        self.settings: dict[str, Any] = {"yaml": {"validate": True, "hover": True, "completion": True}}
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "workspace": {"configuration": True},
                },
                "workspaceFolders": [{"uri": root.as_uri(), "name": "root"}],
            },
        )
        self.notify("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()

    def _read(self) -> None:
        out = self.process.stdout
        assert out is not None
        while line := out.readline():
            length = int(line.partition(b":")[2])
            while out.readline().strip():
                pass
            self.inbox.put(json.loads(out.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def request(self, method: str, params: object) -> Any:
        self.ids += 1
        own = self.ids
        self._send({"id": own, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == own and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _next(self) -> dict[str, Any]:
        message = self.inbox.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            answer = [self.settings.get(item.get("section", ""), {}) for item in asked] or None
            self._send({"id": message["id"], "result": answer})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Open a document and wait for what the server says of it."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        while uri not in self.published:
            self._next()
        return self.published[uri]

    def at(self, method: str, uri: str, text: str, mark: str) -> Any:
        """Ask about the place where `mark` ends in the text."""
        before = text[: text.index(mark) + len(mark)]
        line = before.count("\n")
        position = {"line": line, "character": len(before) - (before.rfind("\n") + 1)}
        return self.request(method, {"textDocument": {"uri": uri}, "position": position})

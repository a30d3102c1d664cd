"""Risky files read in a process of their own: what hangs or grows without bound ends there, not here."""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Timer
from types import TracebackType

from tracker.load.articles.formats import ArticleFormat, Refused

SECONDS = 20.0
"""How long one file may take."""
_HAND_IN_TEXT = "hand in the article as plain text"


class Isolation:
    """One worker for many files; a new one after a file that it did not survive. Use with `with`."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Isolation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def text(self, format: ArticleFormat, raw: bytes) -> str:
        """The text of a file. Raises Refused where there is none, where it took too long or too much."""
        worker = self._worker = self._worker or self._start()
        assert worker.stdin is not None and worker.stdout is not None
        late: list[bool] = []

        def stop() -> None:
            late.append(True)
            worker.kill()

        timer = Timer(self._seconds, stop)
        timer.start()
        head = body = b""
        try:
            worker.stdin.write(json.dumps({"format": format.name, "size": len(raw)}).encode() + b"\n" + raw)
            worker.stdin.flush()
            if head := worker.stdout.readline():
                body = worker.stdout.read(json.loads(head)["size"])
        except (BrokenPipeError, ValueError):
            head = b""
        finally:
            timer.cancel()
        if not head:
            self._end()
            if late:
                raise Refused(f"took longer than {self._seconds:g} seconds to read", _HAND_IN_TEXT)
            raise Refused("made its reader fail, for want of memory or of sense", _HAND_IN_TEXT)
        answer = json.loads(head)
        if "refused" in answer:
            raise Refused(answer["refused"], answer["help"] or _HAND_IN_TEXT)
        return body.decode("utf-8")

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "tracker.load.articles.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        assert worker.stdin is not None and worker.stdout is not None
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            try:
                pipe.close()
            except BrokenPipeError:
                continue

"""A process that reads risky files for another: `python -m tracker.load.articles.worker`.

Requests on standard input: a line of JSON (`format`, `size`), then that many bytes. Answers alike: a line
of JSON (`size`, and `refused` with `help` where nothing was read), then the text in UTF-8.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout, suppress
from typing import Any, BinaryIO

MEMORY = 2 * 2**30
"""Bytes of address space that a worker may take."""


def _bounded() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(out: BinaryIO, body: str, **head: Any) -> None:
    data = body.encode("utf-8", "replace")
    out.write(json.dumps({"size": len(data), **head}).encode() + b"\n" + data)
    out.flush()


def main() -> None:
    """Answers until standard input ends."""
    from tracker.load.articles.formats import Refused, article_formats

    _bounded()
    out = sys.stdout.buffer
    with redirect_stdout(sys.stderr):  # a chatty library must not break the answers
        while line := sys.stdin.buffer.readline():
            asked = json.loads(line)
            raw = sys.stdin.buffer.read(asked["size"])
            try:
                text = article_formats()[asked["format"]].text(raw)
            except Refused as refused:
                _answer(out, "", refused=refused.message, help=refused.help)
            except MemoryError:
                _answer(out, "", refused="takes more memory than an article should", help="")
            except Exception as error:  # noqa: BLE001 - whatever a parser raises is the file's fault here
                _answer(out, "", refused=f"cannot be read: {type(error).__name__}: {error}"[:300], help="")
            else:
                _answer(out, text)


if __name__ == "__main__":
    main()

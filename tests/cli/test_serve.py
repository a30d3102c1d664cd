"""`tracker serve` over the loopback: pages, the reload, broken and mended files, and who may ask."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds after which something is wrong; nothing here takes more than one or two."""

PLAN = """\
version: one
title: First draft
text: full
provisions:
  - id: armed-forces-limit
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces are limited.
    presence: in-text
    terms: [{kind: force-cap, party: land, limit: 600000}]
"""


@dataclass
class Served:
    port: int
    plan: Path
    process: subprocess.Popen[str]

    def ask(
        self, path: str, method: str = "GET", headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": f"127.0.0.1:{self.port}", **(headers or {})}.items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            return response, response.read().decode("utf-8", "replace")

    @contextmanager
    def listening(self) -> Iterator[Iterator[str]]:
        """The tokens as a page receives them."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", "/-/events")
            response = connection.getresponse()
            assert response.getheader("Content-Type") == "text/event-stream"
            yield (
                line.decode().removeprefix("data: ").strip()
                for line in iter(response.readline, b"")
                if line.startswith(b"data: ")
            )


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", "serve", "--plans", str(folder), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[Served]:
    process = start(folder, "--port", "0", *arguments)
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.match(r"http://127\.0\.0\.1:(\d+)/ ", line)
        assert found, line or (process.stderr and process.stderr.read())
        yield Served(int(found[1]), folder / "one.yaml", process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """For questions that change nothing."""
    folder = tmp_path_factory.mktemp("quiet") / "plans"
    folder.mkdir()
    (folder / "one.yaml").write_text(PLAN, encoding="utf-8")
    with served(folder) as found:
        yield found


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "one.yaml").write_text(PLAN, encoding="utf-8")
    return folder


def test_pages_reload_when_a_file_is_saved_broken_and_mended(plans: Path) -> None:
    with served(plans) as site, site.listening() as tokens:
        first = next(tokens)
        _, html = site.ask("/")
        assert "First draft" in html and f'data-seen="{first}"' in html

        site.plan.write_text(PLAN.replace("First draft", "Draft & more"), encoding="utf-8")
        second = next(tokens)
        _, html = site.ask("/provisions.html")
        assert second != first and f'data-seen="{second}"' in html
        assert "Draft &amp; more" in site.ask("/")[1]

        site.plan.write_text(PLAN.replace("summary:", "sumary: <script>x</script>"), encoding="utf-8")
        third = next(tokens)
        response, html = site.ask("/provisions.html")
        assert response.status == 503 and "First draft" not in html
        assert "one.yaml:8:5" in html and "did you mean `summary`?" in html
        assert "&lt;script&gt;" in html and "<script>x" not in html
        caret, line = (html.index(mark) for mark in ("^^^", "sumary: &lt;"))
        assert caret > line and f'data-seen="{third}"' in html
        # as far to the right as what it points to
        excerpt = re.split("\n|&#10;", html[html.rindex("<pre", 0, line) : caret])
        assert excerpt[-1].endswith(" " * 4)

        mended = plans / "one.yaml.new"
        mended.write_text(PLAN, encoding="utf-8")
        mended.replace(site.plan)  # as many editors save
        assert next(tokens) != third
        response, html = site.ask("/")
        assert response.status == 200 and "First draft" in html


def test_saving_the_same_wakes_nobody(plans: Path) -> None:
    with served(plans) as site, site.listening() as tokens:
        first = next(tokens)
        site.plan.write_text(PLAN, encoding="utf-8")
        site.plan.write_text(PLAN.replace("First", "Second"), encoding="utf-8")
        second = next(tokens)
        assert first.split("-")[0] == second.split("-")[0]
        assert (int(first.split("-")[1]), int(second.split("-")[1])) == (1, 2)


def test_a_broken_file_from_the_start_is_shown(plans: Path) -> None:
    (plans / "names.yaml").write_text("partis: {}\n", encoding="utf-8")
    with served(plans) as site, site.listening() as tokens:
        next(tokens)
        response, html = site.ask("/")
        assert response.status == 503 and "did you mean `parties`?" in html
        (plans / "names.yaml").unlink()
        next(tokens)
        assert site.ask("/")[0].status == 200


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_it_in_good_order(plans: Path) -> None:
    with served(plans) as site, site.listening() as tokens:
        next(tokens)
        site.process.send_signal(signal.SIGINT)
        out, err = site.process.communicate(timeout=PATIENCE)
        assert site.process.returncode == 0
        assert (out, err) == ("", "stopped\n")
        assert list(tokens) == []


def test_a_port_in_use_is_told(plans: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = start(plans, "--port", str(port))
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2 and not out
    assert err == (
        f"tracker: port {port} is in use\n"
        "  help: choose another with `--port`, or `--port 0` for any that is free\n"
    )


@pytest.mark.parametrize("wanted", ["nowhere", "-"])
def test_what_cannot_be_shown_is_told_at_once(plans: Path, wanted: str) -> None:
    process = start(plans, "--port", "0", wanted)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2 and not out and err.startswith("tracker: ")


def test_it_listens_on_the_loopback_alone(site: Served) -> None:
    with socket.socket() as other:
        # another address of the same loopback: reached if the server listened on all
        other.settimeout(5)
        with pytest.raises(OSError):
            other.connect(("127.0.0.2", site.port))


@pytest.mark.parametrize(
    "host",
    ["example.org", "example.org:{port}", "127.0.0.1", "127.0.0.1.example.org:{port}", "localhost:1", ""],
)
def test_other_names_are_refused(site: Served, host: str) -> None:
    for path in ("/", "/-/events", "/-/reload.js", "/nothing"):
        response, text = site.ask(path, headers={"Host": host.format(port=site.port)})
        assert response.status == 421 and "First draft" not in text


def test_localhost_is_a_name_of_ours(site: Served) -> None:
    assert site.ask("/", headers={"Host": f"localhost:{site.port}"})[0].status == 200


def test_no_host_and_two_hosts_are_refused(site: Served) -> None:
    for lines in ("", f"Host: 127.0.0.1:{site.port}\r\nHost: example.org\r\n"):
        with socket.create_connection(("127.0.0.1", site.port), timeout=PATIENCE) as link:
            link.sendall(f"GET / HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
            assert link.recv(100).startswith(b"HTTP/1.1 421 ")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_only_get_and_head(site: Served, method: str) -> None:
    response, _ = site.ask("/", method)
    assert response.status == 405 and response.getheader("Allow") == "GET, HEAD"


def test_a_method_of_nobodys_is_refused(site: Served) -> None:
    assert site.ask("/", "BREW")[0].status in (405, 501)


@pytest.mark.parametrize(
    "path",
    [
        "/../plans/one.yaml", "/%2e%2e/plans/one.yaml", "/..%2fplans%2fone.yaml", "//etc/passwd",
        "/etc/passwd",
        "/data/../../plans/one.yaml", "/one.yaml", "/%00", "/index.html/", "http://example.org/", "*",
    ],
)  # fmt: skip
def test_only_what_stands_on_the_board(site: Served, path: str) -> None:
    response, text = site.ask(path)
    assert response.status == 404 and text == "there is no such page\n"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"), ("/index.html?x#y", "text/html"), ("/assets/site.css", "text/css"),
        ("/assets/site.js", "text/javascript"), ("/feed.xml", "application/atom+xml"),
        ("/data/provisions.csv", "text/csv"), ("/data/plans.sqlite", "application/vnd.sqlite3"),
        ("/-/reload.js", "text/javascript"),
    ],
)  # fmt: skip
def test_kinds_and_headers(site: Served, path: str, kind: str) -> None:
    response, body = site.ask(path)
    head, nothing = site.ask(path, "HEAD")
    assert response.status == head.status == 200 and body and not nothing
    for answer in (response, head):
        assert (answer.getheader("Content-Type") or "").split(";")[0] == kind
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert answer.getheader("Cache-Control") == "no-store"
        policy = answer.getheader("Content-Security-Policy") or ""
        assert policy.startswith("default-src 'none'")
        assert answer.getheader("Server") == "tracker"


def test_the_policy_of_a_page_lets_the_reload_through_and_nothing_else(site: Served) -> None:
    from tracker.render.site.policy import POLICY

    response, html = site.ask("/")
    header = response.getheader("Content-Security-Policy") or ""
    assert header == f"{POLICY}; connect-src 'self'; frame-ancestors 'none'"
    assert html.count("Content-Security-Policy") == 1
    assert "connect-src &#x27;self&#x27;" in html
    assert html.count("/-/reload.js") == 1


def test_a_body_is_no_second_request(site: Served) -> None:
    hidden = f"GET /feed.xml HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", site.port), timeout=PATIENCE) as link:
        asked = hidden.replace("feed.xml", "-/reload.js").removesuffix("\r\n")
        link.sendall(f"{asked}Content-Length: {len(hidden)}\r\n\r\n{hidden}".encode())
        answer = b""
        try:
            while part := link.recv(65536):
                answer += part
        except ConnectionResetError:  # the rest of what was sent is thrown away
            pass
    assert answer.count(b"HTTP/1.1 ") == 1 and b"atom+xml" not in answer


def test_nothing_is_written(site: Served) -> None:
    site.ask("/")
    assert sorted(path.name for path in site.plan.parent.parent.rglob("*")) == ["one.yaml", "plans"]


def test_the_real_plans_are_served(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    with served(tmp_path / "plans", "original", "geneva") as found:
        _, html = found.ask("/compare-original-geneva.html")
        assert "Limit on Ukraine" in html
        assert found.ask("/compare-original-european.html")[0].status == 404

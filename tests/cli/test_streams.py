"""Standard streams that are closed or full: a word and an exit code, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


def run(command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command line in a shell, `tracker` being ours."""
    return subprocess.run(
        ["sh", "-c", command.replace("tracker", f"{sys.executable} -m tracker")],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("tracker list > /dev/full", "standard output cannot be written: No space left on device"),
        ("tracker list >&-", "there is no standard output"),
        ("tracker extract - <&-", "there is no standard input"),
        ("tracker review original <&-", "there is no standard input to answer with"),
    ],
)
def test_a_stream_that_cannot_be_used(command: str, message: str) -> None:
    found = run(command)
    assert (found.returncode, message in found.stderr) == (2, True), found.stderr
    assert "Traceback" not in found.stderr
    assert "internal error" not in found.stderr


def test_no_standard_error_is_no_failure() -> None:
    found = run("echo The original plan caps the Ukrainian army at 600,000. | tracker extract - 2>&-")
    assert found.returncode == 0
    assert "version: original" in found.stdout

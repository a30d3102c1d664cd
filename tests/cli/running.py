"""Running `tracker` as people do: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracker(
    *arguments: str, cwd: Path = ROOT, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run one command without a terminal, at 80 columns unless `environment` says otherwise."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "TRACKER_", "COV"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI"):
        clean.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        cwd=cwd,
        input=stdin if stdin is not None else "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**clean, "COLUMNS": "80", "PYTHONPATH": str(ROOT), **environment},
        timeout=120,
        check=False,
    )

"""A site of the real plans, one of hostile plans, and a browser to open them with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ROOT
from tests.report.hostile import write_plans
from tracker.load.shelf import Shelf
from tracker.render.site.build import build
from tracker.render.site.dossier import Dossier, content_hash, gather

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-prefers-reduced-motion"
)


def dossier_of(folder: Path) -> Dossier:
    shelf = Shelf.find(folder)
    assert not [d for document in shelf.broken() for d in document.placed()]
    versions = shelf.versions()
    return gather(
        shelf, versions, {ref: content_hash((folder / f"{ref}.yaml").read_bytes()) for ref in versions}
    )


def write(site: dict[str, bytes], folder: Path) -> Path:
    for path, content in site.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return dossier_of(ROOT / "plans")


@pytest.fixture(scope="session")
def site(dossier: Dossier) -> dict[str, bytes]:
    return dict(build(dossier))


@pytest.fixture(scope="session")
def folder(site: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(site, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return dict(build(dossier_of(write_plans(tmp_path_factory.mktemp("hostile") / "plans"))))


@pytest.fixture(scope="session")
def hostile_folder(hostile: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(hostile, tmp_path_factory.mktemp("hostile-site"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no chromium here: `apt-get install chromium`, or name one in CHROMIUM")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=_FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Any]:
    """Opens pages, and fails the test if one complains, asks anybody for anything, or opens a dialog."""
    faults: list[str] = []
    contexts = []

    def opened(folder: Path, name: str, *, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{name}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{name}: {error}"))
        page.on("dialog", lambda dialog: (faults.append(f"{name}: a dialog"), dialog.dismiss()))
        page.on("request", lambda request: _foreign(request.url, faults))
        path, _, anchor = name.partition("#")
        page.goto((folder / path).as_uri() + (f"#{anchor}" if anchor else ""))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _foreign(url: str, faults: list[str]) -> None:
    if not url.startswith(("file:", "data:")):
        faults.append(f"asked for {url}")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, as `npm ci --prefix tests/node` installs it."""
    path = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("no axe-core here: run `npm ci --prefix tests/node`")
    return path.read_text(encoding="utf-8")

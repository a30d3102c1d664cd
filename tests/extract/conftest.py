"""One machine for all tests of extraction: the names, versions and patterns of this repository."""

from pathlib import Path

import pytest

from tracker.extract.engine import Engine
from tracker.load.shelf import Shelf

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine.for_shelf(Shelf.find(ROOT / "plans"))

"""Keys and untracked fields: neither is ever compared."""

from typing import Any

import pytest

from tests.semantics.comparing import BOTH_PARTIAL, FULL, outcomes
from tracker.semantics.key import Key
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Setting, Way


@pytest.mark.parametrize("way", [Key(), Untracked()])
@pytest.mark.parametrize("setting", [FULL, BOTH_PARTIAL])
@pytest.mark.parametrize(("old", "new"), [("a", "b"), ("a", None), (None, "none")])
def test_never_an_outcome(way: Way, setting: Setting, old: Any, new: Any) -> None:
    assert outcomes(way, old, new, setting) == []

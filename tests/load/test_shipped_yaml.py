"""What the program ships is read alike with and without libyaml, which is laxer about some marks."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(p for folder in ("tracker", "plans") for p in (ROOT / folder).rglob("*.yaml"))
FAST = getattr(yaml, "CSafeLoader", None)


@pytest.mark.parametrize("path", SHIPPED, ids=[str(path.relative_to(ROOT)) for path in SHIPPED])
def test_both_parsers_read_the_same(path: Path) -> None:
    if FAST is None:
        pytest.skip("PyYAML was built without libyaml")
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, FAST)

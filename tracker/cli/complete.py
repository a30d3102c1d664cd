"""What a shell offers for an argument: read cheaply, and nothing at all rather than an error."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def version_names(incomplete: str) -> list[str]:
    """The versions in the nearest plans folder, and plan files by path: names of files, none of them read."""
    found = []
    with suppress(OSError):
        if folder := _plans_folder(Path.cwd()):
            names = (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.yaml"))
            reserved = {"names", "sources", "waivers", "baseline"}
            found = sorted(name for name in names if name not in reserved and "/." not in f"/{name}")
    return [name for name in found if name.startswith(incomplete)]


def topic_names(incomplete: str) -> list[str]:
    """Codes, kinds of term, issues and words that can be explained."""
    with suppress(Exception):
        from tracker.render.topic import all_topics

        names = dict.fromkeys(topic.name for topic in all_topics())
        return [name for name in names if name.lower().startswith(incomplete.lower())]
    return []


def _plans_folder(here: Path) -> Path | None:
    for place in (here, *here.parents):
        if place.name == "plans":
            return place
        if (place / "plans").is_dir():
            return place / "plans"
    return None

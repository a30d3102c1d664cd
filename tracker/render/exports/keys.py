"""Keys of rows: made of what is permanent, so that they survive from one export to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.plan.model import Provision, Reading
from tracker.render.site.dossier import Dossier


class Told(NamedTuple):
    """A provision in a version, with its key."""

    key: str
    ref: str
    number: int
    provision: Provision


def told(dossier: Dossier) -> Iterator[Told]:
    """Every provision of every version, in the order of the versions and of their files."""
    for version in dossier.matrix.versions:
        for number, provision in enumerate(version.plan.provisions, 1):
            yield Told(provision_key(version.ref, provision.id), version.ref, number, provision)


def provision_key(ref: str, lineage: str) -> str:
    return f"{ref}:{lineage}"


def readings_of(item: Told) -> Iterator[tuple[str, int, Reading]]:
    """The readings of a provision, each with its key and its place."""
    for number, reading in enumerate(item.provision.readings, 1):
        yield f"{item.key}:{number}", number, reading


def change_key(left: str, right: str, lineages: tuple[str, ...]) -> str:
    return f"{left}:{right}:{'+'.join(lineages)}"


def listed(values: tuple[object, ...] | None) -> str | None:
    """Several ids in one cell, a space between: ids have none inside."""
    return " ".join(map(str, values)) if values else None

"""The revision graph: which version follows from which."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.plan.model import Plan


def ancestors(ref: str, versions: Mapping[str, Plan]) -> list[Plan]:
    """All versions that one revises or draws on, directly or not, nearest first; cycles do no harm."""
    found: dict[str, Plan] = {}
    frontier = [ref]
    while frontier:
        following: list[str] = []
        for current in frontier:
            plan = versions.get(current)
            for parent in (*plan.revises, *plan.draws_on) if plan else ():
                if parent in versions and parent not in found and parent != ref:
                    found[parent] = versions[parent]
                    following.append(parent)
        frontier = following
    return list(found.values())


def history(left: str, right: str, versions: Mapping[str, Plan]) -> list[Plan]:
    """The versions that may lend a text to a comparison: ancestors of both sides, then all others by date."""
    near = [*ancestors(right, versions), *ancestors(left, versions), *versions.values()]
    sides = {left, right}
    unique = {plan.version: plan for plan in reversed(near)}
    ordered = sorted(unique.values(), key=lambda plan: near.index(plan))
    return [plan for plan in ordered if plan.version not in sides]

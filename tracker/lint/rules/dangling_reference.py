"""A term of a complete text refers to a lineage that the file does not list.

`refers_to` ties a commitment to another one, such as a forfeiture to the guarantee that is lost. In a text
that is known in full both stand in the file: a reference that leads nowhere is a misspelt id.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity, did_you_mean
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "ID006"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms: [{kind: force-cap, party: ukraine, limit: 600000, refers_to: force-caps}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms: [{kind: force-cap, party: ukraine, limit: 600000, refers_to: us-guarantee}]
- id: us-guarantee
  title: A guarantee
  issue: sec.guarantee
  summary: Ukraine is given a guarantee.
  presence: in-text
"""


def check(file: PlanFile) -> Iterator[Fault]:
    if not file.plan.complete:
        return
    listed = {provision.id for provision in file.plan.provisions}
    for termed in file.terms:
        target = termed.term.refers_to
        if target is not None and target not in listed:
            yield Fault(
                f"`{target}` is not a lineage of this file",
                (*termed.route, "refers_to"),
                help=did_you_mean(target, listed),
                values=(target,),
            )

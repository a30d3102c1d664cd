"""A party is bound though it is neither an author nor an addressee.

Not an error: plans bind bodies that did not take part. Readers want to know: bound, but not at the table.
Said once for each party, and only where the file has facts about authors or recipients.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.semantics.fields import bound_by

CODE = "PAR006"
SEVERITY = Severity.INFO
SCOPE = "plan"
BAD = """
version: draft
title: A draft
text: full
date: "2025-11-20"
facts:
  - {about: author, value: us, evidence: [{source: wire-2025-11-20}]}
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
version: draft
title: A draft
text: full
date: "2025-11-20"
facts:
  - {about: author, value: us, evidence: [{source: wire-2025-11-20}]}
  - {about: recipient, value: ukraine, evidence: [{source: wire-2025-11-20}]}
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    values = [f.value for f in file.plan.facts if f.about in ("author", "recipient", "input")]
    table = {value for value in values if isinstance(value, str)}
    parties = file.desk.names.parties
    table |= {file.desk.names.people[one].party for one in table if one in file.desk.names.people}
    if not table.intersection(parties):
        return
    table |= {member for one in table if one in parties for member in parties[one].members}
    said: set[str] = set()
    for termed in file.terms:
        for party in bound_by(termed.term):
            declared = parties.get(party)
            if party in table or party in said or declared is None or declared.type == "group":
                continue
            if table.intersection(declared.members):
                continue
            said.add(party)
            yield Fault(
                f"{declared.name} is bound, but not at the table",
                termed.route,
                help="no fact names it as author or recipient; add one if a source does",
                values=(party,),
                lineage="-",
                field="table",
                key=True,
            )

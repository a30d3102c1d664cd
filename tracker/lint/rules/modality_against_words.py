"""The modality does not fit the words of the summary or the quote.

*It is expected that* binds nobody, *may* allows and *shall not* forbids. A wrong modality makes a wish a
duty, and a change of modality counts as a change of substance.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.modal import signal_in
from tracker.lint.rule import Also, Fault
from tracker.lint.subject import PlanFile
from tracker.source import Route

CODE = "MOD001"
SEVERITY = Severity.WARNING
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: Russia is expected not to invade its neighbours.
  modality: obliges
  presence: in-text
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: Russia is expected not to invade its neighbours.
  modality: expects
  presence: in-text
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for said in file.said:
        modality = said.stated.modality
        if modality is None:
            continue
        texts: list[tuple[Route, str]] = [(("summary",), said.stated.summary or "")]
        texts += [
            (("evidence", i, "quote"), item.quote or "")
            for i, item in enumerate(said.stated.evidence)
            if item.supports == "terms"
        ]
        for where, text in texts:
            signal = signal_in(text)
            if signal is None or modality in signal.fits:
                continue
            fits = " or ".join(f"`{word}`" for word in signal.fits[:2])
            yield Fault(
                f"“{signal.words}” is coded as `{modality}`",
                (*said.route, *where),
                help=f"the words say {fits}",
                values=(modality, signal.words.lower()),
                field="modality",
                also=(Also("the modality", (*said.route, "modality")),),
            )

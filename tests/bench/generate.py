"""Plan folders of any size to measure with: the same bytes for the same numbers.

    python tests/bench/generate.py FOLDER [--files 2000] [--provisions 30]

FOLDER gets `plans/` with the names and citations of this repository, and `seeds/` with its digests. Files
come in chains of four drafts, each of which revises the one before; the provisions are modelled on those of
the real files: typed terms, evidence, now and then readings and block texts. `tracker check` finds no error.
"""

from __future__ import annotations

import argparse
import shutil
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

SETTINGS = '[tool.tracker]\nignore = ["PAR005"]  # most of the names belong to the real plans\n'

_HUES = (
    "amber azure black blue bronze brown coral crimson golden green grey indigo ivory jade pearl purple red "
    "silver white yellow"
)
_LANDS = (
    "bank bay bridge canal cape city coast delta field forest harbour hill island lake meadow ridge river "
    "shore town valley"
)
_MATTERS = "accord barrier camp clinic corridor depot ferry garrison grid market mission port road school"
IDS = tuple("-".join(words) for words in product(_MATTERS.split(), _LANDS.split(), _HUES.split()))
"""Lineages enough for the largest file; words, as an id encodes no number."""

_SOURCES = ("axios-2025-11-20", "ap-2025-11-21", "afp-2025-11-21", "bbc-2025-11-21", "guardian-2025-11-21")

_TEMPLATES = (
    """\
  - id: {id}
    point: "{point}"
    title: Limit on forces at the {name}
    issue: sec.force_cap
    summary: The forces of Ukraine at the {name} are limited to {figure:,} personnel.
    modality: obliges
    presence: in-text
    terms: [{{kind: force-cap, party: ukraine, limit: {figure}, applies: peacetime}}]
    evidence:
      - {{source: {one}, locator: point {point}}}
      - {{source: {two}, locator: point {point}, hedge: reported}}
""",
    """\
  - id: {id}
    point: "{point}"
    title: Ukraine and NATO at the {name}
    issue: sec.alliance
    summary: >-
      Ukraine writes into its constitution that it does not join NATO, and NATO rules out taking it in at any
      later time; what holds at the {name} is no exception.
    modality: declares
    presence: in-text
    terms:
      - kind: membership
        member: ukraine
        organisation: nato
        status: barred
    evidence:
      - {{source: {one}, locator: point {point}}}
      - {{source: {two}, locator: point {point}}}
""",
    """\
  - id: {id}
    point: "{point}"
    title: Fund for the {name}
    issue: eco.reconstruction
    summary: A fund pays for rebuilding the {name}.
    modality: will
    presence: in-text
    terms: [{{kind: fund, fund: rebuilding, target: {hundreds} billion USD}}]
    evidence: [{{source: {one}, locator: point {point}}}, {{source: {two}, locator: point {point}}}]
""",
    """\
  - id: {id}
    point: "{point}"
    title: No troops at the {name}
    issue: sec.foreign_forces
    summary: NATO stations no troops at the {name}.
    modality: prohibits
    presence: in-text
    terms:
      - {{kind: stationing, host: ukraine, asset: troops, forces: nato, status: barred}}
    # copies vary in the name of the place
    evidence:
      - {{source: {one}, locator: point {point}, note: In a copy that names the {name}.}}
      - {{source: {two}, locator: point {point}}}
""",
    """\
  - id: {id}
    point: "{point}"
    title: No invasion across the {name}
    issue: sec.non_aggression
    summary: It is expected that Russia does not invade neighbouring states across the {name}.
    modality: expects
    presence: in-text
    terms: [{{kind: non-use-of-force, object: invasion, parties: [russia], towards: [neighbouring-states]}}]
    readings:
      - because: witnesses
        summary: Some translations say flatly that Russia will not.
        presence: in-text
        modality: will
        terms:
          - {{kind: non-use-of-force, object: invasion, parties: [russia], towards: [neighbouring-states]}}
        evidence: [{{source: {two}, locator: point {point}}}]
    evidence: [{{source: {one}, locator: point {point}}}]
""",
    """\
  - id: {id}
    point: "{point}"
    title: Sovereignty over the {name}
    issue: sov.affirm
    summary: Ukraine's sovereignty over the {name} is confirmed.
    modality: declares
    presence: in-text
    terms: [{{kind: sovereignty, party: ukraine}}]
    evidence:
      - source: {one}
        locator: point {point}
        note: Copies vary between confirmed and reaffirmed.
      - {{source: {two}, locator: point {point}}}
""",
)


def plan(number: int, provisions: int) -> tuple[str, str]:
    """The name and the text of one file."""
    chain, draft = divmod(number, 4)
    name = f"{_words(chain)}-{['first', 'second', 'third', 'fourth'][draft]}"
    day = date(2020, 1, 1) + timedelta(days=chain % 1000 + 7 * draft)
    head = [
        "# yaml-language-server: $schema=../tracker/schema/plan.schema.json",
        f"version: {name}",
        f"title: Draft {draft + 1} for the {_words(chain).replace('-', ' ')}",
        f'date: "{day}"',
    ]
    if draft:
        head.append(f"revises: [{_words(chain)}-{['first', 'second', 'third'][draft - 1]}]")
    head += ["text: full", "", "provisions:", ""]
    return name, "\n".join(head) + "\n".join(_provision(chain, draft, i) for i in range(provisions))


def _words(chain: int) -> str:
    return IDS[(chain * 17) % len(IDS)]


def _provision(chain: int, draft: int, index: int) -> str:
    place = (chain * 31 + index) % len(IDS)
    template = _TEMPLATES[place % len(_TEMPLATES)]
    return template.format(
        id=IDS[place],
        name=" ".join(reversed(IDS[place].split("-"))),
        point=index + 1,
        figure=100_000 + 1000 * ((place * 7 + draft * (index % 3 == 0)) % 900),
        hundreds=1 + (place + draft * (index % 5 == 0)) % 900,
        one=_SOURCES[place % len(_SOURCES)],
        two=_SOURCES[(place + 1 + place // 7 % 3) % len(_SOURCES)],
    )


def generate(folder: Path, files: int = 2000, provisions: int = 30) -> list[Path]:
    """Write a folder of plans; the plan files."""
    plans = folder / "plans"
    plans.mkdir(parents=True, exist_ok=True)
    for reserved in ("names.yaml", "sources.yaml"):
        shutil.copy(REPOSITORY / "plans" / reserved, plans / reserved)
    shutil.copytree(REPOSITORY / "seeds", folder / "seeds", dirs_exist_ok=True)
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    written = []
    for name, text in islice((plan(n, provisions) for n in range(files)), files):
        path = plans / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--provisions", type=int, default=30)
    asked = parser.parse_args()
    if asked.provisions > len(IDS) or asked.files > 4 * len(IDS):
        parser.error(f"there are {len(IDS):,} lineages and as many chains of files")
    written = generate(asked.folder, asked.files, asked.provisions)
    size = sum(path.stat().st_size for path in written)
    print(f"{len(written):,} files, {size / 2**20:.1f} MB, in {asked.folder}")  # noqa: T201


if __name__ == "__main__":
    main()

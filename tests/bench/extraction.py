"""How well articles are read, measured on labelled ones.

    python -m tests.bench.extraction [--errors] [--only tuned] [--originals DIR]

Four sets: `tuned` (open while the patterns were written), `frozen` (its articles never read, but its totals
and counts of what was missed per kind, article and cause were looked at while tuning: blind no longer),
`sealed` (written by somebody who knew neither patterns nor engine, read by nobody who tunes; run only when
asked for by `--only sealed`, each run noted in `gold/sealed/RUNS.md`) and `seeds` (the digests; and the
originals, where they are on the machine). A prediction matches a label of the same version, kind, polarity
and key fields. *Strict*: every labelled value is equal as well. *Lenient*: the kind and key are right,
whatever the version. Labels of one sentence with one kind and key are parts of one term; a label said again
with nothing new is no false alarm. Intervals are of 1,000 bootstrap samples of articles. `--errors` prints
what went wrong, of the open sets only.
"""

# ruff: noqa: T201 - a benchmark prints
from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.load.shelf import Shelf
from tracker.plan.terms import kind_named
from tracker.semantics.fields import key_fields

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "extract" / "gold"
ORIGINALS = {
    "000_de89a70962fc1672.txt": "national-2025-12-03-early",
    "001_a9f71adb972eb8a3.txt": "national-2025-12-03",
    "002_415caaede084dade.txt": "protothema-2025-12-03",
    "003_28406196a3fde2f8.txt": "explainer-2025-12",
}


@dataclass
class Score:
    """Counts of one article, or of many added up."""

    labels: int = 0
    predicted: int = 0
    matched: int = 0
    strict: int = 0
    lenient: int = 0
    version_asked: int = 0
    version_right: int = 0
    hedge_right: int = 0
    speaker_asked: int = 0
    speaker_right: int = 0
    polarity_asked: int = 0
    polarity_right: int = 0
    distractors: int = 0
    fooled: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        total = Score()
        for name in vars(self):
            setattr(total, name, getattr(self, name) + getattr(other, name))
        return total

    @property
    def precision(self) -> float:
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.labels if self.labels else 1.0

    def f1(self, hits: int) -> float:
        return 2 * hits / (self.labels + self.predicted) if self.labels + self.predicted else 1.0


def plain(value: Any) -> Any:
    """Values compared without the order of lists that have none."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return sorted((plain(item) for item in value), key=str)
    return str(value)


def covers(label: Any, found: Any) -> bool:
    """Whether every labelled value is found, and equal; more values found do no harm."""
    if isinstance(label, dict):
        return isinstance(found, dict) and all(
            key in found and covers(item, found[key]) for key, item in label.items()
        )
    if isinstance(label, list) and label and isinstance(label[0], dict):
        return (
            isinstance(found, list)
            and len(label) == len(found)
            and all(any(covers(item, other) for other in found) for item in label)
        )
    return bool(plain(label) == plain(found))


def key_of(kind: str, terms: dict[str, Any]) -> tuple[Any, ...]:
    """The key fields; for kinds without, the regions that parts are keyed by."""
    keys = key_fields(kind_named(kind))
    if keys:
        return tuple(str(terms.get(name)) for name in keys)
    return ()


def same_place(kind: str, label: dict[str, Any], found: dict[str, Any]) -> bool:
    if key_of(kind, label) != key_of(kind, found):
        return False
    if kind == "territory-status":
        ours = {part["region"] for part in label.get("regions", ())}
        theirs = {part["region"] for part in found.get("regions", ())}
        if not (ours & theirs or (not ours and not theirs)):
            return False
        line = {
            str(part.get("recognised")) for part in (*label.get("regions", ()), *found.get("regions", ()))
        }
        return not ({"line-of-contact"} < line)
    return True


def contradicts(label: dict[str, Any], found: dict[str, Any]) -> bool:
    return any(
        key in found and not covers(value, found[key]) and not covers(found[key], value)
        for key, value in label.items()
    )


_ROLES = ("official", "diplomat", "negotiator", "aide", "delegat", "adviser", "people", "person", "envoy")


def same_speaker(label: str, found: str | None) -> bool:
    """The same id or words; or words for a group ("two European diplomats") and the group's id."""
    if found is None or label == found:
        return label == found
    group, _, kind = found.rpartition("-")
    if kind != "officials" or not any(role in label.lower() for role in _ROLES):
        return False
    known = {"us": ("american", "u.s.", "us "), "unnamed": ("",)}
    return any(word in label.lower() for word in known.get(group, (group,)))


def wholes(labels: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """By label, the term that it is a part of: labels of one sentence with one kind and the same key."""
    found: dict[int, dict[str, Any]] = {}
    for label in labels:
        terms: dict[str, Any] = {}
        for other in labels:
            if all(label[k] == other[k] for k in ("sentence", "kind", "version", "polarity")) and key_of(
                label["kind"], label["terms"]
            ) == key_of(label["kind"], other["terms"]):
                for name, value in other["terms"].items():
                    known = terms.get(name)
                    both = isinstance(known, list) and isinstance(value, list)
                    terms[name] = [*known, *(v for v in value if v not in known)] if both else value
        found[id(label)] = terms
    return found


def score(
    labels: list[dict[str, Any]], claims: list[dict[str, Any]], distractors: list[dict[str, Any]], text: str
) -> Score:
    """One article."""
    result = Score(labels=len(labels), distractors=len(distractors))
    free = list(claims)
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def take(test: Any) -> None:
        for label in [one for one in labels if not any(one is p[0] for p in pairs)]:
            for claim in free:
                if test(label, claim):
                    pairs.append((label, claim))
                    free.remove(claim)
                    break

    def same(label: dict[str, Any], claim: dict[str, Any]) -> bool:
        return (
            label["kind"] == claim["kind"]
            and (claim["version"] or "unattributed") == label["version"]
            and claim["polarity"] == label["polarity"]
            and same_place(label["kind"], label["terms"], claim["terms"])
        )

    whole = wholes(labels)

    def right(label: dict[str, Any], claim: dict[str, Any]) -> bool:
        return covers(label["terms"], claim["terms"]) or covers(whole[id(label)], claim["terms"])

    take(lambda label, claim: same(label, claim) and right(label, claim))
    strict = len(pairs)
    take(same)
    # a label that is a part of a term already found: two labels of one sentence, one term
    for label in [one for one in labels if not any(one is p[0] for p in pairs)]:
        parts = [c for _, c in pairs if same(label, c) and right(label, c)]
        if parts:
            pairs.append((label, parts[0]))
            strict += 1
            result.predicted += 1
            result.kinds[label["kind"], "predicted"] += 1
    repeated = [
        claim
        for claim in free
        if any(same(label, claim) and not contradicts(label["terms"], claim["terms"]) for label in labels)
    ]
    false = [claim for claim in free if claim not in repeated]
    result.predicted += len(claims) - len(repeated)
    result.matched, result.strict = len(pairs), strict
    for label, claim in pairs:
        result.kinds[label["kind"], "matched"] += 1
        result.kinds[label["kind"], "strict"] += right(label, claim)
        result.hedge_right += label["hedge"] == claim["hedge"]
        if "speaker" in label:
            result.speaker_asked += 1
            result.speaker_right += same_speaker(label["speaker"], claim["speaker"])
        if not right(label, claim):
            result.errors.append(
                f"  VALUES {label['version']} {label['kind']}: {label['terms']}"
                f" <> {claim['terms']} [{label['sentence']}]"
            )
        if label["hedge"] != claim["hedge"] or (
            "speaker" in label and not same_speaker(label["speaker"], claim["speaker"])
        ):
            result.errors.append(
                f"  HEDGE {label['hedge']} {label.get('speaker')}"
                f" <> {claim['hedge']} {claim['speaker']} [{label['sentence']}]"
            )
    left = list(false)
    for label in labels:
        result.kinds[label["kind"], "labels"] += 1
        anyway = [c for _, c in pairs if _ is label] or [
            c
            for c in left
            if c["kind"] == label["kind"] and same_place(label["kind"], label["terms"], c["terms"])
        ]
        if anyway:
            result.lenient += 1
            result.version_asked += 1
            result.version_right += (anyway[0]["version"] or "unattributed") == label["version"]
            result.polarity_asked += 1
            result.polarity_right += anyway[0]["polarity"] == label["polarity"]
            if anyway[0] in left:
                left.remove(anyway[0])
        if not any(one is label for one, _ in pairs):
            result.errors.append(
                f"  MISSED {label['version']} {label['polarity']} {label['kind']}"
                f" {label['terms']} [{label['sentence']}]"
            )
    for claim in claims:
        result.kinds[claim["kind"], "predicted"] += claim not in repeated
    for claim in false:
        quote = claim["quotes"][0]["quote"] if claim["quotes"] else ""
        result.errors.append(
            f"  FALSE {claim['version']} {claim['polarity']} {claim['kind']}"
            f" {claim['terms']} [{quote}] ({claim['basis']})"
        )
        where = (claim["sentence"]["start"], claim["sentence"]["end"])
        result.fooled += any(where[0] <= text.find(d["quote"]) < where[1] for d in distractors)
    return result


def interval(parts: list[Score], measure: Any) -> str:
    """The middle 95 % of 1,000 samples of articles."""
    chance = random.Random(7)
    values = sorted(measure(sum((chance.choice(parts) for _ in parts), Score())) for _ in range(1000))
    return f"{values[25]:.2f}-{values[974]:.2f}"


def run(engine: Engine, files: list[Path], texts: dict[Path, str]) -> list[Score]:
    found = []
    for path in files:
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = texts[path]
        claims = [claim.plain() for claim in engine.read(article_of(text, path.stem)).claims]
        one = score(gold["claims"], claims, gold.get("distractors", []), text)
        one.errors = [f"{path.stem}", *one.errors] if one.errors else []
        found.append(one)
    return found


def show(name: str, parts: list[Score], *, kinds: bool, errors: bool) -> None:
    total = sum(parts, Score())
    if not parts:
        return

    def rate(a: int, b: int) -> str:
        return f"{a / b:.2f}" if b else "-"

    print(f"\n{name}: {len(parts)} articles, {total.labels} labels, {total.predicted} predictions")
    print(f"  precision  {total.precision:.3f}  {interval(parts, lambda s: s.precision)}")
    print(f"  recall     {total.recall:.3f}  {interval(parts, lambda s: s.recall)}")
    print(f"  F1         {total.f1(total.matched):.3f}  {interval(parts, lambda s: s.f1(s.matched))}")
    print(f"  F1 strict  {total.f1(total.strict):.3f}  {interval(parts, lambda s: s.f1(s.strict))}")
    print(f"  F1 lenient {total.f1(total.lenient):.3f}  {interval(parts, lambda s: s.f1(s.lenient))}")
    print(
        f"  version {rate(total.version_right, total.version_asked)}, polarity"
        f" {rate(total.polarity_right, total.polarity_asked)},"
        f" hedge {rate(total.hedge_right, total.matched)},"
        f" speaker {rate(total.speaker_right, total.speaker_asked)};"
        f" false alarms in sentences with a distractor: {total.fooled} (of {total.distractors})"
    )
    if kinds:
        for kind in sorted({kind for kind, _ in total.kinds}):
            n = {what: total.kinds[kind, what] for what in ("labels", "predicted", "matched", "strict")}
            print(
                f"    {kind:24} labels {n['labels']:3}  precision {rate(n['matched'], n['predicted']):>4}"
                f"  recall {rate(n['matched'], n['labels']):>4}  strict {rate(n['strict'], n['labels']):>4}"
            )
    if errors:
        for part in parts:
            print("\n".join(part.errors))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print what went wrong, open sets only")
    parser.add_argument("--kinds", action="store_true", help="per kind, also of the frozen set")
    parser.add_argument("--only", default="", help="one of tuned, frozen, sealed, seeds, originals, speed")
    parser.add_argument("--originals", type=Path, default=ROOT.parent / "shared" / "seeds")
    options = parser.parse_args()
    shelf = Shelf.find(ROOT / "plans")
    engine = Engine.for_shelf(shelf)
    for name in ("tuned", "seeds", "originals", "frozen", "sealed"):
        if options.only != name and (options.only or name == "sealed"):
            continue
        if name == "seeds":
            files = sorted((GOLD / "seeds").glob("*.yaml"))
            texts = {path: (ROOT / "seeds" / f"{path.stem}.md").read_text("utf-8") for path in files}
        elif name == "originals":
            pairs = {
                GOLD / "seeds" / f"{stem}.yaml": options.originals / original
                for original, stem in ORIGINALS.items()
                if (options.originals / original).exists()
            }
            files, texts = list(pairs), {path: found.read_text("utf-8") for path, found in pairs.items()}
        else:
            files = sorted((GOLD / name).glob("*.yaml"))
            texts = {path: path.with_suffix(".md").read_text("utf-8") for path in files}
        parts = run(engine, files, texts)
        opened = name not in ("frozen", "sealed")
        show(
            name,
            parts,
            kinds=options.kinds or (opened and not options.errors),
            errors=options.errors and opened,
        )
    if options.only in ("", "speed"):
        text = "\n\n".join(path.read_text("utf-8") for path in sorted((GOLD / "tuned").glob("*.md")))
        words = len(text.split())
        engine.read(article_of(text, "warm"))
        start = time.process_time()
        engine.read(article_of(text, "speed"))
        spent = time.process_time() - start
        print(f"\nspeed: {spent / words * 100_000:.2f} s per hundred articles of 1,000 words")


if __name__ == "__main__":
    main()

"""The codes of the loader: what it says while reading a file, explained like every rule.

An example is the file as written; where it begins with `- ` it is a list of provisions.
"""

from __future__ import annotations

from textwrap import dedent

from tracker.diagnostic import Severity
from tracker.lint.rule import Example, Rule


def _rule(code: str, name: str, summary: str, why: str, bad: Example, good: Example) -> Rule:
    bad, good = (e if not isinstance(e, str) else dedent(e).lstrip("\n") for e in (bad, good))
    return Rule(code, name, Severity.ERROR, "reading", summary, why, bad, good)


_PLAN = 'version: draft\ntitle: A draft\ntext: full\ndate: "2025-11-20"\n'
_CAP = """
    - id: forces-cap
      title: Limit on forces
      issue: sec.force_cap
      summary: The forces of Ukraine are limited.
      presence: in-text
      terms:
        - kind: force-cap
          party: {party}
          {rest}
"""
_GOOD_CAP = _CAP.format(party="ukraine", rest="limit: 600000")
_PROVISION = """
    - id: forces-cap
      title: Limit on forces
      issue: {issue}
      summary: The forces of Ukraine are limited.
      presence: {presence}
"""
_GOOD = _PROVISION.format(issue="sec.force_cap", presence="in-text")
_CITED = _GOOD + "      evidence: [{{source: {source}}}]\n"

_TEXT_ONLY = "A plan file is read by people and by programs; it must be text that both read in the same way."
_NO_GUESS = "YAML features that hide or repeat values make a file say something else than its lines show."
_TYPO = "A misspelt word would silently lose what it was meant to say, so every word is checked."
_DECLARED = "Ids are shared by all versions: one declared nowhere is a typing error or a missing entry."

LOADER_RULES: tuple[Rule, ...] = (
    _rule("YML001", "syntax", "The file is not valid YAML.", "Nothing after the mistake can be read.",
          'version: draft\ntitle: "A draft\n', _PLAN),
    _rule("YML002", "encoding", "The file is not UTF-8 text.", _TEXT_ONLY,
          "", ""),
    _rule("YML003", "size", "The file, or one value in it, is too large.",
          "Bounds keep a hostile or broken file from using up the machine.",
          "", ""),
    _rule("YML004", "depth", "Lists and mappings stand too deep inside one another.",
          "A plan needs ten levels; a file with forty is broken or hostile.",
          _PLAN + "aliases: " + "[" * 60 + "]" * 60 + "\n", _PLAN),
    _rule("YML005", "alias", "An alias stands for nothing, for itself, or for too much.", _NO_GUESS,
          _PLAN + "status: *missing\n", _PLAN + "status: &words Put to both sides.\n"),
    _rule("YML006", "tag", "A YAML tag stands before a value.", _NO_GUESS,
          _PLAN + "status: !!str Put to both sides.\n", _PLAN + "status: Put to both sides.\n"),
    _rule("YML007", "merge-key", "`<<` is used to merge mappings.", _NO_GUESS,
          _PLAN + "<<: {status: Put to both sides.}\n", _PLAN + "status: Put to both sides.\n"),
    _rule("YML008", "complex-key", "A key is a list, a mapping or an alias.", _NO_GUESS,
          _PLAN + "? [status]\n: Put to both sides.\n", _PLAN + "status: Put to both sides.\n"),
    _rule("YML009", "duplicate-key", "A key is written twice in one mapping.",
          "Most programs keep one of the two in silence, and not all keep the same one.",
          _PLAN + "title: Another draft\n", _PLAN),
    _rule("YML010", "null-value", "A key has no value, or `null`.",
          "Empty may mean that the text says there is none, or that nobody knows: the two differ.",
          _PLAN + "status:\n", _PLAN + "status: Put to both sides.\n"),
    _rule("YML011", "several-documents", "The file holds more than one YAML document.",
          "One file is one version; what comes second would not be looked at.",
          _PLAN + "---\n" + _PLAN, _PLAN),
    _rule("YML012", "empty", "The file says nothing.", "An empty version would compare as if all were gone.",
          "# to be written\n", _PLAN),
    _rule("YML013", "not-a-mapping", "The file is not a mapping of keys to values.",
          "A plan begins with its version, title and how its text is known.", "a draft of a plan\n", _PLAN),
    _rule("SHP001", "unknown-key", "A key is none that may stand there.", _TYPO,
          _PLAN + "titel: A draft\n", _PLAN),
    _rule("SHP002", "missing-key", "A required key is missing.",
          "Without it the version or provision cannot be placed beside the others.",
          "version: draft\ntext: full\n", _PLAN),
    _rule("SHP003", "wrong-type", "A value has the wrong type.", "Types are not guessed: `no` is text here.",
          _PLAN + "aliases: first draft\n", _PLAN + "aliases: [first draft]\n"),
    _rule("SHP004", "wrong-value", "A value cannot stand where it stands.",
          "What cannot be understood cannot be compared.",
          _PLAN + "published: 20 November 2025\n", _PLAN + 'published: "2025-11-20"\n'),
    _rule("SHP005", "unknown-word", "A word is not of the closed vocabulary.", _TYPO,
          _PROVISION.format(issue="sec.force_cap", presence="in-txt"), _GOOD),
    _rule("SHP006", "unknown-kind", "A term is of a kind that does not exist.",
          "The kind decides which fields a term has and how they compare.",
          _GOOD_CAP.replace("kind: force-cap", "kind: forces-cap"), _GOOD_CAP),
    _rule("SHP007", "duplicate-term", "Two terms of a provision have the same kind and key.",
          "A term is found in the other version by kind and key: of two alike nobody knows which is meant.",
          _GOOD_CAP + "        - {kind: force-cap, party: ukraine, limit: 800000}\n", _GOOD_CAP),
    _rule("SHP008", "duplicate-part", "Two entries of a keyed list have the same key.",
          "An entry is found in the other version by its key.",
          _CAP.format(party="ukraine", rest="after: [{event: signature}, {event: signature}]"),
          _CAP.format(party="ukraine", rest="after: [{event: signature}, {event: ratification}]")),
    _rule("ID001", "duplicate-lineage", "A lineage id stands twice in one version.",
          "The id is how a provision is found in the next version; a commitment has one of its own.",
          _GOOD + _GOOD.lstrip("\n"), _GOOD),
    _rule("ID002", "malformed-id", "An id is not in kebab-case.",
          "Ids stand in addresses, anchors and file names: small letters, digits, single dashes are safe.",
          _GOOD.replace("forces-cap", "Forces_Cap"), _GOOD),
    _rule("ISS001", "unknown-issue", "The issue code is not in the vocabulary.",
          "Lists and matrices group by issue; a misspelt code would make a group of its own.",
          _PROVISION.format(issue="sec.force-cap", presence="in-text"), _GOOD),
    _rule("ISS002", "missing-issue", "A provision has no issue code.",
          "Lists and matrices group by issue; a provision without one would be in none.",
          _GOOD.replace("      issue: sec.force_cap\n", ""), _GOOD),
    _rule("PAR001", "unknown-party", "A party is not declared in names.yaml.", _DECLARED,
          _CAP.format(party="ukrain", rest="limit: 600000"), _GOOD_CAP),
    _rule("PAR002", "unknown-place", "A place is not declared in names.yaml.", _DECLARED,
          _GOOD + "      terms: [{kind: demilitarised-zone, place: donbas-west}]\n",
          _GOOD + "      terms: [{kind: demilitarised-zone, place: donetsk}]\n"),
    _rule("PAR003", "unknown-treaty", "A treaty is not declared in names.yaml.", _DECLARED,
          _GOOD + "      terms: [{kind: arms-control, action: extend, treaties: [new-strat]}]\n",
          _GOOD + "      terms: [{kind: arms-control, action: extend, treaties: [new-start]}]\n"),
    _rule("PAR004", "unknown-body", "A body is not declared in names.yaml.", _DECLARED,
          _GOOD + "      terms: [{kind: body, body: peace-counsel}]\n",
          _GOOD + "      terms: [{kind: body, body: peace-council}]\n"),
    _rule("EVI001", "unknown-source", "The source of a piece of evidence is neither cited nor held.",
          "Every value is traced to a named source; one that nobody can look up proves nothing.",
          _CITED.format(source="daily-2025"), _CITED.format(source="wire-2025-11-20")),
    _rule("FIG001", "unit-missing", "An amount has no currency or unit.",
          "A bare number cannot be compared: 100 of what?",
          _GOOD + "      terms: [{kind: fund, fund: rebuilding, target: 100000000000}]\n",
          _GOOD + "      terms: [{kind: fund, fund: rebuilding, target: 100 billion USD}]\n"),
    _rule("RUN001", "unreadable", "A file found in a folder could not be read.",
          "It may have vanished, lead nowhere as a link, or be closed to you: the check is not complete.",
          "", ""),
    _rule("SRC001", "front-matter", "A source digest does not begin with front matter.",
          "Without it nobody knows which document the digest stands for.",
          {"seeds/wire.md": "The report says nothing new.\n"},
          {"seeds/wire.md": "---\nid: wire\n---\n\nThe report says nothing new.\n"}),
)  # fmt: skip

_BY_NAME = {rule.name: rule for rule in LOADER_RULES}


def loader_rule(code: str) -> Rule:
    """The entry for a diagnostic of the loader; what has no entry is a value that cannot stand there."""
    return _BY_NAME.get(code, _BY_NAME["wrong-value"])

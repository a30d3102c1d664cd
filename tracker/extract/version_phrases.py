"""The phrases by which sources may call a version, made of its aliases, authors, months and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.vocabulary import vocabulary

if TYPE_CHECKING:
    from tracker.extract.phrases import Index
    from tracker.extract.versions import Versions

_MADE = "drafted|authored|written|proposed|backed|brokered|led|devised|prepared|presented|floated"
_PUT = (
    "put|set|published|wrote|drafted|released|produced|presented|sent|tabled|drew|drawn|circulated|unveiled|prepared|issued"
    "|publish|write|draft|release|produce|present|table|draw|circulate|unveil|prepare|issue|have|written"
)
_NOUNS = frozenset(["plan", "counter", "reply", "style"])
"""Lists of what a text is called; the others are words for a version."""


def add_versions(index: Index, versions: Versions) -> None:
    """Puts into the index what sources may call each version."""
    lists = vocabulary("versions")
    for ref in versions.order:
        index.add(("version", ref), versions.aliases[ref])
        counted = [a.split()[:-1] for a in versions.aliases[ref] if a.split()[-1] == "points"]
        index.add(
            ("version", ref),
            [
                phrase
                for n in counted
                for phrase in (
                    f"{' '.join(n)} key|main|basic|core|draft|proposed|separate points|provisions",
                    f"@plan of|with|in|containing {' '.join(n)} points",
                )
            ],
            lists,
        )
        for modifier in versions.modifiers[ref]:
            index.add(
                ("version", ref),
                [
                    f"{modifier} {_MADE}? peace? @plan",
                    f"{modifier} @style",
                    f"{modifier} rival|counterpart|equivalent|cousin|forerunner|predecessor|successor",
                    f"{modifier} .. put on paper|the table",
                    *(f"{modifier} {' '.join(n)}" for n in counted if n[0].isdigit()),
                    f"{modifier} proposed|own|new|draft|alternative|rival|competing|amended peace? @plan",
                    f"@plan {_MADE} .. by .. {modifier}",
                    f"@plan of|from|by the? {modifier}",
                    f"@plan of the .. {modifier}",
                ],
                lists,
            )
            if modifier not in versions.called:  # a place of talks or a person, not who took part
                index.add(("version", ref), [f"{modifier} clause|provision"], lists)
                index.add(
                    ("version", ref),
                    [
                        f"{modifier} reveal*|unveil*|announc*|present*|disclos*|outlin* ...? peace @plan",
                        f"@plan .. came|come|emerged|emerging|born .. of|from|in .. {modifier}",
                        "@plan agreed|drafted|written|negotiated|produced|discussed|revised|reached|prepared"
                        f" .. in {modifier}",
                    ],
                    lists,
                )
            index.add(("modifier", ref), [modifier])
        if versions.first != ref:
            answered = [
                phrase
                for author in (*versions.modifiers[ref], *versions.authors.get(ref, ()))
                for phrase in (
                    f"{author} @reply",
                    f"{author} whose @reply",
                    f"{author} {_PUT} out|up? a|their text|draft|proposal|version|paper of their own",
                    f"{author} .. have|has|had? rewritten|rewrote|redrafted|reworked .. @plan",
                    f"{author} now|also? has|have|had with? its|their own @reply",
                    f"{author} has|have|had a @reply of its|their own",
                    f"{author} answered|replied|responded|countered|came .. with .. @reply",
                )
            ]
            index.add(("version", ref), answered, lists)
            index.add(
                ("version", ref),
                [
                    f"are|is|do|did|have|has the? {author} proposing|offering|put|propose|want"
                    for author in versions.authors.get(ref, ())
                ],
            )
        if versions.answers == (ref,):
            index.add(
                ("version", ref),
                [
                    f"answer|reply|response|rejoinder|alternative to the? {word}"
                    for word in versions.modifiers.get(str(versions.first), ())
                ],
            )
        index.add(("author", ref), versions.authors.get(ref, ()))
        if several := versions.members.get(ref):
            one = "|".join(several)
            three = f"{one} {one} and {one}"
            index.add(("author", ref), [three])
            index.add(
                ("version", ref),
                [
                    f"{three} have|had? {_PUT} out|up? a|their|an own? "
                    "text|draft|proposal|version|paper|alternative",
                    f"alternative|text|version|draft .. that? {three} have|had? {_PUT}",
                    f"@reply .. by|from|of {one} {one} and {one}",
                ],
                lists,
            )
    for name in lists.keys() - _NOUNS:
        index.add(("version word", name), lists[name], lists)
    if versions.home:
        one = "|".join(word for word in versions.home if word.isalpha())
        index.add(("version word", "home"), [f"{one} @plan"], lists)

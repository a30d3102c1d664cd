"""JSON Schema of plan files (draft-07), for editors and other programs: what the models refuse for shape,
it refuses too.

The model of a plan reads terms lazily, each by its `kind`; here all kinds are brought together. A term's
fields hang on its kind by `if`/`then`, not by `oneOf`: a misspelt key is then said of the kind meant, and an
editor offers the fields of that kind only.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from tracker.plan.cited import Cited
from tracker.plan.guide import SLOTS, FieldGuide, about, example, guide, parts_of
from tracker.plan.model import Plan
from tracker.plan.names import Names
from tracker.plan.term import Event, Part, Term
from tracker.plan.terms import all_kinds
from tracker.plan.waivers import Waivers
from tracker.plan.words import HEDGES, HOWS, MODALITIES, PRESENCES, TEXTS

DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_REF = "#/definitions/{model}"
_VOCABULARIES = (MODALITIES, PRESENCES, TEXTS, HEDGES, HOWS)
Schema = dict[str, Any]


def urn(name: str) -> str:
    """The name of a schema among schemas: not an address, nothing is fetched from it."""
    return f"urn:provision-tracker:schema:{name}"


def plan_schema() -> Schema:
    """The schema of a plan file, with every kind of term."""
    kinds = all_kinds()
    _, made = models_json_schema(
        [(Plan, "validation"), *((model, "validation") for model in kinds.values())], ref_template=_REF
    )
    definitions: Schema = made["$defs"]
    root = definitions.pop("Plan")
    for kind, model in kinds.items():
        definitions[model.__name__] = _kind(kind, model, definitions[model.__name__])
    for part in _parts(kinds.values()):
        _explain_fields(definitions[part.__name__], guide(part))
    definitions["Term"] = _any_term(kinds)
    for holder in ("Provision", "Reading"):
        definitions[holder]["properties"]["terms"]["items"] = {"$ref": _REF.format(model="Term")}
    return _finished("plan", "Version of a plan", root, definitions)


def names_schema() -> Schema:
    """The schema of `names.yaml`."""
    made = Names.model_json_schema(ref_template=_REF)
    for section in made["properties"].values():
        _only_ids(section)
    return _finished("names", "Names that plan files use", made, made.pop("$defs"))


def sources_schema() -> Schema:
    """The schema of `sources.yaml`."""
    made = TypeAdapter(dict[str, Cited]).json_schema(ref_template=_REF)
    made["description"] = "Sources that are only cited, by id."
    return _finished("sources", "Cited sources", made, made.pop("$defs"))


def waivers_schema() -> Schema:
    """The schema of `waivers.yaml`."""
    made = Waivers.model_json_schema(ref_template=_REF)
    # a waiver never covers a whole rule
    made["$defs"]["Waiver"]["anyOf"] = [{"required": ["plan", "lineage"]}, {"required": ["fingerprint"]}]
    return _finished("waivers", "Waivers of findings", made, made.pop("$defs"))


def _finished(name: str, title: str, root: Schema, definitions: Schema) -> Schema:
    body = {**root, "title": title, "definitions": dict(sorted(definitions.items()))}
    return {"$schema": DRAFT_07, "$id": urn(name), **_tidy(body)}


def _only_ids(section: Schema) -> None:
    """Where keys have to be ids, others are refused: pydantic leaves that open."""
    if "patternProperties" in section:
        section["additionalProperties"] = False


def _kind(kind: str, model: type[Term], made: Schema) -> Schema:
    text, source = about(model)
    shown = {
        **made,
        "title": f"{model.title[0].upper()}{model.title[1:]} ({kind})",
        "description": f"{text}\n\nSource: {source}" if source else text,
        "examples": [example(model)],
    }
    _explain_fields(shown, guide(model))
    # the base of all terms has said which kinds there are: here only which one this is
    kind_first = {"kind": {"const": kind, "title": "Kind", "description": f"{model.title}: {text}"}}
    own = {name: value for name, value in made["properties"].items() if name != "kind"}
    order = [name for name in own if name not in SLOTS] + [name for name in own if name in SLOTS]
    return {**shown, "properties": {**kind_first, **{name: own[name] for name in order}}}


def _explain_fields(made: Schema, fields: tuple[FieldGuide, ...]) -> None:
    for field in fields:
        takes = "Takes " + ", or ".join(field.takes) + "."
        said = field.sentence()
        said = f"{said[0].upper()}{said[1:]}. " if said else ""
        made["properties"][field.name]["description"] = said + takes


def _parts(kinds: Any) -> set[type[Part]]:
    """The models of keyed lists inside terms."""
    return {Event, *(part for model in kinds for part in parts_of(model))}


def _any_term(kinds: dict[str, type[Term]]) -> Schema:
    return {
        "title": "Term",
        "description": "One thing that a provision says, in typed values. `kind` decides which.",
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {
                "title": "Kind",
                "description": "What kind of thing the provision says; see `tracker explain KIND`.",
                "type": "string",
                "enum": list(kinds),
                "markdownEnumDescriptions": [f"{m.title}: {about(m)[0]}" for m in kinds.values()],
            }
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": _REF.format(model=model.__name__)},
            }
            for kind, model in kinds.items()
        ],
    }


def _tidy(node: Any) -> Any:
    """Without null, which no file may use; words of the vocabularies with what they mean."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _tidy(value) for key, value in node.items() if not (key == "default" and value is None)}
    arms = [arm for arm in node.get("anyOf", ()) if arm != {"type": "null"}]
    # not as written: Python caches unions, and which order comes out hangs on what was imported first
    arms.sort(key=lambda arm: (bool({"const", "enum"} & arm.keys()), json.dumps(arm)))
    if len(arms) == 1:
        node = {**arms[0], **{key: value for key, value in node.items() if key != "anyOf"}}
    elif arms:
        node["anyOf"] = arms
    if "$ref" in node and len(node) > 1:
        # draft-07 ignores what stands beside a reference
        node = {**{k: v for k, v in node.items() if k != "$ref"}, "allOf": [{"$ref": node["$ref"]}]}
    words = node.get("enum")
    for vocabulary in _VOCABULARIES:
        if isinstance(words, list) and set(words) == set(vocabulary):
            node["markdownEnumDescriptions"] = [vocabulary[word] for word in words]
    return node

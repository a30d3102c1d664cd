"""Plan files in an editor: the real YAML language server, with our schema, over stdio."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.lsp import Client
from tracker.plan.terms import kinds
from tracker.plan.words import PRESENCES

ROOT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")
SERVER = ROOT / "tests/node/node_modules/yaml-language-server/bin/yaml-language-server"

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="there is no node"),
    pytest.mark.skipif(not SERVER.exists(), reason="run `npm install` in tests/node"),
]

TEXT = """\
# yaml-language-server: $schema=../tracker/schema/plan.schema.json
version: draft
title: A draft
text: reported
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: Forces are limited.
    presence: reported
    terms:
      - kind: force-cap
        party: ukraine
        limit: 600000
        limmit: 800000
      - kind:\x20
"""


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client([NODE or "", str(SERVER), "--stdio"], ROOT) as found:
        yield found


URI = (ROOT / "plans" / "draft-in-an-editor.yaml").as_uri()
"""Never written: the editor holds the text. It stands where the schema line leads to the schema."""


@pytest.fixture(scope="module")
def problems(client: Client) -> list[str]:
    return [item["message"] for item in client.open(URI, TEXT)]


def test_a_misspelt_key_is_flagged(problems: list[str]) -> None:
    assert any("limmit" in message for message in problems), problems


def test_completion_offers_the_kinds_of_term(client: Client, problems: list[str]) -> None:
    answer = client.at("textDocument/completion", URI, TEXT, "limmit: 800000\n      - kind: ")
    offered = {item["label"]: item for item in answer["items"]}
    assert set(kinds()) <= set(offered)
    assert "limit on armed forces" in json.dumps(offered["force-cap"])


def test_completion_offers_the_fields_of_the_kind(client: Client, problems: list[str]) -> None:
    text = TEXT.replace("        limmit: 800000\n", "        \n").replace("      - kind: \n", "")
    uri = URI.replace("draft-in", "fields-in")
    client.open(uri, text)
    answer = client.at("textDocument/completion", uri, text, "        limit: 600000\n        ")
    offered = {item["label"] for item in answer["items"]}
    assert {"applies", "counts_as", "excludes", "after"} <= offered
    assert "organisation" not in offered


def test_hover_explains_presence(client: Client, problems: list[str]) -> None:
    answer = client.at("textDocument/hover", URI, TEXT, "    pres")
    said = json.dumps(answer["contents"], ensure_ascii=False)
    assert "in what sense this version contains it" in said
    assert PRESENCES["deferred"] in said


def test_hover_explains_a_field_of_a_term(client: Client, problems: list[str]) -> None:
    answer = client.at("textDocument/hover", URI, TEXT, "        lim")
    assert "in personnel" in json.dumps(answer["contents"], ensure_ascii=False).lower()


def test_the_plans_of_this_folder_are_clean(client: Client) -> None:
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        assert client.open(path.as_uri(), path.read_text(encoding="utf-8")) == [], path.name

"""The pages as bytes: the same every time, every link resolves, nothing inline that the policy forbids."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.cli.running import ROOT
from tests.report.hostile import LONG, NASTY
from tracker.render.site.build import build
from tracker.render.site.dossier import Dossier
from tracker.render.site.policy import POLICY

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Read(HTMLParser):
    """What a page consists of: ids, links, tags with their attributes, its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag in ("a", "link") and "href" in found:
            self.links.append(str(found["href"]))

    def handle_data(self, data: str) -> None:
        self.text += data


def read_all(site: dict[str, bytes]) -> dict[str, Read]:
    return {path: Read(content.decode()) for path, content in site.items() if path.endswith(".html")}


def test_the_same_plans_give_the_same_bytes(dossier: Dossier, site: dict[str, bytes]) -> None:
    assert dict(build(dossier)) == site


def test_bytes_do_not_depend_on_the_order_of_sets() -> None:
    script = (
        "import hashlib, pathlib\n"
        "from tests.report.conftest import dossier_of, ROOT\n"
        "from tracker.render.site.build import build\n"
        "site = build(dossier_of(ROOT / 'plans'))\n"
        "print(hashlib.sha256(repr(sorted(site.items())).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_sizes(site: dict[str, bytes]) -> None:
    pages = {path: len(content) for path, content in site.items() if not path.startswith("data/")}
    assert sum(pages.values()) < 1_000_000, pages
    first = pages["index.html"] + pages["assets/site.css"] + pages["assets/site.js"]
    assert first < 150_000


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_every_link_leads_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    site: dict[str, bytes] = request.getfixturevalue(which)
    pages = read_all(site)
    lost = []
    for path, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if re.match(r"https?://|data:,$", link):
                continue
            found = target or path
            if found not in site or (anchor and found in pages and anchor not in pages[found].ids):
                lost.append(f"{path}: {link}")
    assert lost == []


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_ids_are_unique(which: str, request: pytest.FixtureRequest) -> None:
    for path, page in read_all(request.getfixturevalue(which)).items():
        assert len(page.ids) == len(set(page.ids)), path


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_the_policy_stands_on_every_page_and_nothing_needs_more(
    which: str, request: pytest.FixtureRequest
) -> None:
    for path, page in read_all(request.getfixturevalue(which)).items():
        metas = [attrs for tag, attrs in page.tags if tag == "meta"]
        assert [m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy"] == [POLICY]
        for tag, attrs in page.tags:
            assert tag not in ("style", "iframe", "object", "embed", "base", "img"), path
            assert not [name for name in attrs if name == "style" or name.startswith("on")], (
                path,
                tag,
                attrs,
            )
            assert tag != "script" or attrs.get("src") == "assets/site.js", path


def test_hostile_text_stands_as_text(hostile: dict[str, bytes]) -> None:
    pages = read_all(hostile)
    shown = NASTY.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")
    for name in ("index.html", "matrix.html", "provisions.html", "sources.html", "about.html"):
        assert shown.strip() in pages[name].text.replace("\n", " "), name
    for path, page in pages.items():
        assert "\u202e" not in page.text, path
    assert LONG[-200:] in pages["provisions.html"].text


def test_links_never_lead_into_a_script(hostile: dict[str, bytes]) -> None:
    links = [link for page in read_all(hostile).values() for link in page.links]
    assert links
    assert not [link for link in links if not re.match(r"https?://|data:,$|[A-Za-z0-9_./-]*(#|$)", link)]


def test_every_lineage_has_a_lasting_address(dossier: Dossier, site: dict[str, bytes]) -> None:
    pages = read_all(site)
    lineages = {p.id for plan in dossier.versions.values() for p in plan.provisions}
    assert lineages <= set(pages["matrix.html"].ids)
    assert lineages <= set(pages["provisions.html"].ids)


def test_every_piece_of_evidence_is_shown(dossier: Dossier, site: dict[str, bytes]) -> None:
    text = read_all(site)["provisions.html"].text
    for plan in dossier.versions.values():
        for provision in plan.provisions:
            readings = [item for reading in provision.readings for item in reading.evidence]
            for item in (*provision.evidence, *readings):
                assert not item.quote or item.quote in text
    pieces = sum(
        len(p.evidence) + sum(len(r.evidence) for r in p.readings)
        for plan in dossier.versions.values()
        for p in plan.provisions
    )
    assert site["provisions.html"].decode().count("<li><a href=sources.html#") == pieces


def test_silence_and_removal_are_told_apart(dossier: Dossier, site: dict[str, bytes]) -> None:
    html = site["compare-original-geneva.html"].decode()
    removed = re.search(r"<h2>Removed <span class=num>(\d+)", html)
    silent = re.search(r"<h2>Not reported <span class=num>(\d+)", html)
    counts = dossier.comparisons["original", "geneva"].counts()
    assert removed and silent
    assert (int(removed[1]), int(silent[1])) == (counts["removed"], counts["not-reported"])


def test_hashes_are_those_of_the_files(site: dict[str, bytes]) -> None:
    about = site["about.html"].decode()
    for name in ("original", "geneva", "european", "twenty-point"):
        assert hashlib.sha256((ROOT / "plans" / f"{name}.yaml").read_bytes()).hexdigest() in about


def test_tables_have_headers(site: dict[str, bytes]) -> None:
    for path, page in read_all(site).items():
        tables = sum(tag == "table" for tag, _ in page.tags)
        scopes: list[Any] = [attrs.get("scope") for tag, attrs in page.tags if tag == "th"]
        assert not tables or ("col" in scopes and None not in scopes), path

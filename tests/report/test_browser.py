"""The site in a real browser: it opens, filters, lands, redlines, prints, and axe has nothing to say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.report.hostile import NASTY
from tracker.render.site import paths
from tracker.render.site.dossier import Dossier

PAGES = (
    paths.OVERVIEW,
    paths.MATRIX,
    paths.PROVISIONS,
    paths.PAIRS,
    paths.SOURCES,
    paths.ABOUT,
    "compare-original-geneva.html",
    "compare-geneva-original.html",
    "compare-original-european.html",
    "compare-geneva-twenty-point.html",
)
HOSTILE = tuple(page for page in PAGES if "-" not in page) + tuple(
    f"compare-{a}-{b}.html" for a, b in (("first", "second"), ("second", "third"), ("third", "first"))
)
WITHOUT = """(e, tag) => [...e.childNodes].filter(n => n.nodeName !== tag)
  .map(n => n.textContent).join('')"""
SHOWN = "els => els.filter(e => e.checkVisibility()).length"


def test_every_page_opens_and_says_what_it_is(open_page: Any, folder: Path) -> None:
    names = sorted(path.name for path in folder.glob("*.html"))
    assert set(PAGES) <= set(names)
    for name in names:
        page = open_page(folder, name)
        assert page.locator("h1").count() == 1, name
        assert page.title(), name


def test_no_page_is_wider_than_a_phone(open_page: Any, folder: Path) -> None:
    for name in PAGES:
        page = open_page(folder, name, width=360)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name


def test_filters_filter(open_page: Any, folder: Path, dossier: Dossier) -> None:
    page = open_page(folder, paths.MATRIX)
    rows = page.locator(".grid tbody tr")
    every = len(dossier.matrix.rows)
    assert rows.evaluate_all(SHOWN) == every

    page.select_option("select[name=presence]", "contested")
    contested = [row.lineage for row in dossier.matrix.rows if "contested" in row.presences]
    assert 0 < len(contested) < every
    visible = rows.evaluate_all("els => els.filter(e => e.checkVisibility()).map(e => e.id)")
    assert visible == contested
    assert page.locator("output").inner_text() == f"{len(contested)} of {every}"

    page.select_option("select[name=party]", "nato")
    both = [r.lineage for r in dossier.matrix.rows if "contested" in r.presences and "nato" in r.ids]
    assert (
        rows.evaluate_all("els => els.filter(e => e.checkVisibility()).map(e => e.id)") == both != contested
    )

    page.get_by_role("button", name="Clear").click()
    page.wait_for_function(f"document.querySelector('output').textContent === '{every} of {every}'")
    page.select_option("select[name=kind]", "removed")
    removed = [row.lineage for row in dossier.matrix.rows if "removed" in row.kinds]
    assert rows.evaluate_all("els => els.filter(e => e.checkVisibility()).map(e => e.id)") == removed

    page.select_option("select[name=kind]", "")
    page.select_option("select[name=issue]", "sec.force_cap")
    assert rows.evaluate_all(SHOWN) == sum("sec.force_cap" in row.issues for row in dossier.matrix.rows)

    page.select_option("select[name=issue]", "")
    page.fill("input[name=words]", "Armed FORCES 600,000")
    assert rows.evaluate_all("els => els.filter(e => e.checkVisibility()).map(e => e.id)") == [
        "armed-forces-limit"
    ]
    page.fill("input[name=words]", "nothing has these words")
    assert page.locator("#none-found").is_visible()


@pytest.mark.parametrize(
    "address",
    ["matrix.html", "provisions.html", "compare-original-geneva.html", "compare-geneva-original.html"],
)
@pytest.mark.parametrize("lineage", ["armed-forces-limit", "amnesty", "prisoner-exchange"])
def test_deep_links_land(open_page: Any, folder: Path, dossier: Dossier, address: str, lineage: str) -> None:
    page = open_page(folder, f"{address}#{lineage}")
    target = page.locator(f"[id='{lineage}']")
    assert target.is_visible()
    heading = target.locator("th, h2, h3, p").first
    # at the top, and not below the head of a table that stays there
    assert (
        heading.evaluate(
            """e => { const b = e.getBoundingClientRect();
        return e.contains(document.elementFromPoint(b.left + 12, b.top + 14)) || b.top; }"""
        )
        is True
    )


def test_a_deep_link_into_a_fold_opens_it(open_page: Any, folder: Path, dossier: Dossier) -> None:
    silent = dossier.comparisons["original", "geneva"].of_kind("not-reported")[-1].lineages[0]
    page = open_page(folder, f"compare-original-geneva.html#{silent}")
    assert page.locator(f"[id='{silent}'] p").first.is_visible()


def test_a_link_to_a_row_that_is_filtered_away_shows_it(open_page: Any, folder: Path) -> None:
    page = open_page(folder, paths.MATRIX)
    page.fill("input[name=words]", "amnesty")
    assert not page.locator("#armed-forces-limit").is_visible()
    page.evaluate("location.hash = 'armed-forces-limit'")
    page.locator("#armed-forces-limit").wait_for(state="visible")


def test_neighbours_are_redlined_without_script(open_page: Any, folder: Path) -> None:
    page = open_page(folder, f"{paths.PROVISIONS}#armed-forces-limit", java_script_enabled=False)
    first = page.locator("#armed-forces-limit .redlines p").first
    assert first.locator("del").all_inner_texts() == ["600,000"]
    assert "800,000" in first.locator("ins").all_inner_texts()


def test_any_two_versions_are_redlined_word_by_word(open_page: Any, folder: Path, dossier: Dossier) -> None:
    page = open_page(folder, paths.PROVISIONS)
    row = dossier.matrix.row("armed-forces-limit")
    texts = [cell.provision.summary for cell in row.cells if cell.provision]
    article = page.locator("#armed-forces-limit")
    pick = article.locator("select")
    for old in range(len(texts)):
        for new in range(len(texts)):
            pick.nth(0).select_option(str(old))
            pick.nth(1).select_option(str(new))
            out = article.locator(".any")
            if old == new:
                assert out.inner_text() == "The same words."
                continue
            assert out.evaluate(WITHOUT, "INS") == texts[old]
            assert out.evaluate(WITHOUT, "DEL") == texts[new]
    pick.nth(0).select_option("0")
    pick.nth(1).select_option("1")
    assert article.locator(".any del").all_inner_texts() == ["600,000"]


def test_reading_needs_no_script(open_page: Any, folder: Path, dossier: Dossier) -> None:
    page = open_page(folder, paths.MATRIX, java_script_enabled=False)
    assert page.locator(".grid tbody tr").count() == len(dossier.matrix.rows)
    assert not page.locator("form.filters").is_visible()
    assert "need JavaScript" in page.locator("noscript").inner_text()


def test_light_and_dark(open_page: Any, folder: Path) -> None:
    background = "getComputedStyle(document.documentElement).backgroundColor"
    light = open_page(folder, paths.OVERVIEW, color_scheme="light")
    dark = open_page(folder, paths.OVERVIEW, color_scheme="dark")
    day, night = light.evaluate(background), dark.evaluate(background)
    assert day != night
    light.get_by_role("button", name="Switch to dark colours").click()
    assert light.evaluate(background) == night
    light.get_by_role("button", name="Switch to light colours").click()
    assert light.evaluate(background) == day


FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility() && !e.disabled).length"""
NUMBER = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
  window.seen ??= new Map(); if (!window.seen.has(e)) window.seen.set(e, window.seen.size);
  const ring = getComputedStyle(e).outlineStyle;
  return [window.seen.get(e), e.matches(':focus-visible') && ring !== 'none']; }"""


@pytest.mark.parametrize("name", [paths.OVERVIEW, paths.MATRIX, "compare-original-european.html"])
def test_the_keyboard_reaches_everything(open_page: Any, folder: Path, name: str) -> None:
    page = open_page(folder, name)
    wanted = page.evaluate(FOCUSABLE)
    reached, shown = set(), []
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        found = page.evaluate(NUMBER)
        if found is None:
            break
        reached.add(found[0])
        shown.append(found[1])
    assert len(reached) >= wanted
    assert all(shown)


def test_the_first_key_skips_to_the_content(open_page: Any, folder: Path) -> None:
    page = open_page(folder, paths.MATRIX)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", PAGES)
def test_print_cuts_no_table(open_page: Any, folder: Path, name: str) -> None:
    page = open_page(folder, name, width=687)  # A4 less its margins, in CSS pixels
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('table, .wide, .grid, pre, figure')]
        .filter(e => e.checkVisibility())
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1)
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


def violations(page: Any, axe: str) -> list[str]:
    """What axe finds; it styles the page it looks at, which our policy would not let it."""
    page.evaluate(axe)
    found = page.evaluate(
        """async () => (await axe.run(document, {preload: false, resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations
        .map(v => [v.id, v.nodes.length, v.nodes[0].html, v.nodes[0].failureSummary])"""
    )
    return [json.dumps(item, ensure_ascii=False) for item in found]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Any, folder: Path, axe: str, name: str, scheme: str) -> None:
    assert violations(open_page(folder, name, color_scheme=scheme, bypass_csp=True), axe) == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_phone(open_page: Any, folder: Path, axe: str, name: str) -> None:
    assert violations(open_page(folder, name, width=390, bypass_csp=True), axe) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_plans_run_nothing(open_page: Any, hostile_folder: Path, name: str) -> None:
    page = open_page(hostile_folder, name, width=390)
    assert page.evaluate("typeof window.hit") == "undefined"
    assert page.evaluate("document.querySelectorAll('img, [onerror], main script, main iframe').length") == 0
    assert "<script>window.hit=1</script>" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for link in page.locator("a[href]").evaluate_all("els => els.map(e => e.protocol)"):
        assert link in ("file:", "https:")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_accessible(open_page: Any, hostile_folder: Path, axe: str, name: str) -> None:
    assert violations(open_page(hostile_folder, name, bypass_csp=True), axe) == []


def test_the_policy_stops_what_escaping_would_miss(open_page: Any, browser: Any, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=1\">')")
    page.evaluate(
        """() => { const made = document.createElement('script');
        made.textContent = 'window.hit=2'; document.body.append(made); }"""
    )
    page.wait_for_timeout(50)
    assert page.evaluate("typeof window.hit") == "undefined"
    page.close()


def test_hostile_filters_still_filter(open_page: Any, hostile_folder: Path) -> None:
    page = open_page(hostile_folder, paths.MATRIX)
    page.fill("input[name=words]", NASTY.split()[0])
    assert page.locator(".grid tbody tr").evaluate_all(SHOWN) > 0

"""`tracker report` and `tracker diff --format html` as people run them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ROOT, tracker
from tests.report.hostile import write_plans

MARKER = ".provision-report"


def test_the_report_of_the_real_plans(tmp_path: Path) -> None:
    done = tracker("report", "-o", str(tmp_path / "site"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "index.html" in done.stderr
    assert (tmp_path / "site" / "compare-original-geneva.html").is_file()
    assert (tmp_path / "site" / MARKER).is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_only_the_versions_asked_for(tmp_path: Path) -> None:
    done = tracker("report", "original", "european", "-o", str(tmp_path / "site"), "--title", "Two <drafts>")
    assert done.returncode == 0
    names = {path.name for path in (tmp_path / "site").glob("compare-*.html")}
    assert names == {"compare-original-european.html", "compare-european-original.html"}
    assert "<h1>Two &lt;drafts&gt;</h1>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_extracted_files_are_no_versions(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "plans" / "extracted").mkdir(exist_ok=True)
    text = (ROOT / "plans" / "geneva.yaml").read_text(encoding="utf-8")
    draft = text.replace("curation: curated", "curation: extracted", 1)
    (tmp_path / "plans" / "extracted" / "draft.yaml").write_text(draft, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert tracker("report", "-o", "site", cwd=tmp_path).returncode == 0
    assert not list((tmp_path / "site").glob("*draft*"))


def test_a_broken_file_stops_it_with_its_place(tmp_path: Path) -> None:
    plans = write_plans(tmp_path / "plans")
    (plans / "second.yaml").write_text("version: second\ntitel: x\n", encoding="utf-8")
    done = tracker("report", "-o", str(tmp_path / "site"), "--plans", str(plans))
    assert done.returncode == 2
    assert "second.yaml:2:1" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    theirs = tmp_path / "site"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = tracker("report", "-o", str(theirs))
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert [path.name for path in theirs.iterdir()] == ["thesis.txt"]
    assert tracker("report", "-o", str(theirs), "--force").returncode == 0
    assert (theirs / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_settings_order_the_weightiest(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        "[tool.tracker.weight]\namnesty = 10\nremoved = 10\n", encoding="utf-8"
    )
    pages = []
    for options in (("--config", str(tmp_path / "own.toml")), ("--no-config",)):
        assert tracker("report", "-o", str(tmp_path / "site"), *options).returncode == 0
        pages.append((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    link = "<h4><a href=compare-original-geneva.html#amnesty>"
    assert [link in page for page in pages] == [True, False]


def test_nothing_to_show(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    done = tracker("report", "-o", "site", cwd=tmp_path)
    assert done.returncode == 2
    assert "no versions" in done.stderr


def test_one_comparison_as_one_file(tmp_path: Path, open_page: Any) -> None:
    done = tracker("diff", "original", "geneva", "-o", f"html:{tmp_path / 'one.html'}", "--stat")
    assert done.returncode == 0
    made = tracker("diff", "original", "geneva", "--format", "html")
    assert made.returncode == 0
    (tmp_path / "one.html").write_text(made.stdout, encoding="utf-8")
    page = open_page(tmp_path, "one.html")
    assert page.locator("#armed-forces-limit .side").count() == 2
    assert page.locator("link[rel=stylesheet], script[src]").count() == 0
    # the style inside takes effect under the policy
    assert page.evaluate("getComputedStyle(document.querySelector('.pair')).display") == "grid"
    assert page.locator("button.theme").is_visible()


@pytest.mark.parametrize("command", [("list",), ("show", "geneva"), ("diff", "original", "geneva", "--stat")])
def test_any_result_is_a_page(command: tuple[str, ...], tmp_path: Path, open_page: Any) -> None:
    made = tracker(*command, "--format", "html")
    assert made.returncode == 0
    (tmp_path / "page.html").write_text(made.stdout, encoding="utf-8")
    page = open_page(tmp_path, "page.html")
    assert "Geneva revision" in page.locator("main").inner_text()


def test_hostile_plans_in_one_file(tmp_path: Path, open_page: Any) -> None:
    plans = write_plans(tmp_path / "plans")
    for command in (("diff", "first", "second"), ("show", "third"), ("list",)):
        made = tracker(*command, "--format", "html", "--plans", str(plans))
        assert made.returncode == 0, made.stderr
        (tmp_path / "page.html").write_text(made.stdout, encoding="utf-8")
        page = open_page(tmp_path, "page.html")
        assert page.evaluate("typeof window.hit") == "undefined"
        assert "<script>window.hit=1</script>" in page.locator("main").inner_text()
        assert page.locator("script").count() == 1

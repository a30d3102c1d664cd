"""From articles to reviewed plan files, as people run it; the review through a terminal of its own."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.running import ROOT, tracker
from tests.extract.small_shelf import ARTICLE, FIRST, SECOND, project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path)
    return tmp_path


def test_prints_drafts_and_writes_nothing(folder: Path) -> None:
    run = tracker("extract", "article.txt", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("---\n# plans/extracted/first.yaml\n")
    assert "---\n# plans/extracted/second.yaml\n" in run.stdout
    assert not (folder / "plans" / "extracted").exists()
    one = tracker("extract", "article.txt", "--version", "second", cwd=folder)
    assert one.stdout.startswith("# yaml-language-server:")
    assert yaml.safe_load(one.stdout)["version"] == "second"
    assert (
        tracker("extract", "-", "--version", "second", cwd=folder, stdin=ARTICLE).stdout.count("120000") == 1
    )


def test_writes_the_same_bytes_and_never_over_an_edit(folder: Path) -> None:
    written = folder / "plans" / "extracted" / "second.yaml"
    first = tracker("extract", "--write", "article.txt", cwd=folder)
    assert first.returncode == 0, first.stderr
    assert "plans/extracted/second.yaml: written" in first.stderr
    content = written.read_bytes()
    assert "already up to date" in tracker("extract", "--write", "article.txt", cwd=folder).stderr
    assert written.read_bytes() == content
    written.write_bytes(content + b"# mine\n")
    refused = tracker("extract", "--write", "article.txt", cwd=folder)
    assert refused.returncode == 2
    assert "edited by hand" in refused.stderr
    forced = tracker("extract", "--write", "--force", "article.txt", cwd=folder)
    assert forced.returncode == 0
    assert written.read_bytes() == content
    assert (written.parent / "second.yaml.bak").read_bytes() == content + b"# mine\n"


def test_an_output_never_replaces_what_was_written_by_hand(folder: Path) -> None:
    for output in ("plans/second.yaml", "yaml:plans/second.yaml", "json:plans/second.yaml"):
        run = tracker("extract", "article.txt", "--version", "second", "-o", output, cwd=folder)
        assert (run.returncode, "by hand" in run.stderr) == (2, True)
        assert (folder / "plans" / "second.yaml").read_text("utf-8") == SECOND
    for _ in range(2):  # its own output it may replace
        run = tracker("extract", "article.txt", "--version", "second", "-o", "draft.yaml", cwd=folder)
        assert run.returncode == 0, run.stderr
    assert (folder / "draft.yaml").read_text("utf-8") == run.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-f", "jsn"), "no format `jsn`"),
        (
            ("-o", "draft.yaml", "-o", "nowhere/draft.json"),
            "nowhere/draft.json: cannot be written: there is no such folder",
        ),
    ],
)
def test_nothing_is_written_by_a_run_that_fails(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    run = tracker("extract", "article.txt", "--write", *arguments, cwd=folder)
    assert (run.returncode, message in run.stderr) == (2, True), run.stderr
    assert not (folder / "plans" / "extracted").exists()
    assert not (folder / "draft.yaml").exists()


def test_the_hint_can_be_pasted(folder: Path) -> None:
    (folder / "a wire.txt").write_text(ARTICLE, encoding="utf-8")
    assert "`tracker sources add 'a wire.txt'`" in tracker("extract", "a wire.txt", cwd=folder).stderr


def test_no_digest_is_begun_for_an_article_without_text(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    run = tracker("sources", "add", "empty.txt", cwd=folder)
    assert (run.returncode, "empty.txt holds no text" in run.stderr) == (2, True), run.stderr
    assert not (folder / "seeds" / "empty.md").exists()


def test_an_output_never_replaces_an_article(folder: Path) -> None:
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    for output in ("article.md", "json:./article.md"):
        run = tracker("extract", "article.md", "--force", "-o", output, cwd=folder)
        assert (run.returncode, "is one of the articles" in run.stderr) == (2, True)
        assert (folder / "article.md").read_text("utf-8") == ARTICLE


def test_a_changed_source_makes_its_drafts_stale(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    assert "EXT001" not in tracker("check", cwd=folder).stdout
    (folder / "article.txt").write_text(ARTICLE + "\nMore.\n", encoding="utf-8")
    found = tracker("check", cwd=folder).stdout
    assert found.count("EXT001") == 2
    tracker("extract", "--write", "article.txt", cwd=folder)
    assert "EXT001" not in tracker("check", cwd=folder).stdout


def test_json_has_its_schema_and_exact_slices(folder: Path) -> None:
    run = tracker("extract", "article.txt", "-f", "json", cwd=folder)
    data = json.loads(run.stdout)
    schema = json.loads((ROOT / "tracker" / "schema" / "claims-v1.schema.json").read_text("utf-8"))
    jsonschema.validate(data, schema)
    assert len(data["claims"]) == 3
    for claim in data["claims"]:
        sentence = claim["sentence"]
        for quote in claim["quotes"]:
            assert ARTICLE[quote["start"] : quote["end"]] == quote["quote"]
            assert sentence["start"] <= quote["start"] < quote["end"] <= sentence["end"]
    assert [claim["lineage"] for claim in data["claims"]] == [
        "forces-limit",
        "forces-limit",
        "pact-membership",
    ]
    assert any("50,000" in item["text"] for item in data["review"])
    [source] = data["sources"]
    assert source["characters"] == len(ARTICLE)
    assert source["sha256"] == source["text_sha256"]


def test_explains_every_stage(folder: Path) -> None:
    run = tracker("extract", "article.txt", "--explain", cwd=folder)
    for word in ("sha256", "sentence 0-26", "second (explicit)", "not content", "force-cap"):
        assert word in run.stdout


def test_what_goes_wrong(folder: Path) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04nothing")
    mixed = tracker("extract", "article.txt", "bad.docx", cwd=folder)
    assert mixed.returncode == 1
    assert "article-unreadable" in mixed.stderr
    assert "120000" in mixed.stdout
    assert tracker("extract", "bad.docx", cwd=folder).returncode == 2
    assert tracker("extract", "none.txt", cwd=folder).returncode == 2
    wrong = tracker("extract", "article.txt", "--version", "secnd", cwd=folder)
    assert (wrong.returncode, "did you mean `second`?" in wrong.stderr) == (2, True)
    model = tracker("extract", "article.txt", "--llm", cwd=folder)
    assert (model.returncode, "no language model is configured" in model.stderr) == (2, True)
    for run in (mixed, wrong, model):
        assert "Traceback" not in run.stderr
    empty = tracker("extract", "-", cwd=folder, stdin="Nothing of note happened today.\n")
    assert (empty.returncode, empty.stdout) == (0, "")
    assert "no claim" in empty.stderr


def test_coverage(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    table = tracker("coverage", "second", "--width", "120", cwd=folder).stdout
    assert "supported by" in table
    data = json.loads(tracker("coverage", "second", "-f", "json", cwd=folder).stdout)
    [row] = data["provisions"]
    assert [(s["source"], s["found"]) for s in row["supports"]] == [
        ("article", "extracted"),
        ("gazette-2030-02-02", "coded"),
    ]
    coded = json.loads(tracker("coverage", "second", "-f", "json", "--no-extract", cwd=folder).stdout)
    assert [s["source"] for s in coded["provisions"][0]["supports"]] == ["gazette-2030-02-02"]


def test_a_digest_begun(folder: Path) -> None:
    run = tracker(
        "sources", "add", "article.txt", "--id", "wire-2030-02-02", "--publisher", "A: wire", cwd=folder
    )
    assert (run.returncode, run.stdout) == (0, "seeds/wire-2030-02-02.md\n"), run.stderr
    text = (folder / "seeds" / "wire-2030-02-02.md").read_text("utf-8")
    front = yaml.safe_load(text.split("---")[1])
    assert front["publisher"] == "A: wire"
    assert front["original"]["name"] == "article.txt"
    assert "# date:" in text
    assert "seeds/wire-2030-02-02.md" not in tracker("check", "-f", "concise", cwd=folder).stdout
    again = tracker("sources", "add", "article.txt", "--id", "other", cwd=folder)
    assert (again.returncode, "is a digest of this article already" in again.stderr) == (2, True)
    for arguments in (["--id", "gazette-2030-01-06"], ["--id", "Bad Id"], ["--date", "yesterday"]):
        (folder / "new.txt").write_text("New.", encoding="utf-8")
        refused = tracker("sources", "add", "new.txt", *arguments, cwd=folder)
        assert refused.returncode == 2, arguments
        assert ("`--date`: " in refused.stderr) == ("--date" in arguments)
        assert "Traceback" not in refused.stderr


# --- review ---


class Terminal:
    """`tracker review` in a pseudo-terminal: types when it is asked."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("TRACKER_", "COV"))}
        self.main, side = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracker", "review", *arguments],
            cwd=folder,
            stdin=side,
            stdout=side,
            stderr=side,
            env={**clean, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", **environment},
        )
        os.close(side)
        self.seen = ""

    def until(self, pattern: str) -> str:
        """Waits for the screen to show something new; what came up to then."""
        deadline = time.monotonic() + 60
        while not (match := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.main], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"{pattern!r} did not come; the screen has {self.seen!r}"
            try:
                data = os.read(self.main, 65536)
            except OSError:
                data = b""
            assert data, f"ended before {pattern!r}; the screen has {self.seen!r}"
            self.seen += data.decode()
        said, self.seen = self.seen[: match.end()], self.seen[match.end() :]
        return said

    def answer(self, key: str) -> str:
        said = self.until(r"\[aersuq\?\] ")
        os.write(self.main, f"{key}\n".encode())
        return said

    def end(self) -> str:
        self.until(r"that was the last one: undo, quit \[uq\] ")
        os.write(self.main, b"q\n")
        said = self.until(r"\d+ accepted, \d+ rejected, \d+ left")
        assert self.process.wait(60) == 0
        os.close(self.main)
        return said


def curated(folder: Path, version: str) -> str:
    return (folder / "plans" / f"{version}.yaml").read_text("utf-8")


def test_a_walk_through_a_terminal(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    walk = Terminal(folder, "second")
    shown = walk.answer("a")
    assert "forces-limit" in shown
    assert "adds one piece of evidence" in shown
    assert "accepted" in walk.answer("u")
    assert "undone: forces-limit" in walk.until("undone: forces-limit")
    assert curated(folder, "second") == SECOND
    walk.answer("a")
    assert "adds the provision" in walk.answer("x")
    assert "undo: the last decision" in walk.answer("a")
    assert "2 accepted, 0 rejected, 0 left" in walk.end()
    text = curated(folder, "second")
    assert text.startswith("# Known from reports only.\n")
    data = yaml.safe_load(text)
    assert [p["id"] for p in data["provisions"]] == ["forces-limit", "pact-membership"]
    assert [e["source"] for e in data["provisions"][0]["evidence"]] == ["gazette-2030-02-02", "article"]
    assert data["provisions"][1]["evidence"][0]["quote"] == "Norland would be barred from joining the Pact"
    assert "0 left" in tracker("review", "second", cwd=folder).stderr


def test_resumes_and_undoes_across_runs(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    first = tracker("review", "second", cwd=folder, stdin="a\nq\n")
    assert "1 accepted, 0 rejected, 1 left" in first.stderr
    assert curated(folder, "second") != SECOND
    second = tracker("review", "plans/extracted/second.yaml", cwd=folder, stdin="r\n")
    assert "[2/2]" in second.stdout
    assert "1 accepted, 1 rejected, 0 left" in second.stderr
    # a new draft that says something else of a rejected proposal brings it up again
    (folder / "article.txt").write_text(ARTICLE.replace("barred from", "eligible for"), encoding="utf-8")
    tracker("extract", "--write", "article.txt", cwd=folder)
    third = tracker("review", "second", cwd=folder, stdin="u\nu\ns\ns\n")
    assert third.stdout.count("undone:") == 2
    assert curated(folder, "second") == SECOND


def test_a_draft_from_an_undeclared_source_is_told_how_to_declare_it(folder: Path) -> None:
    (folder / "wire.txt").write_text(ARTICLE, encoding="utf-8")
    tracker("extract", "--write", "wire.txt", cwd=folder)
    run = tracker("review", "second", cwd=folder)
    assert run.returncode == 2
    assert run.stderr == (
        "tracker: plans/extracted/second.yaml rests on `wire`: neither in seeds/ nor in sources.yaml\n"
        "  help: begin a digest with `tracker sources add FILE --id ID`, or cite it in sources.yaml\n"
    )
    checked = tracker("check", cwd=folder)
    assert "are known, among them" not in checked.stdout + checked.stderr
    assert "source ids are declared in" in checked.stdout


def test_the_last_decision_can_be_taken_back_too(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    run = tracker("review", "second", cwd=folder, stdin="r\na\nu\nr\nq\n")
    assert "undone: pact-membership" in run.stdout
    assert "0 accepted, 2 rejected, 0 left" in run.stderr
    assert curated(folder, "second") == SECOND
    later = tracker("review", "second", cwd=folder, stdin="u\ns\n\n")
    assert "undone: pact-membership" in later.stdout
    assert "0 accepted, 1 rejected, 1 left" in later.stderr
    begun = tracker("review", "first", cwd=folder, stdin="s\n")  # where nothing is decided, nothing is asked
    assert "that was the last one" not in begun.stdout


def test_what_is_skipped_counts_on(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    shown = tracker("review", "second", cwd=folder, stdin="s\ns\n").stdout
    assert (shown.count("[1/2]"), shown.count("[2/2]")) == (1, 1)


def test_an_undo_never_destroys_what_was_written_since(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    tracker("review", "second", cwd=folder, stdin="a\n")
    path = folder / "plans" / "second.yaml"
    path.write_text(path.read_text("utf-8") + "# mine\n", encoding="utf-8")
    before = path.read_bytes()
    run = tracker("review", "second", cwd=folder, stdin="u\nq\n")
    assert "has changed since" in run.stderr
    assert path.read_bytes() == before


def test_sources_that_differ_become_readings(folder: Path) -> None:
    other = "The original plan would cap Norland's armed forces at 70,000 troops.\n"
    (folder / "article.txt").write_text(other, encoding="utf-8")
    tracker("extract", "--write", "article.txt", cwd=folder)
    run = tracker("review", "first", cwd=folder, stdin="a\n")
    assert "adds a reading: sources differ" in run.stdout
    text = curated(folder, "first")
    limit = yaml.safe_load(text)["provisions"][0]
    assert limit["terms"][0]["limit"] == 90000
    assert limit["readings"][0]["terms"][0]["limit"] == 70000
    kept = [line for line in FIRST.splitlines() if line.strip()]
    assert [line for line in text.splitlines() if line in kept] == kept  # comments and all


def editor(folder: Path, code: str) -> str:
    path = folder / "editor.py"
    path.write_text(
        f"import sys, pathlib\np = pathlib.Path(sys.argv[1])\nt = p.read_text()\n{code}\n", "utf-8"
    )
    return f"{sys.executable} {path}"


def test_edits_in_an_editor(folder: Path) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    good = editor(folder, "p.write_text(t.replace('No membership of the Pact', 'Out of the Pact'))")
    run = tracker("review", "second", cwd=folder, stdin="s\ne\n", EDITOR=good, VISUAL="")
    assert "accepted as edited" in run.stdout
    assert yaml.safe_load(curated(folder, "second"))["provisions"][1]["title"] == "Out of the Pact"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("p.write_text(t.replace('presence: reported', 'presence: certain'))", "not valid"),
        ("p.write_text('{')", "not valid"),
        ("p.write_text('')", "not valid"),
        ("sys.exit(3)", "ended with 3"),
        ("p.unlink()", "cannot be read"),
    ],
)
def test_an_edit_that_fails_does_nothing(folder: Path, code: str, message: str) -> None:
    tracker("extract", "--write", "article.txt", cwd=folder)
    run = tracker("review", "second", cwd=folder, stdin="e\nq\n", EDITOR=editor(folder, code), VISUAL="")
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert "0 accepted, 0 rejected, 2 left" in run.stderr
    assert curated(folder, "second") == SECOND


def test_review_of_what_is_no_draft(folder: Path) -> None:
    run = tracker("review", "plans/first.yaml", cwd=folder)
    assert (run.returncode, "is no draft" in run.stderr) == (2, True)
    assert tracker("review", "nowhere", cwd=folder).returncode == 2
    tracker("extract", "--write", "article.txt", cwd=folder)
    (folder / "plans" / "extracted" / "second.review.json").write_text("{", encoding="utf-8")
    broken = tracker("review", "second", cwd=folder)
    assert (broken.returncode, "no state of a review" in broken.stderr) == (2, True)

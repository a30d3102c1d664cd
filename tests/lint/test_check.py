"""`tracker check` as people run it: paths, settings, comments, repairs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, tracker
from tests.lint.project import HEAD, SCHEMA_LINE, write_project

PROVISION = """  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: {summary}
    presence: in-text
    terms: [{{kind: force-cap, party: ukraine, limit: 600000}}]
    evidence: [{{source: wire-2025-11-20, hedge: asserted}}]
"""
QUIET = "--no-config", "--format", "concise", "--ignore", "PAR005"


def plan(summary: str = "The forces are limited.") -> str:
    return SCHEMA_LINE + HEAD + "provisions:\n" + PROVISION.format(summary=summary)


WRONG = plan("The forces are limited to 800,000.")


def codes(out: str) -> list[str]:
    return [line.split(" ")[1] for line in out.splitlines()]


def test_own_plans_have_neither_errors_nor_warnings() -> None:
    done = tracker("check", "--no-config", "--format", "json", "--fail-on", "warning")
    found = json.loads(done.stdout)
    assert [f for f in found["findings"] if f["severity"] != "info"] == []
    assert done.returncode == 0
    assert {"plans/original.yaml", "plans/names.yaml", "plans/sources.yaml"} <= set(found["files"])
    assert any(name.startswith("seeds/") for name in found["files"])


def test_quotes_are_found_again_in_the_originals_where_they_are_at_hand() -> None:
    originals = ROOT.parent / "shared" / "seeds"
    if not originals.is_dir():
        pytest.skip("the originals are not here")
    done = tracker("check", "--no-config", "--select", "EVI002,TXT003", TRACKER_ORIGINALS=str(originals))
    assert done.returncode == 0, done.stdout


def test_quote_that_only_the_digest_has(tmp_path: Path) -> None:
    import hashlib

    original = b"They would lift the ceiling on its forces.\n"
    sha = hashlib.sha256(original).hexdigest()
    front = f"---\nid: wire\noriginal: {{name: wire.txt, sha256: {sha}}}\n---\n"
    digest = f"{front}\nIt lifts “the cap on its forces”.\n"
    text = plan().replace("source: wire-2025-11-20,", 'source: wire, quote: "the cap on its forces",')
    write_project(tmp_path, {"plans/draft.yaml": text, "seeds/wire.md": digest})
    assert tracker("check", *QUIET, cwd=tmp_path).returncode == 0
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "wire.txt").write_bytes(original)
    done = tracker("check", *QUIET, cwd=tmp_path, TRACKER_ORIGINALS="kept")
    assert "EVI002 the digest of wire has this, its original has not" in done.stdout
    (tmp_path / "kept" / "wire.txt").write_bytes(original + b"changed")
    assert tracker("check", *QUIET, cwd=tmp_path, TRACKER_ORIGINALS="kept").returncode == 0


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("the cap on its army", "“army” here, “armed” there"),
        ("said to lift", "our words in the digest"),
        ("the cap on its arm", "does not stand in"),
        ("nothing like it at all", "copy the phrase"),
    ],
)
def test_quote_that_is_not_there_shows_what_is(quote: str, said: str, tmp_path: Path) -> None:
    digest = "---\nid: wire\n---\n\nIt is said to lift “the cap on its armed forces” soon.\n"
    text = plan().replace("source: wire-2025-11-20,", f'source: wire, quote: "{quote}",')
    write_project(tmp_path, {"plans/draft.yaml": text, "seeds/wire.md": digest})
    done = tracker("check", "--no-config", "--width", "200", cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stdout


def test_exit_codes_follow_fail_on(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": plan()})
    assert tracker("check", "--no-config", cwd=tmp_path).returncode == 0
    assert tracker("check", "--no-config", "--fail-on", "info", cwd=tmp_path).returncode == 1
    write_project(tmp_path, {"plans/draft.yaml": WRONG})
    assert tracker("check", "--no-config", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("word", ["FIG002", "fig002", "contradicting-figure", "FIG"])
def test_select_and_ignore_take_code_name_and_family(word: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": WRONG})
    done = tracker("check", "--no-config", "-f", "concise", "--select", word, cwd=tmp_path)
    assert codes(done.stdout) == ["FIG002"]
    done = tracker("check", *QUIET, "--ignore", word, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_rule_that_does_not_exist(option: str, tmp_path: Path) -> None:
    done = tracker("check", "--no-config", option, "FIG02", cwd=ROOT)
    assert done.returncode == 2
    assert "`FIG02` is no rule" in done.stderr and "did you mean" in done.stderr


def test_standard_input_takes_the_place_of_its_file(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": plan()})
    done = tracker("check", "-", "--stdin-filename", "plans/draft.yaml", *QUIET, cwd=tmp_path, stdin=WRONG)
    assert done.returncode == 1
    assert done.stdout.startswith("plans/draft.yaml:10:14 FIG002")
    done = tracker("check", "-", *QUIET, cwd=tmp_path, stdin=WRONG)
    assert done.stdout.startswith("<stdin>:10:14 FIG002")


def test_only_the_files_asked_for_are_spoken_of(tmp_path: Path) -> None:
    later = plan().replace("draft", "later", 1).replace("date:", "revises: [draft]\ndate:")
    later = later.replace("2025-11-20", "2025-11-10", 1)
    write_project(tmp_path, {"plans/draft.yaml": WRONG, "plans/later.yaml": later})
    done = tracker("check", "plans/later.yaml", *QUIET, cwd=tmp_path)
    assert codes(done.stdout) == ["REV003"]


def test_folder_without_plans_is_a_shelf_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD.replace("text: full", "text: ful"), encoding="utf-8")
    done = tracker("check", ".", "--no-config", "-f", "concise", "--select", "SHP", cwd=tmp_path)
    assert done.stdout.startswith("x.yaml:3:7 SHP005")
    assert tracker("check", "--no-config", cwd=tmp_path).returncode == 2


def test_findings_are_sorted_and_counted(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/b.yaml": WRONG, "plans/a.yaml": WRONG})
    done = tracker("check", *QUIET, cwd=tmp_path)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["plans/a.yaml", "plans/b.yaml"]
    done = tracker("check", "--no-config", "--select", "FIG", "--statistics", cwd=tmp_path)
    assert done.stdout.splitlines()[0].split()[:3] == ["2", "FIG002", "contradicting-figure"]
    assert done.stdout.splitlines()[-1] == "2 errors in 4 files"


def test_github_is_chosen_under_actions(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": WRONG})
    done = tracker("check", "--no-config", cwd=tmp_path, GITHUB_ACTIONS="true")
    assert "::error file=plans/draft.yaml,line=10" in done.stdout


def test_several_outputs_at_once(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": WRONG})
    done = tracker(
        "check", "--no-config", "-o", "sarif:out.sarif", "-o", "junit:out.xml", "-o", "out.json", cwd=tmp_path
    )
    assert done.returncode == 1
    assert "error[FIG002]" in done.stdout
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "out.xml").read_text().startswith("<?xml")
    assert json.loads((tmp_path / "out.json").read_text())["failed"] is True


def ignoring(comment: str, above: str = "") -> str:
    text = plan("The forces are limited to 800,000." + (f"  # {comment}" if comment else ""))
    return text.replace("    summary:", f"    # {above}\n    summary:") if above else text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (ignoring("tracker: ignore[FIG002] the draft says both"), []),
        (ignoring("", "tracker: ignore[contradicting-figure] the draft says both"), []),
        (ignoring("tracker: ignore[FIG] the draft says both"), []),
        (ignoring("tracker: ignore[FIG002, EVI003] both"), []),
        (ignoring("tracker: ignore[FIG002]"), ["FIG002", "IGN001"]),
        (ignoring("tracker: ignore the draft says both"), ["FIG002", "IGN001"]),
        (ignoring("tracker: ignore[] the draft says both"), ["FIG002", "IGN001"]),
        (ignoring("tracker: ignore[EVI003] another rule"), ["FIG002", "IGN002"]),
        (ignoring("tracker: ignore[ALL] everything"), ["FIG002", "IGN002"]),
        (plan("'see # tracker: ignore[FIG002] in a value'"), []),
        (plan("|\n      see\n      # tracker: ignore[FIG002] in a value"), []),
        (plan("|\n      see\n    # tracker: ignore[FIG002] below a value"), ["IGN002"]),
    ],
)
def test_ignore_comments(text: str, left: list[str], tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": text})
    assert sorted(codes(tracker("check", *QUIET, cwd=tmp_path).stdout)) == left


def settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('ignore = ["FIG"]', 0),
        ('select = ["ID"]', 0),
        ('severity = {FIG002 = "warning"}', 0),
        ('severity = {FIG = "warning"}\nfail-on = "warning"', 1),
        ('per-file-ignores = {"draft.yaml" = ["FIG002"]}', 0),
        ('per-file-ignores = {"plans/*" = ["FIG002"]}', 0),
        ('per-file-ignores = {"other.yaml" = ["FIG002"]}', 1),
    ],
)
def test_settings(text: str, code: int, tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": WRONG})
    settings(tmp_path, f"[tool.tracker]\n{text}\n")
    assert tracker("check", cwd=tmp_path / "plans").returncode == code
    assert tracker("check", "--no-config", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tool.tracker]\nselct = ["FIG"]', "did you mean `select`"),
        ('[tool.tracker]\nselect = "FIG"', "`select`"),
        ('[tool.tracker]\nselect = ["NOPE1"]', "`NOPE1` is no rule"),
        ('[tool.tracker]\nseverity = {FIG = "grave"}', "severity.FIG"),
        ('[tool.tracker]\nper-file-ignores = {"*" = ["NOPE1"]}', "`NOPE1` is no rule"),
        ("[tool.tracker\n", "not valid TOML"),
        ("[tool]\ntracker = 3", "[tool.tracker]"),
    ],
)
def test_settings_that_nobody_understands(text: str, said: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": plan()})
    settings(tmp_path, text)
    done = tracker("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "internal" not in done.stderr


MESSY = (
    plan()
    .removeprefix(SCHEMA_LINE)
    .replace("A draft", "A dr\u200baft  # a comment that stays")
    .replace(
        "limit: 600000",
        "limit: 600000, after: [{event: signature, within: '0100 days'}]".replace("0100", "100.0"),
    )
    .replace("hedge: asserted}]", "hedge: asserted}, {source: wire-2025-11-20}]  # kept, too")
)


def test_fix_repairs_and_changes_nothing_else(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": MESSY})
    path = tmp_path / "plans" / "draft.yaml"
    shown = tracker("check", "--diff", "--no-config", cwd=tmp_path)
    assert shown.returncode == 1
    assert path.read_text(encoding="utf-8") == MESSY
    assert "\u200b" not in shown.stdout or "-title" in shown.stdout
    done = tracker("check", "--fix", *QUIET, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "4 repaired in 1 file" in done.stderr
    expected = SCHEMA_LINE + MESSY.replace("\u200b", "").replace("'100.0 days'", "100 days").replace(
        ", {source: wire-2025-11-20}", ""
    )
    assert path.read_text(encoding="utf-8") == expected
    again = tracker("check", "--fix", *QUIET, cwd=tmp_path)
    assert "nothing to repair" in again.stderr
    assert tracker("check", "--diff", *QUIET, cwd=tmp_path).stdout == ""


def test_fix_keeps_windows_line_ends_and_the_mark(tmp_path: Path) -> None:
    write_project(tmp_path, {"plans/draft.yaml": ""})
    path = tmp_path / "plans" / "draft.yaml"
    raw = b"\xef\xbb\xbf" + plan("'Limi\u200bted.'").replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    assert tracker("check", "--fix", *QUIET, cwd=tmp_path).returncode == 0
    assert path.read_bytes() == raw.replace("\u200b".encode(), b"")


def test_fix_leaves_a_broken_file_alone(tmp_path: Path) -> None:
    text = MESSY.replace("presence: in-text", "presence: in-txt")
    write_project(tmp_path, {"plans/draft.yaml": text})
    done = tracker("check", "--fix", *QUIET, cwd=tmp_path)
    assert done.returncode == 1
    assert "not repaired: it cannot be read" in done.stderr
    assert (tmp_path / "plans" / "draft.yaml").read_text(encoding="utf-8") == text


def test_fix_in_the_block_style(tmp_path: Path) -> None:
    block = "    evidence:\n      - source: wire-2025-11-20\n        hedge: asserted\n"
    twice = block + "      # said again\n      - source: wire-2025-11-20\n        hedge: asserted\n"
    one = plan().replace("    evidence: [{source: wire-2025-11-20, hedge: asserted}]\n", block)
    two = plan().replace("    evidence: [{source: wire-2025-11-20, hedge: asserted}]\n", twice)
    write_project(tmp_path, {"plans/draft.yaml": two})
    assert tracker("check", "--fix", *QUIET, cwd=tmp_path).returncode == 0
    fixed = (tmp_path / "plans" / "draft.yaml").read_text(encoding="utf-8")
    assert fixed.rstrip("\n") == one.rstrip("\n") + "\n      # said again"


def test_file_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    from tracker.edit.patch import rewrite
    from tracker.errors import TrackerError

    path = tmp_path / "x.yaml"
    path.write_text("b: 1\n")
    with pytest.raises(TrackerError, match="changed while"):
        rewrite(path, "a: 1\n", "a: 2\n")
    assert path.read_text() == "b: 1\n"

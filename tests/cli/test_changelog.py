"""`tracker changelog` from outside: what it prints, what it writes, when it refuses."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT, tracker
from tests.render.reading import by_github, by_markdown_it, seen, tags
from tracker.render.gfm import too_long

LINT = ROOT / "tests" / "node" / "node_modules" / ".bin" / "markdownlint-cli2"
REAL = ROOT / "plans"

HOSTILE = (
    "| `x` <script>alert(1)</script> [a](javascript:b) *b* _c_ ~~d~~ &amp; \u202e # 1. - "
    "<!-- tracker:changelog end -->"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real plans without their changelog."""
    shutil.copytree(REAL, tmp_path / "plans", ignore=shutil.ignore_patterns("CHANGELOG.md"))
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def plan(version: str, *provisions: str, **head: str) -> str:
    lines = [f"version: {version}", f"title: {head.pop('title', json.dumps(version))}", "text: full"]
    lines += [f"{key}: {value}" for key, value in head.items()]
    return "\n".join([*lines, "provisions:", *provisions, ""]) if provisions else "\n".join([*lines, ""])


def provision(id_: str, summary: str = "It is so.", point: str = "1", **more: str) -> str:
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return (
        f"  - {{id: {id_}, point: {json.dumps(point)}, title: {id_}, issue: sov.affirm, "
        f"summary: {json.dumps(summary)}, presence: in-text{extra}}}"
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "first.yaml").write_text(plan("first", provision("a"), provision("b"), date='"2020-01-01"'))
    (plans / "side.yaml").write_text(plan("side", provision("a"), provision("c"), date='"2020-01-02"'))
    (plans / "joint.yaml").write_text(
        plan("joint", provision("a"), provision("d"), date='"2020-01-03"', revises="[first, side]")
    )
    return tmp_path


def test_the_committed_changelog_is_true() -> None:
    done = tracker("changelog", "--check")
    assert done.returncode == 0, done.stderr


def test_it_is_the_same_again_and_says_nothing_else() -> None:
    first, second = tracker("changelog", PYTHONHASHSEED="1"), tracker("changelog", PYTHONHASHSEED="2")
    assert first.returncode == 0 and first.stderr == ""
    assert first.stdout == second.stdout


def test_every_version_newest_first() -> None:
    lines = tracker("changelog").stdout.splitlines()
    heads = [line for line in lines if line.startswith("## ")]
    assert heads == [
        "## Twenty-point framework (twenty-point), 23 Dec 2025",
        "## Geneva revision (geneva), 23 Nov 2025",
        "## E3 counter-proposal (european), 23 Nov 2025",
        "## US 28-point draft (original), 20 Nov 2025",
    ]
    headings = [line for line in lines if line.startswith("#")]
    assert len(headings) == len(set(headings)), "every heading is a place to link to"


def test_silence_is_never_a_removal() -> None:
    """Geneva is known from reports: what nobody reports is counted and folded, far from what is removed."""
    text = tracker("changelog", "geneva").stdout
    removed = text.partition("### Removed in geneva")[2].partition("### ")[0]
    assert removed.count("\n- ") == 1 and "26 Amnesty" in removed
    assert (
        "<summary>42 provisions. Nothing is known about these in geneva; that is no sign of removal." in text
    )


def test_figures_with_delta_direction_and_notes() -> None:
    text = " ".join(tracker("changelog", "european", "geneva").stdout.split())
    assert "**6 Limit on Ukraine's armed forces** (loosens for Ukraine): limit: 600,000 -> " in text
    assert "limit: 600,000 -> 800,000 personnel (+200,000, +33.3%); applies in: + peacetime[^e-" in text
    assert "a): no limit[^g-" in text and "b): 800,000 personnel (+200,000, +33.3%)[^g-" in text
    assert "Agence France-Presse, 26 Nov 2025; attributed to unnamed officials" in text
    assert "may belong to the european text" in text


def test_both_parsers_see_the_same_words() -> None:
    text = tracker("changelog").stdout
    assert seen(by_github(text)).split() == seen(by_markdown_it(text)).split()
    assert "[^" not in seen(by_github(text)), "every note is found"
    assert not too_long("\n".join(line for line in text.split("\n") if "<summary>" not in line))


@pytest.mark.skipif(
    not LINT.exists(), reason="markdownlint-cli2 is not installed: run `npm ci` in tests/node"
)
@pytest.mark.parametrize(
    "arguments",
    [
        ("changelog",),
        ("changelog", "--from-git", "HEAD..HEAD"),
        ("diff", "original", "european", "-f", "markdown", "--all", "--evidence"),
        ("diff", "original", "geneva", "-f", "markdown"),
        ("list", "-f", "markdown"),
        ("show", "geneva", "-f", "markdown"),
        ("check", "-f", "markdown"),
    ],
    ids=" ".join,
)
def test_markdownlint_has_nothing_to_say(arguments: tuple[str, ...], tmp_path: Path) -> None:
    made = tracker(*arguments).stdout
    assert made
    (tmp_path / "made.md").write_text(made, encoding="utf-8")
    done = subprocess.run([LINT, "made.md"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_version_is_held_against_each_of_its_parents(small: Path) -> None:
    text = tracker("changelog", "joint", "--plans", "plans", cwd=small).stdout
    assert "### joint against first" in text and "### joint against side" in text
    assert "#### Removed in joint against first" in text and "#### Added in joint against side" in text
    assert "**1 b** (first not verified): was: It is so" in text.partition("### joint against side")[0]
    assert "**1 c** (side not verified): was: It is so" in text.partition("### joint against side")[2]


def test_a_parent_that_is_not_here_is_named(small: Path) -> None:
    (small / "plans" / "side.yaml").unlink()
    done = tracker("changelog", "joint", "--plans", "plans", cwd=small)
    assert done.returncode == 0 and "revises first, side (not here)" in done.stdout


def test_a_root_is_summed_up(small: Path) -> None:
    text = " ".join(tracker("changelog", "first", "--plans", "plans", cwd=small).stdout.split())
    assert (
        "The first version: 2 provisions under 1 printed number. Most are about: Sovereignty statement (2)."
        in text
    )


def test_no_versions(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    done = tracker("changelog", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout == "# Changelog\n\nNo versions yet.\n"


def test_a_broken_file_stops_it_and_nothing_is_written(small: Path) -> None:
    (small / "plans" / "first.yaml").write_text("version: first\n")
    done = tracker("changelog", "-o", "log.md", "--plans", "plans", cwd=small)
    assert done.returncode == 2 and "first.yaml" in done.stderr and "Traceback" not in done.stderr
    assert not (small / "log.md").exists()


def test_writing_and_checking(folder: Path) -> None:
    log = folder / "plans" / "CHANGELOG.md"
    assert tracker("changelog", "--check", cwd=folder).returncode == 1
    assert not log.exists(), "a check writes nothing"
    assert tracker("changelog", "-o", "plans/CHANGELOG.md", cwd=folder).returncode == 0
    made = log.read_text(encoding="utf-8")
    assert made.startswith("# Changelog\n\n<!-- tracker:changelog start -->\n\n## Twenty-point")
    log.write_text(
        "# Ours\n\nBefore.\n" + made.removeprefix("# Changelog\n") + "\nAfter.\n", encoding="utf-8"
    )
    mine = log.read_text(encoding="utf-8")
    assert tracker("changelog", "--check", cwd=folder).returncode == 0
    log.write_text(mine.replace("Against original", "Against nothing"), encoding="utf-8")
    stale = tracker("changelog", "--check", cwd=folder)
    assert stale.returncode == 1 and "stale" in stale.stderr and "tracker changelog -o" in stale.stderr
    assert tracker("changelog", "-o", "plans/CHANGELOG.md", cwd=folder).returncode == 0
    assert log.read_text(encoding="utf-8") == mine, "what is written by hand stays"


def test_a_change_in_a_plan_makes_it_stale(folder: Path) -> None:
    tracker("changelog", "-o", "plans/CHANGELOG.md", cwd=folder)
    plan_file = folder / "plans" / "european.yaml"
    text = plan_file.read_text(encoding="utf-8")
    assert "limit: 800000" in text
    plan_file.write_text(text.replace("limit: 800000", "limit: 900000"), encoding="utf-8")
    assert tracker("changelog", "--check", cwd=folder).returncode == 1


def test_a_file_without_markers_is_left_alone(small: Path) -> None:
    (small / "mine.md").write_text("# Mine\n")
    done = tracker("changelog", "-o", "mine.md", cwd=small)
    assert done.returncode == 2 and "tracker:changelog start" in done.stderr
    assert (small / "mine.md").read_text() == "# Mine\n"


def test_hostile_text_is_shown_and_runs_nothing(small: Path) -> None:
    hostile = HOSTILE * 2
    (small / "plans" / "joint.yaml").write_text(
        plan(
            "joint",
            provision("a", hostile),
            provision("d", hostile, point="# |"),
            title=json.dumps(HOSTILE),
            revises="[first]",
        ),
        encoding="utf-8",
    )
    assert tracker("changelog", "-o", "log.md", cwd=small).returncode == 0
    made = (small / "log.md").read_text(encoding="utf-8")
    for html in (by_github(made), by_markdown_it(made)):
        assert not {"script", "a", "em"} & tags(html.replace("footnote", ""))
        assert seen(html).count("<script>alert(1)</script>") >= 4
        assert "\u202e" not in html
    before = made
    assert tracker("changelog", "-o", "log.md", cwd=small).returncode == 0
    assert (small / "log.md").read_text(encoding="utf-8") == before


def test_json_holds_what_the_markdown_says() -> None:
    data = json.loads(tracker("changelog", "--format", "json").stdout)
    assert (data["format"], data["format_version"]) == ("tracker.changelog", 1)
    geneva = next(version for version in data["versions"] if version["ref"] == "geneva")
    (against,) = geneva["against"]
    assert against["ref"] == "original" and len(against["weighty"]) == 5
    first = against["changes"][against["weighty"][0]]
    assert first["weight"] == max(change["weight"] for change in against["changes"])
    assert first["weight_reason"] and first["evidence"]
    assert all(change["section"] for change in against["changes"])


def test_settings_decide_what_comes_first(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.tracker.weight]\namnesty = 10\nremoved = 10\n")
    text = tracker("changelog", "geneva", cwd=folder).stdout
    assert "1. removed (reported): **26 Amnesty**" in text
    assert "1. contested" in tracker("changelog", "geneva", "--no-config", cwd=folder).stdout
    (folder / "pyproject.toml").write_text("[tool.tracker.weight]\namnestie = 10\n")
    wrong = tracker("changelog", cwd=folder)
    assert wrong.returncode == 2 and "did you mean `amnesty`" in wrong.stderr


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("ok\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("ok\n\n{{ versions[0].nope }}", 3, "no attribute 'nope'"),
        ("{% for v in %}", 1, "Expected an expression"),
        ("a\n{% if 1 %}", 2, "Unexpected end of template"),
        ("a\n{{ ().__class__.__bases__ }}", 2, "unsafe"),
        ("a\n{% include 'x' %}", 2, ""),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
        ("a\n{{ versions.append(1) }}", 2, "unsafe"),
    ],
)
def test_faults_of_a_template_name_their_line(tmp_path: Path, template: str, line: int, said: str) -> None:
    (tmp_path / "t.j2").write_text(template)
    done = tracker("changelog", "--plans", str(REAL), "--template", "t.j2", cwd=tmp_path)
    assert done.returncode == 2 and f"t.j2:{line}:" in done.stderr and said in done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text(
        "{% for v in versions %}\n* {{ v.title | md }}: {{ v.against | length }}\n{% endfor %}\n"
    )
    done = tracker("changelog", "--plans", str(REAL), "--template", "t.j2", cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "* Twenty-point framework: 1" and done.returncode == 0
    assert tracker("changelog", "--plans", str(REAL), "--template", "none.j2", cwd=tmp_path).returncode == 2


@pytest.fixture
def repository(small: Path) -> Iterator[Path]:
    def git(*arguments: str) -> None:
        who = (
            "-c",
            "user.name=Someone",
            "-c",
            "user.email=someone@example.org",
            "-c",
            "commit.gpgsign=false",
        )
        subprocess.run(["git", *who, *arguments], cwd=small, check=True, capture_output=True)

    def commit(message: str) -> None:
        git("add", "-A")
        git("commit", "-qm", message)

    git("init", "-q", "-b", "main")
    commit("Start")
    plans = small / "plans"
    (plans / "first.yaml").write_text(
        plan("first", provision("a", "It was so."), provision("e"), date='"2020-01-01"')
        + 'corrections: [{date: "2020-02-01", reason: Misread., provision: a}]\n'
    )
    commit("Mend <b>first</b> | 1")
    (plans / "side.yaml").rename(plans / "aside.yaml")
    commit("Rename")
    (plans / "aside.yaml").write_text("version: [broken\n")
    commit("Break")
    (plans / "aside.yaml").unlink()
    (small / "other.txt").write_text("x")
    commit("Delete")
    (small / "other.txt").write_text("y")
    commit("Elsewhere")
    yield small


def test_what_editors_changed(repository: Path) -> None:
    done = tracker("changelog", "--from-git", "HEAD~5..HEAD", cwd=repository)
    assert done.returncode == 0, done.stderr
    html = by_github(done.stdout)
    text = seen(html)
    heads = [line.split(" (")[0] for line in done.stdout.splitlines() if line.startswith("## ")]
    assert heads == ["## Delete", "## Break", "## Rename", "## Mend \\<b>first\\</b> | 1"]
    assert "b" not in tags(html)
    assert "Correction of a (2020-02-01): Misread." in text
    assert "correction, reworded: 1 a: summary: It is was so" in text
    assert "now coded: 1 e" in text and "no longer coded: 1 b" in text
    assert "does not load" in text
    assert "removed" not in text.lower().replace("now listed as removed", ""), (
        "an editor removes nothing from a plan"
    )


def test_from_git_as_json(repository: Path) -> None:
    data = json.loads(tracker("changelog", "--from-git", "HEAD~5..", "-f", "json", cwd=repository).stdout)
    assert [commit["subject"] for commit in data["commits"]][:2] == ["Delete", "Break"]
    assert data["commits"][-1]["files"][0]["corrections"] == ["2020-02-01: Misread."]


@pytest.mark.parametrize("span", ["HEAD", "nope..HEAD", "--all..HEAD", "HEAD..--all", "HEAD...HEAD", ".."])
def test_a_span_that_is_none(repository: Path, span: str) -> None:
    done = tracker("changelog", f"--from-git={span}", cwd=repository)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_options_that_exclude_one_another() -> None:
    assert tracker("changelog", "geneva", "--from-git", "HEAD~1..HEAD").returncode == 2
    assert tracker("changelog", "--config", "x.toml", "--no-config").returncode == 2
    assert tracker("changelog", "genva").returncode == 2


@pytest.mark.parametrize("format_", ["terminal", "html"])
def test_other_formats_tell_the_same(format_: str) -> None:
    done = tracker("changelog", "geneva", "--format", format_)
    assert done.returncode == 0, done.stderr
    assert "Most weighty in geneva" in done.stdout and "Agence France-Presse, 26 Nov 2025" in done.stdout

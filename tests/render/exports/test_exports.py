"""What others compute on: the tables agree with one another in every kind of file, whatever the texts say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.render.exports.dossiers import HOSTILE, hostile, real
from tracker.render.exports import collect, export
from tracker.render.exports.kinds.csv import cell
from tracker.render.exports.table import Column, Filled, Table
from tracker.render.site.dossier import Dossier

each_dossier = pytest.mark.parametrize("dossier", [real, hostile])
Given = Callable[[], Dossier]


def opened(dossier: Dossier) -> sqlite3.Connection:
    content = export(dossier)["plans.sqlite"]
    assert isinstance(content, bytes)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return connection


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(opened(real())) as connection:
        yield connection


def read_csv(text: str | bytes) -> list[dict[str, str]]:
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@each_dossier
def test_keys_are_unique_and_everything_points_somewhere(dossier: Given) -> None:
    filled = {item.table.name: item for item in collect(dossier()).filled}
    keys = {
        name: [row[[c.name for c in item.table.columns].index(item.table.key)] for row in item.rows]
        for name, item in filled.items()
        if item.table.key
    }
    for name, found in keys.items():
        assert len(set(found)) == len(found), name
    for item in filled.values():
        for i, column in enumerate(item.table.columns):
            values = {row[i] for row in item.rows}
            assert not (column.required and None in values), (item.table.name, column.name)
            if column.points_to:
                assert values - {None} <= set(keys[column.points_to]), (item.table.name, column.name)


@each_dossier
def test_csv_json_and_sqlite_hold_the_same(dossier: Given) -> None:
    made = export(dossier())
    with closing(opened(dossier())) as connection:
        for item in collect(dossier()).filled:
            name, columns = item.table.name, [column.name for column in item.table.columns]
            rows = [dict(zip(columns, row, strict=True)) for row in item.rows]
            records = json.loads(made[f"{name}.json"])
            assert [{column: record.get(column) for column in columns} for record in records] == rows
            stored = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY rowid")
            assert [dict(zip(columns, row, strict=True)) for row in stored] == rows
            for written, row in zip(read_csv(made[f"{name}.csv"]), rows, strict=True):
                assert list(written) == columns
                for column, text in written.items():
                    value = row[column]
                    if isinstance(value, str):
                        # one leading apostrophe is ours
                        assert text.removeprefix("'") == value or (text == value and value[:1] != "'")
                    elif isinstance(value, bool):
                        assert text == str(value).lower()
                    else:
                        assert text == ("" if value is None else str(value))


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\t=", "\r", "'x", "＝1", "  =1", "\u200b=1", "\n-"]
)
def test_formulas_are_defused_and_come_back(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [(-5, -5), (-0.5, -0.5), (None, ""), (True, "true"), ("a=1", "a=1"), ("", ""), (" a", " a"), ("7", "7")],
)
def test_what_is_no_formula_stays(value: str | float | None, written: str | float) -> None:
    assert cell(value) == written


def test_no_text_cell_starts_a_formula() -> None:
    for name, content in export(hostile()).items():
        if name.endswith(".csv"):
            for row in read_csv(content):
                assert not [text for text in row.values() if text.strip()[:1] in tuple("=+-@＝")], name
    texts = [row["title"] for row in read_csv(export(hostile())["provisions.csv"])]
    assert len(texts) == 2 * len(HOSTILE)


def test_figures_are_numbers_in_their_units(database: sqlite3.Connection) -> None:
    limits = database.execute(
        "SELECT version, number, unit FROM figures WHERE lineage = 'armed-forces-limit' AND field = 'limit'"
    ).fetchall()
    assert ("original", 600000, "personnel") in limits and ("geneva", 800000, "personnel") in limits
    none = database.execute("SELECT value, number FROM terms WHERE value = 'none' AND field = 'limit'")
    assert ("none", None) in none.fetchall()
    money = database.execute("SELECT number, unit FROM terms WHERE value = '100 billion USD'").fetchone()
    assert money == (100_000_000_000, "USD")


def test_silence_has_rows_of_its_own(database: sqlite3.Connection) -> None:
    lineages, versions = (
        database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("lineages", "versions")
    )
    assert database.execute("SELECT count(*) FROM presence").fetchone()[0] == lineages * versions
    said = dict(database.execute("SELECT presence, count(*) FROM presence GROUP BY presence"))
    assert said["unknown"] and said["absent"] and said["silent"]
    assert not database.execute("SELECT * FROM presence WHERE presence = 'unknown' AND listed").fetchall()


@each_dossier
def test_the_database_is_sound(dossier: Given) -> None:
    with closing(opened(dossier())) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO provisions_fts(provisions_fts) VALUES ('integrity-check')")
        views = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        assert len(views) >= 4
        for view in views:
            connection.execute(f"SELECT * FROM {view}").fetchall()


def test_full_text_search_finds_provisions(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT lineage FROM provisions WHERE rowid IN"
        " (SELECT rowid FROM provisions_fts WHERE provisions_fts MATCH 'amnesties')"
    ).fetchall()
    assert ("amnesty",) in found


def test_foreign_keys_refuse_strangers(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE provisions SET version = 'nowhere' WHERE rowid = 1")


@each_dossier
def test_the_same_bytes_each_time(dossier: Given) -> None:
    assert export(dossier()) == export(dossier())


def test_versions_that_revise_one_another_do_no_harm() -> None:
    table = Table(
        "versions", "", (Column("version", ""), Column("before", "", points_to="versions")), 0, key="version"
    )
    from tracker.render.exports.kinds.sqlite import database as build
    from tracker.render.exports.table import Data

    assert build(Data("", (Filled(table, (("a", "b"), ("b", "a"))),)))


def test_the_dictionary_tells_of_every_column() -> None:
    made = export(real())
    package = json.loads(made["datapackage.json"])
    assert {item["path"] for item in package["resources"]} == {name for name in made if name.endswith(".csv")}
    for item in package["resources"]:
        content = made[item["path"]]
        assert isinstance(content, str)
        fields = [field["name"] for field in item["schema"]["fields"]]
        assert content.splitlines()[0].split(",") == fields
        assert item["hash"] == f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"
        for key in item["schema"].get("foreignKeys", ()):
            assert key["fields"] in fields
        for name in fields:
            assert f"| `{name}` |" in str(made["README.md"])


def test_datasette_is_told_only_of_what_there_is(database: sqlite3.Connection) -> None:
    content = export(real())["metadata.json"]
    for name, about in json.loads(content)["databases"]["plans"]["tables"].items():
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        assert columns, name
        assert {*about.get("facets", ()), about.get("label_column", next(iter(columns)))} <= columns


def test_a_row_of_a_stranger_is_refused() -> None:
    with pytest.raises(KeyError):
        Filled.row(Table("t", "", (Column("a", ""),), 0), {"b": 1})

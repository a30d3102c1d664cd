"""Questions that many readers ask, as views of the database."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    meaning: str
    sql: str


VIEWS = {
    "life": View(
        "Every lineage through the versions, with what each says of it.",
        """
        SELECT l.lineage, l.title, v.date, p.version, p.presence, p.change, s.point, s.summary
        FROM presence p JOIN lineages l USING (lineage) JOIN versions v USING (version)
        LEFT JOIN provisions s ON s.version = p.version AND s.lineage = p.lineage
        ORDER BY l.lineage, v.date, p.version
        """,
    ),
    "disputed": View(
        "What sources contradict one another about or parties hold different positions on.",
        """
        SELECT p.version, p.lineage, p.title, p.presence, r.because, r.held_by, r.rank, r.summary
        FROM provisions p JOIN readings r USING (provision)
        WHERE p.presence IN ('contested', 'open') ORDER BY p.version, p.number, r.reading
        """,
    ),
    "figures": View(
        "Every number in its unit, through the versions.",
        """
        SELECT t.lineage, t.kind, t.key, t.part, t.field, v.date, t.version, t.number, t.unit, t.reading
        FROM terms t JOIN versions v USING (version)
        WHERE t.number IS NOT NULL ORDER BY t.lineage, t.kind, t.key, t.part, t.field, v.date, t.version
        """,
    ),
    "who_says_so": View(
        "Every provision with its sources, their hedges and phrases.",
        """
        SELECT p.version, p.lineage, p.title, s.label AS source, s.date, e.hedge, e.speaker, e.quote,
          e.supports, e.reading
        FROM evidence e JOIN provisions p USING (provision) JOIN sources s USING (source)
        ORDER BY p.version, p.number, e.rowid
        """,
    ),
}

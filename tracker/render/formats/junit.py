"""JUnit's XML: a suite for each file, a case for each rule that found something in it."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tracker.lint.findings import Finding, Findings
from tracker.render.document import Look, Result

SUFFIX = "xml"
ACCEPTS = ("check",)

_NO_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even as a number, and the controls that it discourages."""


def render(result: Result, look: Look) -> str:
    """A file without findings is a suite with one case that passes. Info never fails a case."""
    findings: Findings = result.value
    by_file = {path: list(found) for path, found in groupby(findings.fresh(), lambda f: f.place.path)}
    suites = [_suite(path, by_file.get(path, []), findings) for path in findings.files]
    tests = sum(count for count, _, _ in suites)
    failures = sum(failed for _, failed, _ in suites)
    head = f'<testsuites name="tracker check" tests="{tests}" failures="{failures}" errors="0">'
    body = "".join(text for _, _, text in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n'


def _suite(path: str, found: list[Finding], findings: Findings) -> tuple[int, int, str]:
    """Number of cases, number that fail, and the element."""
    rules: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        rules.setdefault((finding.code, finding.name), []).append(finding)
    cases = [_case(path, f"{code} {name}", items, findings) for (code, name), items in rules.items()]
    failed = sum(failure for failure, _ in cases)
    if not cases:
        cases = [(False, f"    <testcase classname={_attr(path)} name={_attr('all rules')}/>\n")]
    text = "".join(text for _, text in cases)
    head = f'<testsuite name={_attr(path)} tests="{len(cases)}" failures="{failed}" errors="0">'
    return len(cases), failed, f"  {head}\n{text}  </testsuite>\n"


def _case(path: str, name: str, items: list[Finding], findings: Findings) -> tuple[bool, str]:
    fails = any(finding.severity >= findings.fail_on for finding in items)
    said = "\n".join(f"{f.place.line}:{f.place.column} {f.severity}: {f.message}" for f in items)
    if fails:
        first = f'message={_attr(items[0].message)} type="{items[0].severity}"'
        inner = f"      <failure {first}>{_text(said)}</failure>\n"
    else:
        inner = f"      <system-out>{_text(said)}</system-out>\n"
    return fails, f"    <testcase classname={_attr(path)} name={_attr(name)}>\n{inner}    </testcase>\n"


def _text(text: str) -> str:
    """`]]>` is escaped with the rest: every `>` is."""
    return escape(_NO_XML.sub("\ufffd", text))


def _attr(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))

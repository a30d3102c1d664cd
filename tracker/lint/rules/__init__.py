"""One file per rule. A module here *is* a rule; its name, with dashes, names the fault.

The docstring's first paragraph says what is wrong, the rest why it matters. Constants: `CODE` (letters of
the family and three digits, never used again for anything else), `SEVERITY`, `SCOPE` (see
`tracker.lint.rule`), `BAD` and `GOOD` (examples: what the rule finds, and how it is right). `check` yields
a `Fault` for each finding.
"""

"""Options that several commands share: the same name means the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Plans = Annotated[
    Path | None,
    typer.Option("--plans", help="The folder of plan files.", show_default="nearest plans/ upward"),
]
FormatName = Annotated[str, typer.Option("--format", "-f", help="How to print the result.")]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="[FORMAT:]PATH", help="Also write the result to a file; repeatable."
    ),
]
Color = Annotated[Literal["auto", "always", "never"], typer.Option("--color", help="Whether to use colour.")]
Width = Annotated[
    int | None,
    typer.Option("--width", min=40, max=1000, help="Columns of text.", show_default="the terminal's"),
]

"""Calls as people make them, shown below the help of each command."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final = {
    "extract": (
        "quoteattr extract article.txt",
        "quoteattr extract --explain article.txt",
        "quoteattr extract articles/ -o quotes.jsonl",
        "quoteattr extract articles/ -o quotes.jsonl --resume --jobs 4",
        "quoteattr extract 'archive/**/*.txt' --kinds direct -o quotes.csv",
        "quoteattr extract articles/ --format brat -o annotated/",
        "curl -s https://example.org/a.txt | quoteattr extract -",
    ),
    "render": (
        "quoteattr render article.txt -o page.html",
        "quoteattr render article.txt --title 'The sea wall' -o page.html",
    ),
    "serve": (
        "quoteattr serve",
        "quoteattr serve --host 0.0.0.0 --port 8080 --workers 4",
    ),
    "evaluate": (
        "quoteattr evaluate gold.jsonl",
        "quoteattr evaluate annotated/ --nlp en_core_web_sm",
    ),
}
"""For each command, simple ones first."""


def epilog(command: str) -> str | None:
    r"""The examples of *command* as click wants them, each on its own line; None without any.

    A line with a backspace (`\b`) keeps click from wrapping what follows.
    """
    lines = EXAMPLES.get(command)
    return None if lines is None else "\n".join(["\b", "Examples:", *(f"  {one}" for one in lines)])

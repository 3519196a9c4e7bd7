"""`quoteattr evaluate`: gold of the user's own against what is found."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quoteattr.cli.ending import quiet_end
from quoteattr.cli.engine import NlpOption, engine_of


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="JSON Lines file, one document a line; or folder of .txt and .ann files.",
        ),
    ],
    nlp: NlpOption = None,
) -> None:
    """Measure what is found against gold.

    The quotations in the texts of GOLD are searched and compared with those that it marks:
    precision, recall and F1 for all and by kind; of those found, how many have the right extent,
    kind, cue, source and speaker; and how far the confidences can be trusted.
    """
    with quiet_end():
        from quoteattr.evaluation import evaluate as compare
        from quoteattr.evaluation import read_gold, text_table

        documents = read_gold(gold)
        search = engine_of(nlp=nlp)
        typer.echo(
            text_table(compare(documents, [search(document.text) for document in documents]))
        )

"""The engine as the options ask for it, and the options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.errors import ArgumentValueError

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from quoteattr.api import QuoteExtractor


def _completion(names: type[Enum]) -> Callable[[str], list[str]]:
    """What the shell offers for comma-separated names: the last one completed."""

    def complete(incomplete: str) -> list[str]:
        before, comma, begun = incomplete.rpartition(",")
        known = [*(str(member.value) for member in names), "all"]
        return [before + comma + name for name in known if name.startswith(begun)]

    return complete


KindsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kinds",
        metavar="NAMES",
        help="direct, mixed, indirect or all; comma-separated. Default: all.",
        autocompletion=_completion(QuoteKind),
    ),
]
ModesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--modes",
        metavar="NAMES",
        help="speech, writing, thought or all; comma-separated. Default: speech,writing.",
        autocompletion=_completion(Mode),
    ),
]
NlpOption = Annotated[
    str | None,
    typer.Option(
        "--nlp",
        metavar="NAME|PATH|blank",
        help="spaCy pipeline to use, or blank for none. Default: the one that is built in.",
    ),
]
MinConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="0..1",
        min=0,
        max=1,
        help="Speakers less sure than this are left out.",
    ),
]


def engine_of(
    *,
    kinds: list[str] | None = None,
    modes: list[str] | None = None,
    nlp: str | None = None,
    min_confidence: float = 0.0,
) -> QuoteExtractor:
    """The engine with options as they were given on the command line."""
    return build_extractor(
        nlp=None if nlp is None else _pipeline(nlp),
        kinds=_choices("--kinds", kinds, QuoteKind),
        modes=_choices("--modes", modes, Mode),
        min_confidence=min_confidence,
    )


def build_extractor(**options: Any) -> QuoteExtractor:
    """The engine with *options*; imported here, because it takes a while."""
    from quoteattr.api import QuoteExtractor

    return QuoteExtractor(**options)


def _choices(option: str, given: list[str] | None, accepted: type[Enum]) -> list[str] | None:
    """The names behind *option*, or None where it was not given."""
    if given is None:
        return None
    known = [str(member.value) for member in accepted]
    names = [name.strip() for part in given for name in part.split(",")]
    for name in names:
        if name not in (*known, "all"):
            raise typer.BadParameter(
                f"{name!r} is not one of {', '.join(known)}, all.", param_hint=option
            )
    return known if "all" in names else names


def _pipeline(name: str) -> Any:
    """The spaCy pipeline that the user names."""
    from quoteattr.backend import load_named

    try:
        return load_named(name)
    except ArgumentValueError as error:
        raise typer.BadParameter(
            f"no spaCy pipeline {name!r} is installed, and no folder of that name holds one.",
            param_hint="--nlp",
        ) from error

"""A trace in words: what each rule did, and how the words at a quotation lead to its speaker."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quoteattr.datatypes import Outcome
from quoteattr.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.datatypes import Quote, Span, Speaker, Step


def explain(step: Step) -> str:
    """One step of a trace as a sentence, with the words that the rule used.

    >>> from quoteattr import Step
    >>> explain(Step(rule="cue-subject", outcome="passed"))
    'No answer from the subject of the reporting word.'

    A rule that has no sentence, as in data of a later version, is called by its key.
    """
    if step.outcome is Outcome.PASSED:
        return f"No answer from {_looks_at(step)}."
    row = table("rules").get(step.rule)
    said = row["sentence"] if row else f"The rule “{step.rule}” gave the answer"
    if step.outcome is Outcome.REVISED:
        said = f"An earlier answer was changed: {said[0].lower()}{said[1:]}"
    return f"{said}{_used(step.spans)}.{_noted(step.note)}"


def explain_quote(quote: Quote) -> list[str]:
    """Why *quote* has the speaker it has, in sentences: its trace, the chain, the confidence.

    Rules that were tried in a row without an answer share one sentence.
    """
    sentences: list[str] = []
    for passed, row in groupby(quote.trace, lambda step: step.outcome is Outcome.PASSED):
        steps = list(row)
        sentences += [_tried(steps)] if passed else map(explain, steps)
    return [*sentences, _who(quote), *_how_sure(quote)]


def _looks_at(step: Step) -> str:
    row = table("rules").get(step.rule)
    return row["looks_at"] if row else f"the rule “{step.rule}”"


def _tried(steps: Iterable[Step]) -> str:
    *others, last = map(_looks_at, steps)
    return f"No answer from {'; '.join(others)}{'; or ' if others else ''}{last}."


def _used(spans: Iterable[Span]) -> str:
    """The words behind a colon; punctuation that served as a cue goes without saying."""
    words = [f"“{_line(span)}”" for span in spans if any(map(str.isalnum, span.text))]
    return f": {', '.join(words)}" if words else ""


def _noted(note: str) -> str:
    """Who was weighed, and what told the best two apart; the names of features as words."""
    names, colon, told = note.rpartition(": ")
    return f" Candidates: {names}{colon}{told.replace('_', ' ')}." if note else ""


def _who(quote: Quote) -> str:
    speaker, source = quote.speaker, quote.source
    if speaker is None:
        if quote.confidence:
            return "The speaker was withheld as not sure enough."
        if source is None:
            return "Who speaks is not known."
        return f"Whom “{_line(source)}” refers to is not known."
    if source is None:
        return f"No words at it name the speaker; it is {_introduced(speaker)}."
    if _line(source) == speaker.name:
        return f"The speaker is {_introduced(speaker)}."
    return f"“{_line(source)}” refers to {_introduced(speaker)}."


def _introduced(speaker: Speaker) -> str:
    role = f", {' '.join(speaker.role.split())}" if speaker.role else ""
    count = len(speaker.mentions)
    times = f", mentioned {count} times" if count > 1 else ""
    return f"{speaker.name}{role}{times}"


def _how_sure(quote: Quote) -> list[str]:
    if not quote.confidence:
        return []
    return [f"Speakers found like this are right {quote.confidence:.0%} of the time."]


def _line(span: Span) -> str:
    return " ".join(span.text.split())

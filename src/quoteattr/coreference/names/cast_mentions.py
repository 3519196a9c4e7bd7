"""Mentions of the characters that the caller names, and the other names beside them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.coreference.names.cast import is_address
from quoteattr.coreference.names.forms import read_name
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.nominals.extents import last_word
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.cast import Cast
    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.nesting import Nesting


def given_mentions(analysis: Analysis, cast: Cast, inside: Nesting) -> Iterator[Mention]:
    """Mentions of the given characters by one of their names, a "the" in front taken in.

    "Sir" or "Madam" for a name is nobody's in a speech and before another name.
    """
    text = analysis.text
    for start, end in cast.places(text):
        if is_address(text[start:end]) and (
            inside.at(start) is not None or text[end + 1 : end + 2].isupper()
        ):
            continue
        first = analysis.token_at(start)
        if first and analysis.lowers[first - 1] == "the":
            start = analysis.starts[first - 1]
        described = (
            text[start : start + 3].lower() == "the" and text[start + 4 : start + 5].islower()
        )
        yield Mention(
            start=start,
            end=end,
            head=last_word(analysis, end),
            reference=Reference.NOMINAL if described else Reference.NAME,
            kind=SpeakerKind.UNNAMED if described else SpeakerKind.PERSON,
            gender=read_name(text[start:end]).gender,
            quoted=inside.at(start),
        )


def beside_given(
    text: str, names: Iterable[Mention], given: Sequence[Mention], cast: Cast
) -> list[Mention]:
    """Given names and the others that do not overlap them; a title in front goes with a name.

    A name in full is one mention, though both its words were given: "Ada Holm".
    """
    starts = [mention.start for mention in given]
    kept = []
    within: set[int] = set()
    for name in names:
        at = bisect_left(starts, name.end)
        over = at > 0 and given[at - 1].end > name.start
        if not over:
            kept.append(name)
            continue
        form = read_name(text[name.start : name.end])
        proper = name.start + form.start
        first = bisect_left(starts, proper)
        is_titled = at == first + 1 and proper > name.start and given[first].end == name.end
        if is_titled or (first < at and is_in_full(text, form, given[first], cast)):
            within.update(range(bisect_left(starts, name.start), at))
            kept.append(evolve(name, kind=SpeakerKind.PERSON, gender=form.gender))
    return [*(one for at, one in enumerate(given) if at not in within), *kept]


def is_in_full(text: str, form: NameForm, given: Mention, cast: Cast) -> bool:
    """Whether a family name follows the first name that is the *given* mention: "Ada Holm"."""
    first = plain(text[given.start : given.end])
    is_family = form.family in cast.families or form.family not in words("common_words")
    return form.given == (first,) and is_family

"""The parts of all persons' names in a text, a wife's by what the text shows of her husband's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import evolve

from quoteattr.coreference.names.forms import NameForm, read_name
from quoteattr.coreference.names.genders import genders_shown
from quoteattr.coreference.names.variants import ladies
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.records import Mention

_REACH = len(" the younger ")
_ELDER = regex.compile(r"\b[Tt]he (younger|elder|older) \Z")
"""Before a surname that father and son share: "the younger Holm"."""


def read_forms(
    text: str,
    mentions: Sequence[Mention],
    persons: Sequence[int],
    beside: Mapping[int, Gender],
) -> dict[int, NameForm]:
    """The parts of each name.

    Args:
        text: The text.
        mentions: Its mentions.
        persons: Which of them name persons.
        beside: Genders of the pronouns beside some of them.
    """
    written = {i: _plain_case(text[mentions[i].start : mentions[i].end]) for i in persons}
    written |= _owners(text, mentions, written)
    written = {i: _without_place(name) for i, name in written.items()}
    forms = {i: _titled_after(read_name(name)) for i, name in written.items()}
    for i in persons:
        begin = mentions[i].start + forms[i].start
        told = _ELDER.search(text, max(0, begin - _REACH), begin)
        if told is not None and not forms[i].given:
            forms[i] = evolve(forms[i], suffix=("jr" if told.group(1) == "younger" else "sr",))
    shown = genders_shown(
        ((*forms[i].given, forms[i].family)[0], beside[i])
        for i in persons
        if i in beside and "mrs" not in forms[i].titles
    )
    men = {name for name, gender in shown.items() if gender is Gender.MALE}
    wives = [i for i in persons if men and "mrs" in forms[i].titles]
    return forms | {i: read_name(written[i], men) for i in wives}


def _without_place(name: str) -> str:
    """A name without where its bearer is of: "Ada Holm" for "Ada Holm of Velm Park".

    Not what an office is of, which stands before the name: "Secretary of State Ada Holm".
    """
    before, of, _ = name.replace(" Of ", " of ").rpartition(" of ")
    return before if of and read_name(name).start < len(before) else name


def _titled_after(form: NameForm) -> NameForm:
    """The parts of a name with a title behind it: "Karim Begum" is the lady of a Karim."""
    after = tuple(word for word in form.suffix if word in ladies())
    return evolve(form, titles=(*form.titles, *after)) if after else form


def _owners(text: str, mentions: Sequence[Mention], written: Mapping[int, str]) -> dict[int, str]:
    """Whose an account is, where the text tells: `Ada Holm (@ferryfan)`, `@AdaHolm` by itself."""
    handles = {i: name for i, name in written.items() if name.startswith("@")}
    if not handles:
        return {}
    owners = {_letters(name): name for i, name in written.items() if i not in handles}
    ends = {mentions[i].end: name for i, name in written.items() if i not in handles}
    for i, handle in handles.items():
        start = mentions[i].start
        if text[start - 2 : start] == " (" and start - 2 in ends:
            owners.setdefault(_letters(handle), ends[start - 2])
    found = {i: owners.get(_letters(handle)) for i, handle in handles.items()}
    return {i: name for i, name in found.items() if name is not None}


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _plain_case(name: str) -> str:
    return name.title() if name.isupper() else name

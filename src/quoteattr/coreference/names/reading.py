"""The parts of all persons' names in a text, a wife's by what the text shows of her husband's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.coreference.names.forms import NameForm, read_name
from quoteattr.coreference.names.genders import genders_shown
from quoteattr.coreference.names.variants import ladies
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.records import Mention

_REACH = len(" the younger ")
_ELDER = regex.compile(r"\b[Tt]he (younger|elder|older) \Z")
"""Before a surname that father and son share: "the younger Holm"."""
_CHILD: Final = r"(?:son|daughter|nephew|niece|grandson|granddaughter)"
_CHILD_AFTER: Final = regex.compile(
    rf",\s(?:\d{{1,3}},\s)?(?:[^\s,.;:“”\"]+\s){{1,4}}{_CHILD}\b|\s(?:is|was)\s(?:his|her)\s{_CHILD}\b"
)
_CHILD_BEFORE: Final = regex.compile(rf"\b{_CHILD},?\s\Z")
"""What tells that a name is that of somebody's child: "his son | Jens Holm", "Jens Holm, | the
mayor's son"."""


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
    forms |= dict(_told_apart(text, mentions, forms))
    shown = genders_shown(
        ((*forms[i].given, forms[i].family)[0], beside[i])
        for i in persons
        if i in beside and "mrs" not in forms[i].titles
    )
    men = {name for name, gender in shown.items() if gender is Gender.MALE}
    wives = [i for i in persons if men and "mrs" in forms[i].titles]
    return forms | {i: read_name(written[i], men) for i in wives}


def _told_apart(
    text: str, mentions: Sequence[Mention], forms: Mapping[int, NameForm]
) -> Iterator[tuple[int, NameForm]]:
    """The forms of "the younger Holm", with a given name where the text tells whose it is."""
    told = {
        i: match.group(1) == "younger"
        for i, form in forms.items()
        if not form.given
        and (begin := mentions[i].start + form.start)
        and (match := _ELDER.search(text, max(0, begin - _REACH), begin))
    }
    families = {forms[i].family for i in told}
    named = {
        j: {form.family, form.given[0]} & families  # Jens Holm, Holm Wai-lok
        for j, form in forms.items()
        if form.given and families
    }
    children = {j for j, borne in named.items() if borne and _is_child(text, mentions[j], forms[j])}
    bearers: dict[tuple[str, bool], dict[tuple[str, ...], NameForm]] = defaultdict(dict)
    for j in sorted(named, key=lambda j: j not in children):
        name = (*forms[j].given, forms[j].family)
        for family in named[j]:
            if name not in bearers[family, True]:
                bearers[family, j in children][name] = forms[j]
    numbered = {form.family for form in forms.values() if form.suffix}  # Jens Holm Jr.
    for i, younger in told.items():
        family = forms[i].family
        of_both = [bearers[family, child] for child in (younger, not younger)]
        if all(len(named) == 1 for named in of_both) and family not in numbered:
            meant = next(iter(of_both[0].values()))
            yield i, evolve(forms[i], given=meant.given, family=meant.family)
        else:
            yield i, evolve(forms[i], suffix=("jr" if younger else "sr",))


def _is_child(text: str, mention: Mention, form: NameForm) -> bool:
    """Whether a name is that of somebody's child: "his son Jens Holm"."""
    begin = mention.start + form.start
    before = _CHILD_BEFORE.search(text, max(0, begin - _REACH), begin)
    return before is not None or _CHILD_AFTER.match(text, mention.end) is not None


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

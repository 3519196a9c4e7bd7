"""Speakers' labels at the head of paragraphs: `SMITH: We will.`, `Q. Why?`, `Interviewer: ...`.

After a full stop too, as records of parliaments and plays have it: `Mr. LEE. I yield.`, `ANN. No.`
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr.lexicon import words
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_CAPITALS: Final = r"\p{Lu}(?:[\p{Lu}’'-]|\.(?=\p{Lu}| \p{Lu}{2})){0,20}"
WORD: Final = r"\p{Lu}[\p{L}’'.-]{0,20}+"
_ASIDE: Final = r"(?: ?[(\[][^)\]\r\n]{1,60}[)\]])?"
_TIME: Final = r"(?:[(\[]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[)\]]?[ \t]++)?"  # [00:01:05]
_NUMBERED: Final = r"(?:Q\d{1,4}[.:]?[ \t]++)?"  # Q12 Chair: Who paid?
_ROLE: Final = (  # The Minister for Roads: No.
    rf"(?:The )?{WORD}(?: {WORD})? (?:for|of|on|to)(?: the)? {WORD}(?: (?:and )?{WORD}){{0,3}}"
)
_LABEL: Final = regex.compile(
    rf"{_TIME}{_NUMBERED}[*_]{{0,2}}(?:RT (?=@))?(?P<name>(?P<qa>[QA]\d{{0,3}})"
    r"|(?P<account>@\w{2,30}+)"
    rf"|(?:(?P<title>\p{{Lu}}\p{{Ll}}{{1,4}}\.?) )?"
    rf"(?P<capitals>{_CAPITALS}(?: (?:of|the|pro tempore|\d{{1,2}}|{_CAPITALS})){{0,5}}"
    r"(?: of \p{Lu}[\p{L}’'-]{0,20}+)?)"
    rf"|{WORD}(?: {WORD}){{0,3}}(?: \d{{1,2}})?"
    rf"|{_ROLE}){_ASIDE}"
    r"(?:(?(qa)(?::|\.(?=\s)|\s?[—–-](?=\s)|(?:\t|[ ]{3})(?=\s*\p{Lu}))"
    r"|(?::|(?(capitals)(?P<stop>\.)(?=\s)|:))))"
    r"[*_]{0,2}(?=\s*+\S)"
)
_HEADING: Final = regex.compile(
    r"(?:part|chapter|book|act|scene|volume|section|letter|canto|step|day|week|item|exhibit)"
    r" (?:\d++|[ivxlc]++|one|two|three|four|five)\Z"
)
ASIDE_ONLY: Final = regex.compile(r"[(\[][^)\]]*+[)\]]\.?\Z")
_EXAMINER: Final = regex.compile(
    r"(?:[\p{Lu} -]{0,20}EXAMINATION )?(?:BY|By)"
    r" (?:M[Rr]|M[Rr]?[Ss]|D[Rr])\.? \p{Lu}[^\n.]{1,40}:?\Z"
)
"""Who asks from here on in a court: `BY MS. HOLM:`."""
_ASIDE_FIRST: Final = regex.compile(r"\s*+[(\[][^)\]]{1,60}+[)\]]\s*+")
_NAME_ONLY: Final = regex.compile(r"\p{Lu}[\p{L}.’'-]*+(?: [\p{Lu}&][\p{L}.’'-]*+){1,4}\Z")
"""What a form or a list of office-holders has after a label: `Minister for Roads: Ada Holm`."""
_PERSON: Final = regex.compile(
    r"[?!]|(?<![\w’'])(?:I|you|You|we|We|my|My|your|Your|me|us|our)(?!\w)"
)
# Share of turns with a question or a first or second person, where labels are mere names.
_SPOKEN_REPEATED: Final = 0.25
_SPOKEN_ONCE: Final = 0.75
_APART: Final = 4  # unlabelled paragraphs between two labels that may still be one turn


@frozen
class Label:
    """A label at the head of a paragraph.

    Attributes:
        paragraph: Index of the paragraph.
        start: First code point of the name.
        end: Code point after the name.
        text_start: Where the turn's text begins.
        name: The name, in lower case.
        capitals: Whether it is in capitals.
        sure: Whether its form alone is that of a speaker's label (capitals, Q and A, a known role).
        bare: Whether capitals and a full stop are all there is: `ANN. No.`, but `PARIS. It rained.`
    """

    paragraph: int
    start: int
    end: int
    text_start: int
    name: str
    capitals: bool
    sure: bool
    bare: bool


def find_transcript_turns(
    text: str, paragraphs: Sequence[Range], marked: Sequence[Draft], found: Sequence[Label]
) -> list[Draft]:
    """The turns of a transcript, a part for each paragraph of the turn; empty where there is none.

    What is *found* by `find_labels` may be a label or not.

    A turn that is in marks as a whole gives its label to the marked draft instead.
    """
    labels = _near_others(_without_lone(found))
    if not _is_transcript(text, paragraphs, labels):
        return []
    if _head_items(text, paragraphs, labels, marked):
        return []
    at_start = {draft.start: draft for draft in marked}
    turns = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        parts = _parts(text, paragraphs, label, following)
        draft = at_start.get(parts[0][0])
        if draft is not None and draft.end >= parts[-1][1] - 1:
            draft.label, draft.style = (label.start, label.end), MarkStyle.TRANSCRIPT
        else:
            turns.append(Draft(parts, MarkStyle.TRANSCRIPT, label=(label.start, label.end)))
    return turns


def find_labels(text: str, paragraphs: Sequence[Range]) -> list[Label]:
    """What may be speakers' labels, one a paragraph at most."""
    found = []
    for index, (start, end) in enumerate(paragraphs):
        match = _LABEL.match(text, start, end)
        if match is None:
            continue
        name = match.group("name").lower()
        if _is_no_speaker(name) or _HEADING.match(name):
            continue
        body = match.end()
        aside = _ASIDE_FIRST.match(text, body, end)
        if aside is not None and aside.end() < end:
            body = aside.end()
        while text[body].isspace():
            body += 1
        first = name.removeprefix("the ").split()[0]
        known = bool(match.group("account")) or first in words("speaker_labels")
        if text[body].islower() and aside is None and not known:
            continue
        capitals = bool(match.group("qa")) or _is_capitals(match)
        sure = capitals or known
        bare = bool(match.group("stop")) and not match.group("title")
        found.append(Label(index, *match.span("name"), body, name, capitals, sure, bare))
    return found


def _is_no_speaker(name: str) -> bool:
    """Whether a label heads a part of a text: "Note", "The facts", "Our rating"; no "The judge"."""
    known = words("no_speaker_labels")
    first, _, rest = name.partition(" ")
    if first == "our":
        return True
    thing = first == "the" and rest not in words("role_nouns")
    return name in known or (thing and rest in known)


def has_label(text: str, paragraph: Range) -> bool:
    """Whether a paragraph begins with what may be a speaker's label."""
    return _LABEL.match(text, *paragraph) is not None


def _without_lone(labels: Sequence[Label]) -> list[Label]:
    """Without capitals and a full stop, unless two such names at least come again and again."""
    counts = Counter(label.name for label in labels if label.bare)
    are_speakers = sum(count > 1 for count in counts.values()) > 1
    return [label for label in labels if are_speakers or not label.bare]


def _near_others(labels: Sequence[Label]) -> list[Label]:
    """Without those no other stands near, and without the few that look unlike the rest."""
    near = [label for i, label in enumerate(labels) if _is_near(labels, i)]
    if 2 * sum(label.capitals for label in near) > len(near):
        short = {label.name.replace(".", "") for label in near if label.capitals}
        return [label for label in near if label.capitals or _initials(label.name) in short]
    return near


def _initials(name: str) -> str:
    """The initials of a name that later labels may be: `Ada Holm: Yes.` and then `AH: No.`"""
    return "".join(part[0] for part in name.replace("-", " ").split())


def _is_near(labels: Sequence[Label], index: int) -> bool:
    place = labels[index].paragraph
    neighbours = labels[max(0, index - 1) : index + 2]
    return any(0 < abs(label.paragraph - place) <= _APART + 1 for label in neighbours)


def _is_capitals(match: regex.Match[str]) -> bool:
    capitals = match.group("capitals")
    return bool(capitals) and sum(map(str.isupper, capitals)) > 1


def _is_transcript(text: str, paragraphs: Sequence[Range], labels: Sequence[Label]) -> bool:
    """Whether the labels are speakers' labels: at least two, and of a form or use that tells so."""
    counts = Counter(label.name for label in labels)
    bodies = [(label.text_start, paragraphs[label.paragraph][1]) for label in labels]
    if 2 * sum(bool(_NAME_ONLY.match(text, *body)) for body in bodies) >= len(labels):
        return False
    if len(labels) < 2:
        return False
    if sum(label.sure for label in labels) * 2 > len(labels):
        return len(counts) > 1 or len(labels) > 2
    if len(counts) < 2:
        return False
    spoken = sum(bool(_PERSON.search(text, *body)) for body in bodies)
    repeated = sum(count for count in counts.values() if count > 1)
    share = _SPOKEN_REPEATED if 2 * repeated >= len(labels) else _SPOKEN_ONCE
    return spoken >= share * len(labels)


def _head_items(
    text: str, paragraphs: Sequence[Range], labels: Sequence[Label], marked: Sequence[Draft]
) -> bool:
    """Whether the labels head news of others: `SPOTTED: Lee at the bar. “No,” he told a guest.`

    None comes twice or begins like a person's, and most paragraphs quote somebody, while nobody
    asks or says "I" in them outside the marks.
    """
    persons = words("given_names") | words("titles") | words("role_nouns") | words("speaker_labels")
    if any(persons.intersection(label.name.split()[:1]) for label in labels):
        return False
    if len({label.name for label in labels}) < len(labels):
        return False
    drafts = sorted(part for draft in marked for part in draft.parts)
    telling = 0
    for label in labels:
        start, end = label.text_start, paragraphs[label.paragraph][1]
        inside = drafts[bisect_left(drafts, (start, 0)) : bisect_left(drafts, (end, 0))]
        told = _outside(text, start, end, inside)
        telling += bool(inside) and len(told) > 1 and not any(map(_PERSON.search, told))
    return 2 * telling > len(labels)


def _outside(text: str, start: int, end: int, marked: Sequence[Range]) -> list[str]:
    """The stretches of [start, end) outside ordered ones, without blank ones."""
    stretches = list[str]()
    for first, last in marked:
        stretches.append(text[start : max(start, first)])
        start = max(start, last)
    stretches.append(text[start : max(start, end)])
    return [stretch for stretch in stretches if stretch.strip(" .")]


def _parts(
    text: str, paragraphs: Sequence[Range], label: Label, following: Label | None
) -> list[Range]:
    parts = [(label.text_start, paragraphs[label.paragraph][1])]
    last = label.paragraph if following is None else following.paragraph - 1
    if last - label.paragraph > _APART:
        return parts
    for start, end in paragraphs[label.paragraph + 1 : last + 1]:
        if _EXAMINER.match(text, start, end):
            break
        if not ASIDE_ONLY.match(text, start, end):
            parts.append((start, end))
    return parts

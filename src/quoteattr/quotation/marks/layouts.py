"""Turns that the layout of lines tells: logs of a chat, names as headings over what they said.

[10:02] ann: hi            Ada Holm -- Chief Executive          MARGARET
12/03/2024, 18:02 - Bo: hi                                      You came back.
<ann> hi                   Thank you, and good morning.

Ada Holm (Velm East) (Lab)             The Minister for Water (Ada Holm)
Will she resign?                       No.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.lexicon import words
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.posts import TIME_ALONE
from quoteattr.quotation.marks.transcripts import ASIDE_ONLY, WORD
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

    Head = tuple[int, Range]
    """Index of a paragraph with a name, and the name."""

_CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE: Final = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?|\d{1,2} \p{L}{3,9} \d{4},?)"
_STAMP: Final = rf"[\[(]?(?:{_DATE}[ T])?{_CLOCK}[\])]?(?:\s?[-–—|])?"
_LOGGED: Final = regex.compile(
    rf"(?:(?P<stamp>{_STAMP})\s)?"
    r"(?:<(?P<nick>[@+%~&]?[\w.\[\]{}\\|^`-]{1,30}+)>"
    r"|(?P<name>[\p{L}~@+][\w .’'@+()-]{0,30}+)(?::|(?(stamp)(?=\t)|:)))"
    r"[ \t]+(?=\S)"
)
_UNSAID: Final = regex.compile(r"<[^<>\n]{1,40}>\Z|\*[^*\n]{1,200}\*\Z|https?://\S+\Z")
_SHARE: Final = 0.6  # of paragraphs that begin as lines of a log do
_ALL: Final = 0.9  # the same where neither times nor brackets tell it
_LEAST: Final = 4  # such lines
_LEAST_NAMED: Final = 3  # such lines, and no others, with names of persons
_SPOKEN: Final = regex.compile(
    r"[?!]|(?<![\w’'])(?:[Ii]|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|[Mm]e|[Uu]s|[Oo]ur)(?!\w)"
)
_SPOKEN_SHARE: Final = 0.25

_NAME: Final = rf"{WORD}(?: (?:(?:de|da|van|von|der|al|bin) )?{WORD}){{0,3}}"
_TITLED: Final = regex.compile(
    rf"(?P<name>{_NAME})(?:\s+(?:--|[—–-])|,)\s+\p{{Lu}}[^\r\n.!?:“”\"]{{2,100}}\Z"
)
"""As records of calls print them: `Ada Holm – Analyst`, `Ada Holm, Velm Foods plc – Analyst`."""
_TIMED: Final = regex.compile(
    rf"(?:(?P<name>{_NAME}(?: \d{{1,2}})?)\s*[ \t(\[|,-]\s*{_CLOCK}[)\]]?:?"
    rf"|[(\[]?{_CLOCK}[)\]]?[ \t|-]+(?P<name>{_NAME}(?: \d{{1,2}})?):?)\Z"
)
_SEATED: Final = regex.compile(
    rf"(?P<name>{_NAME})(?: \((?P<seat>\p{{Lu}}[^()\r\n.?!“”\"]{{1,60}})\)){{1,3}}:?\Z"
)
_IN_OFFICE: Final = regex.compile(
    rf"(?:The|Mr|Mrs|Madam|Deputy) \p{{Lu}}[^()\r\n.?!“”\"]{{2,120}} \((?P<name>{_NAME})\):?\Z"
)
"""As parliaments print them: `Ada Holm (Velm East) (Lab)`, `The Chair (Ada Holm)`."""
_CAPITALS: Final = regex.compile(
    r"(?P<name>\p{Lu}[\p{Lu}’'.-]{1,20}+(?: (?:\p{Lu}[\p{Lu}’'.-]{0,20}+|\#?\d{1,2})){0,3})"
    r"(?:\s?\([^()\r\n]{1,20}\)){0,2}:?\Z"
)
_BARE: Final = regex.compile(rf"(?P<name>{_NAME})\Z")
_BYNAME: Final = regex.compile(rf"(?P<name>{_NAME}|[\p{{L}}\p{{N}}_][\w.-]{{1,29}})\Z")
"""Who posts in a forum, with the time in the line below: `ada_holm`."""
_FORMS: Final = (_TITLED, _TIMED, _IN_OFFICE, _SEATED)
_TIMED_BELOW: Final = (*_FORMS, _BYNAME)
_SCENE: Final = regex.compile(r"(?:INT|EXT|ACT|SCENE|CUT|FADE|DISSOLVE|THE END|CHAPTER|PART)\b")
_RUNNING: Final = regex.compile(r"[\w%)]:?\Z")
_SHORT: Final = 60  # code points of a line without a stop that is a heading, no speech


def find_layout_turns(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """The turns of a log or of a script with names as headings; empty where a text is neither."""
    return _logged(text, paragraphs) or _headed(text, paragraphs)


def _logged(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """`[10:02] ann: hi`: one part for each line of the turn."""
    found = {}
    for index, bounds in enumerate(paragraphs):
        match = _LOGGED.match(text, *bounds)
        group = "name" if match is None or match["nick"] is None else "nick"
        if match is not None and match[group].lower() not in words("no_speaker_labels"):
            found[index] = match, match.span(group)
    if not _is_log(text, paragraphs, [match for match, _ in found.values()]):
        return []
    turns: list[Draft] = []
    for index, (start, end) in enumerate(paragraphs):
        if index in found:
            match, name = found[index]
            turns.append(Draft([(match.end(), end)], MarkStyle.TRANSCRIPT, label=name))
        elif turns and paragraphs[index - 1][1] == turns[-1].end:
            turns[-1].parts.append((start, end))
    return [turn for turn in turns if not _UNSAID.match(text, *turn.parts[0])]


def _is_log(text: str, paragraphs: Sequence[Range], lines: Sequence[regex.Match[str]]) -> bool:
    if len(lines) < 2:
        return False
    marked = sum(bool(line["stamp"] or line["nick"]) for line in lines)
    if marked == len(lines):
        return len(lines) >= _SHARE * len(paragraphs)
    names = Counter(line["name"] for line in lines)
    repeated = sum(count > 1 for count in names.values())
    spoken = sum(bool(_SPOKEN.search(text, line.end(), line.end() + 400)) for line in lines)
    if spoken < _SPOKEN_SHARE * len(lines):
        return False
    if len(lines) == len(paragraphs) >= _LEAST_NAMED and repeated and len(names) > 1:
        persons = words("given_names") | words("titles") | words("speaker_labels")
        if all(persons.intersection(name.lower().split()[:1]) for name in names):
            return True
    return len(lines) >= max(_LEAST, _ALL * len(paragraphs)) and repeated > 1


def _headed(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """`Ada Holm -- Chief Executive` and then what she said, up to the next name."""
    heads = _script_heads(text, paragraphs)
    if heads:
        return [turn for head in heads if (turn := _lines_below(text, paragraphs, head))]
    heads = _titled_heads(text, paragraphs)
    turns = []
    ends = [*(index for index, _ in heads), len(paragraphs)]
    for (index, name), end in zip(heads, ends[1:], strict=True):
        below = [b for b in paragraphs[index + 1 : end] if not _is_aside(text, b)]
        parts = [bounds for bounds in below[:1] if not text[slice(*bounds)].isupper()]
        parts += [bounds for bounds in below[1:] if not _is_heading(text, bounds)]
        if parts:
            turns.append(Draft(parts, MarkStyle.TRANSCRIPT, label=name))
    return turns


def _is_aside(text: str, bounds: Range) -> bool:
    """Whether a line is in brackets as a whole or tells only when somebody spoke."""
    return bool(ASIDE_ONLY.match(text, *bounds) or TIME_ALONE.match(text, *bounds))


def _titled_heads(text: str, paragraphs: Sequence[Range]) -> list[Head]:
    """Names with a title, a seat or a time, alone in their lines, and the same names without."""
    found: dict[int, Range] = {}
    below = [*(bool(TIME_ALONE.match(text, *bounds)) for bounds in paragraphs[1:]), False]
    for index, bounds in enumerate(paragraphs):
        forms = _TIMED_BELOW if below[index] else _FORMS
        match = next((match for form in forms if (match := form.match(text, *bounds))), None)
        if match is not None:
            found[index] = match.span("name")
    if len(found) < 2:
        return []
    names = {text[start:end] for start, end in found.values()}
    for index, bounds in enumerate(paragraphs):
        bare = _BARE.match(text, *bounds)
        if bare and index not in found:
            known = bare["name"] in names or bare["name"].lower() in words("speaker_labels")
            if known:
                found[index] = bare.span("name")
    heads = sorted(found.items())
    return heads if _is_spoken(text, paragraphs, heads) else []


def _script_heads(text: str, paragraphs: Sequence[Range]) -> list[Head]:
    """Names in capitals on a line of their own, right above what is said."""
    heads = []
    for index, bounds in enumerate(paragraphs[:-1]):
        match = _CAPITALS.match(text, *bounds)
        if match is None or _SCENE.match(text, *bounds) or not _is_above(text, paragraphs, index):
            continue
        if not text[slice(*paragraphs[index + 1])].isupper():
            heads.append((index, match.span("name")))
    return heads if _is_spoken(text, paragraphs, heads) else []


def _is_above(text: str, paragraphs: Sequence[Range], index: int) -> bool:
    """Whether no blank line parts a paragraph from the next."""
    return text.count("\n", paragraphs[index][1], paragraphs[index + 1][0]) == 1


def _is_spoken(text: str, paragraphs: Sequence[Range], heads: Sequence[Head]) -> bool:
    """Whether headings are speakers: one comes again, and half of them have somebody speak."""
    names = Counter(text[start:end] for _, (start, end) in heads)
    if len(names) < 2 or max(names.values()) < 2:
        return False
    below = []
    for index, _ in heads:
        lines = paragraphs[index + 1 : index + 3]
        below += [line for line in lines if not TIME_ALONE.match(text, *line)][:1]
    spoken = sum(bool(_SPOKEN.search(text, *bounds)) for bounds in below)
    return 2 * spoken >= len(heads)


def _lines_below(text: str, paragraphs: Sequence[Range], head: Head) -> Draft | None:
    """The lines under a name up to the next blank one, without stage directions."""
    index, name = head
    parts = []
    while index + 1 < len(paragraphs) and _is_above(text, paragraphs, index):
        index += 1
        if not ASIDE_ONLY.match(text, *paragraphs[index]):
            parts.append(paragraphs[index])
    return Draft(parts, MarkStyle.TRANSCRIPT, label=name) if parts else None


def _is_heading(text: str, bounds: Range) -> bool:
    """Whether a line is short and has no stop: `Questions and answers:`"""
    start, end = bounds
    return end - start <= _SHORT and bool(_RUNNING.search(text, end - 2, end))

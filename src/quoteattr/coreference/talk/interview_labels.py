"""Interviews with labels: `Q: Why?`, `A: Because.`, and who the two are.

Their labels are no names: the text before may tell who met whom, else the two stay unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.talk.labels import side
from quoteattr.coreference.talk.meetings import persons, who_met
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import Reference, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.pronouns.scene import Scene

_I_AM: Final = regex.compile(r"\b(?:I['’]m|I am|[Mm]y name is) (?=\p{Lu})")
_EXAMINES: Final = regex.compile(
    r"^[ \t]*(?:[\p{Lu} -]{0,20}EXAMINATION )?(?:BY|By)"
    r" (?P<name>(?:M[Rr]|M[Rr]?[Ss]|D[Rr])\.? \p{Lu}[^\n.]{1,40}?):?[ \t]*$",
    regex.MULTILINE,
)
_EXAMINED: Final = 2000  # code points of a record back in which the examiner is named
_INITIALS: Final = regex.compile(r"(?:\p{Lu}\.? ?){2,3}")


def who_is_labelled(scene: Scene, threads: list[Thread]) -> dict[int, Thread]:
    """Who each label of an interview means, by the index of its mention; new *threads* are added.

    Empty where a text has no such labels.
    """
    analysis, mentions = scene.analysis, scene.mentions
    labels = {span.label for span in scene.quoted if span.label is not None}
    if not labels:
        return {}
    places = [i for i, mention in enumerate(mentions) if (mention.start, mention.end) in labels]
    found = _by_initials(scene, places, threads) | _by_own_words(scene, places)
    sides = {i: name for i in places if (name := side(written(analysis, mentions[i])))}
    if not sides:
        return found
    guest, host = who_met(analysis, mentions, scene.threads, mentions[min(sides)].start)
    known = {"answers": guest, "asks": host}
    for i, name in sides.items():
        if name == "asks" and (examiner := _examiner(scene, mentions[i].start)) is not None:
            found[i] = examiner
        elif known[name] is None:
            label = written(analysis, mentions[i])
            threads.append(Thread(index=len(threads), kind=SpeakerKind.UNNAMED, name=label))
            known[name] = threads[-1]
    told = {i: thread for i, name in sides.items() if (thread := known[name]) is not None}
    return told | found


def _examiner(scene: Scene, place: int) -> Thread | None:
    """Who asks at a place of a court's record by the last line that says so: `BY MS. HOLM:`."""
    first = max(0, place - _EXAMINED)
    lines = list(_EXAMINES.finditer(scene.analysis.text, first, place))
    if not lines:
        return None
    named = scene.begins_at(lines[-1].start("name"))
    return None if named is None else scene.threads.get(named)


def _by_initials(scene: Scene, places: Sequence[int], threads: list[Thread]) -> dict[int, Thread]:
    """Whose initials labels are: `AH: Never.` where Ada Holm is named before, and nobody else."""
    labels = {i: written(scene.analysis, scene.mentions[i]) for i in places}
    short = {i: _letters(label) for i, label in labels.items() if _INITIALS.fullmatch(label)}
    if not short:
        return {}
    found: dict[int, Thread] = {}
    whose: dict[str, dict[int, Thread]] = {}
    named = list(persons(scene.mentions, scene.threads, scene.mentions[min(short)].start))
    for i, label in labels.items():
        if i in short or _initials(label.split()) not in short.values() or i > min(short):
            continue
        if i not in scene.threads:  # a paper, say, that nothing names before
            threads.append(Thread(index=len(threads), kind=SpeakerKind.UNNAMED, name=label))
            found[i] = threads[-1]
        named.append((i, found.get(i) or scene.threads[i]))
    for _, thread in named:
        parts = (thread.name or "").replace("-", " ").split()
        for initials in {_initials(parts), _initials(parts[:1] + parts[-1:])}:
            whose.setdefault(initials, {})[thread.index] = thread
    for i, letters in short.items():
        if len(meant := whose.get(letters, {})) == 1:
            found[i] = next(iter(meant.values()))
    return found


def _by_own_words(scene: Scene, places: Sequence[int]) -> dict[int, Thread]:
    """Who says his name: `HOST: Welcome. I'm Ada Holm.`"""
    analysis, mentions = scene.analysis, scene.mentions
    roles = {
        (mentions[i].start, mentions[i].end): written(analysis, mentions[i])
        for i in places
        if mentions[i].reference is Reference.NOMINAL
    }
    said: dict[str, Thread] = {}
    for span in scene.quoted:
        role = roles.get(span.label) if span.label is not None else None
        if role is None or role in said:
            continue
        match = _I_AM.search(analysis.text, span.start, span.end)
        named = None if match is None else scene.begins_at(match.end())
        if named is not None and mentions[named].names_person and named in scene.threads:
            said[role] = scene.threads[named]
    words = {i: written(analysis, mentions[i]) for i in places}
    return {i: said[words[i]] for i in places if words[i] in said}


def _letters(label: str) -> str:
    return label.replace(".", "").replace(" ", "")


def _initials(parts: Sequence[str]) -> str:
    return "".join(part[0] for part in parts if part[0].isupper())

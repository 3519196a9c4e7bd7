"""Who opens a report by an office and is named only further down.

"Nato's secretary general has said that more is needed. Ada Holm told reporters ..."
"A baker told a jury that he was asleep. Oskar Holm, 54, denies arson."
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.roles.fitting import is_office, repeats
from quoteattr.coreference.roles.holding import AGE, has_office, is_bare, is_held, may_hold
from quoteattr.coreference.roles.nameless import stays_nameless
from quoteattr.coreference.roles.reading import describes, read_role
from quoteattr.coreference.roles.wording import may_be_anybody, names_owner, strip_determiner
from quoteattr.grammar import opens_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Role, Thread
    from quoteattr.records import Mention

OTHERS: Final = frozenset(
    {"judge", "prosecutor", "lawyer", "officer", "doctor", "journalist", "police", "spokesperson"}
)
"""Groups of nouns for those who act in a report that is about somebody else."""


def named_after_opening(
    scene: Scene, forms: Mapping[int, NameForm], directory: Directory
) -> dict[int, Thread]:
    """Descriptions, each with whoever the report then names: the lead's, and offices that speak."""
    opening = _by_office(scene, forms, directory) or _by_age(scene, forms, directory)
    return opening | _named_next(scene, forms, directory) | _named_beside(scene, directory)


def _named_next(
    scene: Scene, forms: Mapping[int, NameForm], directory: Directory
) -> dict[int, Thread]:
    """Offices that speak, each with whoever speaks next and is named without a word of who it is.

    "The bank's chief executive said that it would grow. “We are glad,” said Ada Holm." Others too,
    if they are named in the same paragraph: "A customer said it was cold. “Ice,” said Ada Holm."
    To tell that somebody was speaking does as well: "Ada Holm was speaking after a meeting."
    """
    if scene.talk.is_story:
        return {}
    found: dict[int, Thread] = {}
    sources = [i for i in sorted(scene.told_sources) if scene.mentions[i].quoted is None]
    sources = sorted({*sources, *_spoke(scene, sources), *_acted(scene, sources)})
    single = [i for i in sources if scene.mentions[i].names_person or describes(scene.mentions[i])]
    for i, named in pairwise(single):
        apart = scene.paragraphs[named] - scene.paragraphs[i]
        role = _office(scene, i, directory) or (None if apart else _anybody(scene, i))
        if role is not None and role.group == "spokesperson" and apart:
            continue
        if role is None or not scene.mentions[named].names_person or not is_bare(scene, named):
            continue
        if _is_other_spoken_of(scene, i, named):
            continue
        together = scene.sentences[named] == scene.sentences[i]
        thread = scene.threads[named]
        new = thread.mentions[0] == named and named in forms and bool(forms[named].given)
        if apart > 1 or together or not new or forms[named].role:
            continue
        if may_hold(scene, i, thread) and not is_held(directory, role):
            directory.give(thread, role)
            found[i] = thread
    return found


def _spoke(scene: Scene, sources: Sequence[int]) -> Iterator[int]:
    """Names right after a description that speaks, of which it is told that they were speaking."""
    text, mentions = scene.analysis.text, scene.mentions
    for i in sources:
        if not describes(mentions[i]):
            continue
        near = range(i + 1, min(i + 1 + settings.LEAD_MENTIONS, len(mentions)))
        named = next((j for j in near if mentions[j].names_person), i)
        if named > i and text.startswith(" was speaking ", mentions[named].end):
            yield named


def _acted(scene: Scene, sources: Sequence[int]) -> Iterator[int]:
    """Who opens a paragraph by a deed, and is named as the next sentence's source.

    "The minister rejected the criticism. They had been warned, Ada Holm told reporters."
    """
    analysis, mentions = scene.analysis, scene.mentions
    starts = {one.start for one in analysis.paragraphs}
    for i, mention in enumerate(mentions):
        if mention.start not in starts or not describes(mention) or not scene.is_subject(i):
            continue
        after = bisect_right(sources, i)
        named = sources[after] if after < len(sources) else i
        if i < named and scene.paragraphs[named] == scene.paragraphs[i]:
            next_to = scene.sentences[named] == scene.sentences[i] + 1
            if next_to and scene.is_subject(named):
                yield i


def _anybody(scene: Scene, i: int) -> Role | None:
    """What description *i*, which opens its sentence, tells of somebody.

    None for those who serve or judge others, and for one after whose words another answers.
    """
    opens = opens_sentence(scene.analysis, scene.mentions[i].start)
    if i in scene.threads or not opens or not describes(scene.mentions[i]):
        return None
    role = read_role(strip_determiner(written(scene.analysis, scene.mentions[i])))
    if role is None or role.group in OTHERS or is_office(role):
        return None
    return None if stays_nameless(scene.analysis, scene.mentions[i]) else role


def _office(scene: Scene, i: int, directory: Directory) -> Role | None:
    """The office that description *i* names as one that there is: "the bank's director".

    A headline leaves out the article: "NATO chief says".
    """
    if i in scene.threads or not describes(scene.mentions[i]):
        return None
    words = written(scene.analysis, scene.mentions[i])
    role = read_role(words)
    first = words.partition(" ")[0].lower()
    spared = scene.mentions[i].end <= directory.headline_end and first not in ("a", "an")
    definite = names_owner(words) or may_be_anybody(words) or spared
    known = role is not None and is_office(role) and definite
    return role if known else None


def _is_other_spoken_of(scene: Scene, i: int, named: int) -> bool:
    """Whether another person is the subject of a sentence between: "The head spoke. Ek rose."."""
    between = (j for j in range(i + 1, named) if scene.mentions[j].names_person)
    return any(
        scene.is_subject(j)
        and scene.mentions[j].quoted is None
        and scene.threads[j] is not scene.threads[named]
        for j in between
    )


def _named_beside(scene: Scene, directory: Directory) -> dict[int, Thread]:
    """Who speaks as new and is named soon: "A spokesman said so. The spokesman, Juho Ek, left."""
    found: dict[int, Thread] = {}
    mentions = scene.mentions
    for i, thread in scene.threads.items():
        if not describes(mentions[i]) or thread.mentions[0] not in (i, i + 1):
            continue
        words = written(scene.analysis, mentions[i])
        role = None if words.lower().startswith("another ") else read_role(words)
        for before in range(i - 1, max(-1, i - 1 - settings.LEAD_MENTIONS), -1):
            if role is None or scene.paragraphs[i] - scene.paragraphs[before] > 1:
                break
            if before in scene.threads or not _is_new(scene, mentions[before]):
                continue
            said = read_role(written(scene.analysis, mentions[before]))
            if said is not None and repeats(role, said):
                directory.give(thread, said)
                found[before] = thread
                break
    return found


def _by_office(
    scene: Scene, forms: Mapping[int, NameForm], directory: Directory
) -> dict[int, Thread]:
    """The description of an office that opens a report, with whoever the report then names.

    That is the first person named: in full, as a speaker, with nothing told of who that is. Nobody
    else in the text may have the office. Of whoever once had it the age may be told: "The former
    mayor wept. Ada Holm, 63, said". Notes the role; empty where a report does not open so.
    """
    first = min(scene.told_sources, default=-1)
    if first < 0 or scene.talk.is_story:
        return {}
    opening = range(min(first, settings.LEAD_MENTIONS))
    acting = (i for i in opening if scene.is_subject(i) and describes(scene.mentions[i]))
    first = next(acting, first)
    below = (
        i for i in sorted(scene.told_sources) if scene.mentions[i].start > directory.headline_end
    )
    leads = dict.fromkeys((first, next(below, first)))
    found = (_with_office(scene, forms, directory, lead) for lead in leads)
    return next((one for one in found if one), {})


def _with_office(
    scene: Scene, forms: Mapping[int, NameForm], directory: Directory, first: int
) -> dict[int, Thread]:
    """Description *first* with whom the report names first, if it can be that person's office."""
    role = _office(scene, first, directory)
    named = next((i for i, mention in enumerate(scene.mentions) if _is_told_of(scene, i)), -1)
    once = role is not None and "former" in role.modifiers
    if role is None or not _is_introduced(scene, forms, first, named, once=once):
        return {}
    thread = scene.threads[named]
    if not may_hold(scene, first, thread, once=once) or is_held(directory, role):
        return {}
    directory.give(thread, role)
    return {first: thread}


def _is_told_of(scene: Scene, i: int) -> bool:
    """Whether a mention names somebody, but not who reports: "By Ada Holm"."""
    return scene.mentions[i].names_person and scene.words_before[i] != "by"


def _by_age(scene: Scene, forms: Mapping[int, NameForm], directory: Directory) -> dict[int, Thread]:
    """Somebody new whom the lead is about, with the name that opens a paragraph right after it.

    The name is the first one after the description, in full, with an age ("Oskar Holm, 54,") or of
    one who speaks as the other did. A judge or an official is not the one a report goes on with.
    Notes the role; empty elsewhere.
    """
    mentions, at = scene.mentions, scene.analysis.paragraph_at
    lead = next(
        (i for i, one in enumerate(mentions[: settings.LEAD_MENTIONS]) if _is_new(scene, one)), -1
    )
    if lead < 0 or lead in scene.threads or not scene.is_subject(lead):
        return {}
    start, end = mentions[lead].start, scene.analysis.ends[mentions[lead].head]
    role = read_role(strip_determiner(scene.analysis.text[start:end]))
    named = next((i for i in sorted(forms) if i > lead), -1)
    if role is None or role.group in OTHERS or is_office(role) or named < 0:
        return {}
    paragraph = scene.analysis.paragraphs[at(mentions[named].start)]
    opens = paragraph.start == mentions[named].start and bool(forms[named].given)
    follows = 0 < at(paragraph.start) - at(mentions[lead].start) <= settings.LEAD_NAME_REACH
    thread = scene.threads[named]
    aged = AGE.match(scene.analysis.text, mentions[named].end) is not None
    if not (opens and follows and (aged or _goes_on(scene, lead, named))):
        return {}
    if thread.mentions[0] != named:
        return {}
    if not agree(mentions[lead].gender, thread.gender):
        return {}
    directory.give(thread, role)
    return {lead: thread}


def _goes_on(scene: Scene, lead: int, named: int) -> bool:
    """Whether both speak, and the name stands without a word of who it is."""
    return {lead, named} <= scene.told_sources and is_bare(scene, named)


def _is_new(scene: Scene, mention: Mention) -> bool:
    """Whether a mention describes one person as new: "a baker", not in marks."""
    first = written(scene.analysis, mention).split(" ", 1)[0].lower()
    return describes(mention) and mention.quoted is None and first in ("a", "an")


def _is_introduced(
    scene: Scene, forms: Mapping[int, NameForm], first: int, named: int, *, once: bool
) -> bool:
    """Whether mention *named* is a full name that speaks soon after the lead, and not in reply."""
    if named < first or named not in scene.told_sources or named not in forms:
        return False
    at = scene.analysis.paragraph_at
    gap = at(scene.mentions[named].start) - at(scene.mentions[first].start)
    bare = not has_office(forms[named]) and is_bare(scene, named, past_age=once)
    return bool(forms[named].given) and bare and gap <= settings.LEAD_NAME_REACH

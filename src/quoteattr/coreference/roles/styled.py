"""Titles that serve as a name throughout a story: "the General", "the Duchess"."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def read_styles(
    forms: Mapping[int, NameForm], directory: Directory, is_label: Callable[[int], bool]
) -> dict[int, Thread]:
    """Whom each mention by a title that serves as a name means: who bears it, or somebody new.

    None that *is_label* of a turn, which has a capital anyway.
    """
    found: dict[int, Thread] = {}
    thread_of = directory.thread_of
    known = bearers(forms, thread_of)
    for title, placed in styled(directory.analysis, directory.mentions, thread_of).items():
        indices = [i for i in placed if not is_label(i)]
        if len(indices) < settings.STYLED:
            continue
        thread = bearer(known.get(title, []), len(indices))
        thread = thread or directory.introduce(indices[0], _name(directory, title, indices))
        found.update(dict.fromkeys(indices, thread))
    return found


def _name(directory: Directory, title: str, indices: Sequence[int]) -> str:
    """What such a title is as a name: "the General", but "Papa" where no article ever stands."""
    mentions, lowers = directory.mentions, directory.analysis.lowers
    firsts = (directory.analysis.token_at(mentions[i].start) for i in indices)
    article = any(lowers[first] == "the" for first in firsts)
    return f"the {title.title()}" if article else title.title()


def styled(
    analysis: Analysis, mentions: Sequence[Mention], taken: Mapping[int, Thread]
) -> dict[str, list[int]]:
    """Titles used as names, with their mentions: "General!", "the General".

    All their words have a capital, several times and more often than not.

    Args:
        analysis: The columns of the text.
        mentions: Its mentions.
        taken: Mentions that are somebody's already.
    """
    found: dict[str, list[int]] = defaultdict(list)
    lower: Counter[str] = Counter()
    for i, mention in enumerate(mentions):
        if mention.reference is not Reference.NOMINAL or mention.number is not Number.SINGULAR:
            continue
        if mention.kind is not SpeakerKind.UNNAMED or i in taken:
            continue
        written = analysis.text[mention.start : mention.end].split()
        title = written[1:] if written[0].lower() == "the" else written
        if not title:
            continue
        key = " ".join(title).lower()
        if all(word[0].isupper() for word in title):
            found[key].append(i)
        else:
            lower[key] += 1
    return {
        title: indices
        for title, indices in found.items()
        if len(indices) >= settings.STYLED and len(indices) > lower[title]
    }


def bearers(
    forms: Mapping[int, NameForm], of: Mapping[int, Thread]
) -> dict[str, list[tuple[Thread, int]]]:
    """Who bears each title in a name, and in how many names, the most named first."""
    seen: dict[str, Counter[Thread]] = defaultdict(Counter)
    for i, form in forms.items():
        for title in set(form.titles):
            seen[title][of[i]] += 1
    return {title: counts.most_common() for title, counts in seen.items()}


def bearer(holders: Sequence[tuple[Thread, int]], times: int) -> Thread | None:
    """The one person who bears a title that stands alone so many *times*, if there is one."""
    if not holders:
        return None
    best, most = holders[0]
    clear = most >= settings.BEARER_SHARE * sum(named for _, named in holders)
    return best if clear and most >= settings.BEARER_NAMED * times else None

"""Who is quoted in a headline, or before a colon that stands like one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.discourse import TAKES_UP
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_TELLING: Final = frozenset(
    {
        *("describe", "describes", "on", "recall", "recalls", "relive", "relives", "remember"),
        *("remembers", "reveal", "reveals", "speak", "speaks", "talk", "talks", "tell", "tells"),
    }
)
"""How a headline goes on with who is quoted before its colon."""
_QUALIFYING: Final = frozenset({"ADJ", "NOUN", "PROPN", ""})
_STOPS: Final = frozenset({".", "!"})


def headline_label(quotation: Quotation, scene: Scene) -> Answer | None:
    """The name and colon before a quotation: `Mayor: “We will rebuild”`, `Post by Lee: “No”`.

    Or who tells of it behind the colon of a headline: `“I was robbed”: sailor tells of raid`.
    """
    if quotation.cue is not None or quotation.parent is not None:
        return None
    bounds = scene.analysis.paragraphs[scene.analysis.paragraph_at(quotation.start)]
    before = scene.analysis.text[bounds.start : quotation.start].rstrip()
    if not before and bounds.start == scene.analysis.paragraphs[0].start:
        return _teller_behind(quotation, scene)
    if not before.endswith(":") or len(before) > config.LABEL_LENGTH:
        return None
    if before.strip(" *_:").lower() in words("no_speaker_labels"):
        return None  # Claim: “It was late.”
    mention = scene.mention_at(bounds.start, bounds.start + len(before))
    if mention is None or TAKES_UP.fullmatch(before):
        return None
    end = scene.mentions[mention].end
    writes = scene.analysis.text.startswith(" by ", end)
    author = scene.mention_at(end + len(" by "), end + len(" by ") + 1) if writes else None
    return scene.answer(mention if author is None else author)


def _teller_behind(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who acts behind the colon of a headline: `“I was robbed”: sailor tells of raid`.

    Or on what the words are: `“Nobody listened”: sailor on a life at sea`.
    """
    analysis = scene.analysis
    colon = analysis.token_at(quotation.end)
    last = analysis.paragraphs[0].last
    if analysis.lowers[colon : colon + 1] != [":"] or analysis.words[last - 1] in _STOPS:
        return None
    first = colon + 1
    first += analysis.lowers[first : first + 1] in (["a"], ["an"], ["the"])
    reach = range(first, min(first + config.NAME_BEFORE_CUE, last - 1))
    noun = next((t for t in reach if analysis.lowers[t] in _tellers()), None)
    if noun is None or noun + 1 >= last or analysis.lowers[noun + 1] not in _TELLING:
        return None
    if not _QUALIFYING.issuperset(analysis.tags[first:noun]):
        return None
    return Answer(source=(analysis.starts[colon + 1], analysis.ends[noun]))


@cache
def _tellers() -> frozenset[str]:
    """Nouns for people, of whom a headline may tell: `sailor`, `families`."""
    nouns = words("role_nouns") | words("group_nouns")
    return nouns | {f"{noun}s" for noun in nouns}

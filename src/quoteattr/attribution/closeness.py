"""Who words before a name are about: `An aide close to Ann Lee said no.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.attribution.answers import Answer
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import FINITE, PHRASE_TAGS
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_WORDS: Final = 3  # a noun and what links it
_AFTER_PARTICIPLE: Final = frozenset({"by", "to", "among", "from", "with"})
_PARTICIPLES: Final = frozenset({"VBN", "VBD"})  # a tagger takes the one for the other
_JOINTS: Final = frozenset({",", "and"})
_SEEN: Final = 2  # a participle and “by”
_COMMA: Final = ", "


def close_to(scene: Scene, start: int) -> int | None:
    """Token of the noun before `close to`, which stands before code point *start*; else None."""
    analysis = scene.analysis
    first = analysis.token_at(start)
    near = first >= _WORDS and analysis.lowers[first - 2 : first] == ["close", "to"]
    return first - _WORDS if near else None


def at_noun(quotation: Quotation, scene: Scene, noun: int) -> Answer | None:
    """The mention of a noun, else its words: `Satellite imagery | reviewed by Ann Lee shows`."""
    analysis = scene.analysis
    if scene.is_content(quotation, analysis.starts[noun]):
        return None
    mention = scene.mention_at(analysis.starts[noun], analysis.ends[noun])
    if mention is not None:
        return scene.answer(mention)
    first, floor = noun, analysis.sentence_at(noun)[0]
    while first > floor and analysis.tags[first - 1] in PHRASE_TAGS:
        first -= 1
    return Answer(source=(analysis.starts[first], analysis.ends[noun]))


def seen_by(scene: Scene, start: int) -> int | None:
    """Token of the noun before a participle and `by`, which no subject follows; else None.

    `A report seen by Ann Lee says no`, `a note, seen by the Gazette, which`. So with what is sent
    to somebody: `A letter sent to parents says no`.
    """
    analysis = scene.analysis
    first = analysis.token_at(start)
    first -= analysis.lowers[max(0, first - 1)] == "the"
    if first < _WORDS or analysis.lowers[first - 1] not in _AFTER_PARTICIPLE:
        return None
    noun = first - _WORDS
    noun -= analysis.lowers[noun] == ","
    sent = noun >= 0 and analysis.lowers[noun] in words("document_nouns")
    if not sent and analysis.lowers[first - 1] != "by":
        return None
    told = noun >= 0 and analysis.forms[first - 2] in _PARTICIPLES
    opens = told and noun == analysis.sentence_at(noun)[0]  # Footage
    seen = told and (analysis.tags[noun] == "NOUN" or (opens and analysis.tags[noun] == "PROPN"))
    if seen:
        return noun
    return _document_before(scene, first) if analysis.lowers[first - 1] == "by" else None


def _document_before(scene: Scene, first: int) -> int | None:
    """The document that opens the sentence, with participles: `A letter sent in May, seen by Lee`.

    None where a verb has followed it.
    """
    analysis = scene.analysis
    start = analysis.sentence_at(first)[0]
    noun = start + 1  # behind an article
    seen, comma = first - _SEEN, first - _SEEN - 1
    set_off = comma > noun and analysis.lowers[comma] in _JOINTS and analysis.forms[seen] == "VBN"
    if not set_off or analysis.lowers[noun] not in words("document_nouns"):
        return None
    told = analysis.forms[noun + 1] in _PARTICIPLES
    later = analysis.forms[noun + 2 : first]
    return noun if told and FINITE.isdisjoint(later) else None


def described_before(scene: Scene, name: int) -> int | None:
    """The description that mention *name*, in commas, tells more of: `the mayor | , Ann Lee,`."""
    found, text = scene.mentions[name], scene.analysis.text
    if not found.names_person or not text.startswith(",", found.end):
        return None
    set_off = text.endswith(_COMMA, 0, found.start)
    return nameless_to(scene, found.start - len(_COMMA)) if set_off else None


def nameless_to(scene: Scene, end: int) -> int | None:
    """Index of the description of somebody that ends at code point *end*: `the mayor |`."""
    index = scene.mention_at(end - 1, end)
    if index is None or scene.mentions[index].end != end:
        return None
    return index if scene.mentions[index].kind is SpeakerKind.UNNAMED else None


def speaks_for(scene: Scene, subject: int) -> int | None:
    """Who speaks for what is set off: `A spokesman | for the club's owner, Velm Foods, said`."""
    analysis = scene.analysis
    mention = scene.mention_at(analysis.starts[subject], analysis.ends[subject])
    if mention is None or not analysis.text.startswith(",", scene.mentions[mention].end):
        return None
    found = scene.mentions[mention]
    comma = analysis.token_at(found.start) - 1
    comma -= analysis.lowers[comma : comma + 1] == ["the"]
    parted = comma > 0 and analysis.lowers[comma] == ","
    before = nameless_to(scene, analysis.ends[comma - 1]) if parted else None
    if before is None or scene.mentions[before].head >= comma - 1:
        return None
    one = scene.mentions[before]
    owned = "'s" in analysis.lowers[one.head : comma]
    person = owned and analysis.lowers[comma - 1] in words("role_nouns")
    body = found.kind is SpeakerKind.ORGANIZATION
    return one.head if body or (person and found.names_person) else None

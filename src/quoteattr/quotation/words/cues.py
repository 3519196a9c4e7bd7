"""Which words report, and in what form they stand: `said`, `has made clear`, `according to`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.datatypes import MARKS, Mode
from quoteattr.grammar import BE, COUNTS, FINITE, POSSESSIVES, SENTENCE_FINAL
from quoteattr.lexicon import Row, table, word_classes, words
from quoteattr.quotation.words.cue_forms import (
    OWN_WORDS,
    noun_forms,
    own_words_at,
    phrase_at,
    phrase_forms,
    verb_forms,
)
from quoteattr.quotation.words.headline_labels import headline_label
from quoteattr.quotation.words.inflection import Form
from quoteattr.quotation.words.plurals import counts_points, is_governed_plural, is_plural
from quoteattr.quotation.words.rare_cues import may_report
from quoteattr.quotation.words.verbs_after import strong_pasts, verbs_after_quotations

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.quotation.words.headline_labels import HeadlineLabel

_OWNERS: Final = POSSESSIVES | {"'s", "'", "whose"}
_BY: Final = frozenset({"by", "from"})
_RELATIVELY: Final = frozenset({"earlier", "late", "early", "later"})
_DAYTIMES: Final = frozenset({"morning", "afternoon", "evening", "night"})
_OF_CLAIMS: Final = _BY | {"in", "on", "at", "before", "during", "after", "to"}


class Frames(str, Enum):
    """What a reporting verb takes as its content; the letters of cues.tsv."""

    QUOTATION = "q"
    CLAUSE = "c"
    BARE_CLAUSE = "b"
    SURE_CLAUSE = "s"
    QUESTION = "w"
    INFINITIVE = "i"
    OBJECT = "o"
    PREDICATE = "x"
    OBJECT_AS = "k"
    OBJECT_FOR = "f"
    FRAGMENT = "n"
    ADDRESSEE = "a"


@frozen
class CueWord:
    """A reporting expression in the text.

    Attributes:
        token: Token of its verb, or its first token.
        last: Token after its last word.
        lemma: Key in the lexicon.
        group: Its class in the lexicon ("say", "ask", "source", ...).
        mode: Speech, writing or thought.
        form: Inflection.
        frames: What it takes, as letters of `Frames`.
        attitudes: Those of its frames that tell what somebody thinks, whatever the mode: `agreed to
            resign`, but `agreed that it was over`.
        sure: Its tag or form shows that it is a verb.
    """

    token: int
    last: int
    lemma: str
    group: str
    mode: Mode
    form: Form
    frames: str
    sure: bool
    attitudes: str = ""

    def takes(self, *frames: Frames) -> bool:
        """Whether it takes any of *frames*."""
        return any(frame in self.frames for frame in frames)

    def mode_with(self, frame: Frames | None) -> Mode:
        """The mode of a report whose content has the form *frame*."""
        return Mode.THOUGHT if frame and frame.value in self.attitudes else self.mode


def find_cues(analysis: Analysis) -> list[CueWord]:
    """All reporting expressions of the text by form, in order; whether they report shows later."""
    forms, phrases, nouns = verb_forms(), phrase_forms(), noun_forms()
    lowers = analysis.lowers
    tagged = analysis.has(Layer.TAGS)
    label = headline_label(analysis)
    unsaid = range(0) if label is None else range(*label.extent)
    found, end = [], 0
    after_quotation = verbs_after_quotations(analysis)
    for token in [
        i
        for i, word in enumerate(lowers)
        if word in forms or word in phrases or word in nouns or i in after_quotation
    ]:
        if token < end or token in unsaid or counts_points(analysis, token):
            continue
        cue = _phrase_at(lowers, token) or _noun_at(analysis, token, tagged)
        if cue is None and lowers[token] in forms and not is_plural(analysis, token):
            cue = _word_at(analysis, token, tagged)
            if not may_report(analysis, cue):
                cue = None
        if token in after_quotation:
            cue = _of_quotation(cue, token, lowers[token])
        if cue is not None:
            found.append(cue)
            end = cue.last
    return found if label is None else sorted([*found, _of_label(label)], key=lambda c: c.token)


def _of_label(label: HeadlineLabel) -> CueWord:
    """The colon of a headline that names who says it: `Mayor Lee: Pier Will Be Rebuilt`."""
    first, last = label.mark, label.mark + 1
    return CueWord(first, last, ":", "label", Mode.SPEECH, Form.LABEL, "", sure=True)


def _phrase_at(lowers: list[str], token: int) -> CueWord | None:
    """The expression of several words here: `made it clear`, `in her own words`."""
    found = phrase_at(lowers, token)
    if found is None:
        own = own_words_at(lowers, token)
        if own is None:
            return None
        found = own, Form.FIXED, OWN_WORDS
    last, form, lemma = found
    return _cue_word(token, last, lemma, table("cue_phrases")[lemma], form, sure=True)


def _cue_word(token: int, last: int, lemma: str, row: Row, form: Form, *, sure: bool) -> CueWord:
    return CueWord(
        token,
        last,
        lemma,
        row["class"],
        Mode(row["mode"]),
        form,
        row["frames"],
        sure,
        row["thought"],
    )


def _noun_at(analysis: Analysis, token: int, tagged: bool) -> CueWord | None:
    """A noun that somebody owns, and its content: `the mayor's claim that`, `her pledge to`."""
    lemma = noun_forms().get(analysis.lowers[token])
    if lemma is None or token == 0 or token + 1 >= len(analysis):
        return None
    row, last = table("noun_cues")[lemma], token + 1
    if analysis.lowers[last] in BE and last + 1 < len(analysis):
        last += 1  # her claim is that it is dead; not: that of a fool
        alike = analysis.lowers[last : last + 2] == ["that", "of"]
        frame = None if alike else {"that": "c"}.get(analysis.lowers[last])
    elif that_after_phrase(analysis, last) is not None:
        frame = "c"  # his claim on Friday that it is dead
    elif (after := after_time(analysis.lowers, last)) is not None:
        frame = {"that": "c", "to": "i"}.get(analysis.lowers[after])  # her vow last week to go
    else:
        frame = {"that": "c", "to": "i"}.get(analysis.lowers[last])
    if frame is None or frame not in row["frames"]:
        return None
    if (tagged and analysis.tags[token] != "NOUN") or not _is_owned(analysis.lowers, token):
        return None
    return CueWord(token, last, lemma, "noun", Mode(row["mode"]), Form.NOUN, frame, sure=True)


def that_after_phrase(analysis: Analysis, first: int) -> int | None:
    """The *that* after a phrase that tells whose claim it is, or where: `a claim by Lee | that`.

    Between commas too: `his claim, on Tuesday, | that`.
    """
    lowers = analysis.lowers
    comma = lowers[first : first + 1] == [","]
    first += comma
    if lowers[first : first + 1] == [] or lowers[first] not in _OF_CLAIMS:
        return None
    closes = comma and lowers[first] not in _BY
    for token in range(first + 1, min(first + config.CLAIM_TOKENS, len(lowers))):
        if lowers[token] == "that":
            fits = token > first + 1 and not (closes and lowers[token - 1] != ",")
            return token if fits else None
        if analysis.forms[token] in FINITE or lowers[token] in SENTENCE_FINAL:
            return None
        if not analysis.words[token][:1].isalnum() and not comma:
            return None
    return None


def after_time(lowers: list[str], first: int) -> int | None:
    """The token after a day or a time behind a noun: `his claim | last week | that`; else None."""
    last = first + (lowers[first] in _RELATIVELY)
    named = word_classes().get("".join(lowers[last : last + 1])) == "time"
    if not named and lowers[last : last + 1] in (["last"], ["this"]):
        last += 1
        named = lowers[last : last + 1] in (["week"], ["month"], ["year"])
    if not named or last + 2 >= len(lowers):
        return None
    return last + 1 + (lowers[last + 1] in _DAYTIMES)


def _is_owned(lowers: list[str], token: int) -> bool:
    """Whether a possessive stands before a noun, two words between at most, or its agent after."""
    after = lowers[token + 1 : token + 3]
    if not _BY.isdisjoint(after) and "that" not in after:
        return True
    return any(word in _OWNERS for word in lowers[max(0, token - 3) : token])


def _word_at(analysis: Analysis, token: int, tagged: bool) -> CueWord:
    lemma, form = verb_forms()[analysis.lowers[token]]
    row = table("cues")[lemma]
    if tagged:
        acts = analysis.tags[token] in ("VERB", "AUX") and not is_governed_plural(analysis, token)
        acts |= _acts_untagged(analysis, token)
        sure = acts or _shows_words(analysis, token)
        mistagged = analysis.tags[token] in ("NOUN", "ADV")  # Her cook swore that
        sure |= mistagged and analysis.words[token] in strong_pasts()
    else:
        sure = form is not Form.BASE and analysis.lowers[token] not in words("noun_or_cue")
        sure = sure or _shows_words(analysis, token)
    return _cue_word(token, token + 1, lemma, row, form, sure=sure)


def _acts_untagged(analysis: Analysis, token: int) -> bool:
    """Whether a verb has another tag, as a cry: `the two | insist that`, `those asked | say`."""
    if token and analysis.lowers[token - 1] in COUNTS:
        return analysis.lowers[token + 1 : token + 2] == ["that"]
    relations, around = analysis.relations, analysis.children[token]
    cries = analysis.tags[token] == "INTJ"
    return cries and any(c > token and relations[c] is Relation.COMPLEMENT for c in around)


def _shows_words(analysis: Analysis, token: int) -> bool:
    """Whether *read* is no noun but what something written does: `The sign read “No entry.”`

    After the quotation too: `“No entry,” the sign read.`
    """
    lowers = analysis.lowers
    if lowers[token] not in ("read", "reading") or not 0 < token < len(analysis) - 1:
        return False
    if lowers[token] == "read" and lowers[token + 1] in SENTENCE_FINAL:
        before = lowers[max(0, token - config.READING_TOKENS) : token]
        return before[-1] in words("document_nouns") and any(word in MARKS for word in before)
    tagged = analysis.has(Layer.TAGS)
    noun = analysis.tags[token - 1] == "NOUN" if tagged else analysis.words[token - 1].islower()
    following = token + 1 + (lowers[token + 1] == ":")
    return (
        noun
        and analysis.words[following : following + 1] != []
        and (analysis.words[following][0] in MARKS)
    )


def _of_quotation(cue: CueWord | None, token: int, word: str) -> CueWord:
    """A verb right after a quotation, as a manner of saying: `“Never again,” boomed the chair.`"""
    quotation = Frames.QUOTATION.value
    if cue is not None:
        frames = cue.frames if quotation in cue.frames else cue.frames + quotation
        return evolve(cue, frames=frames, sure=True)
    return CueWord(token, token + 1, word, "say", Mode.SPEECH, Form.PAST, quotation, sure=True)

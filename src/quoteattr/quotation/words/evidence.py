"""How often a word reports what it governs, counted in annotated news.

cue_counts.tsv: a word and a construction, how often they were seen together, and how often an
annotator took that for an attribution. A row "verb:support" stands for all that the verb governs,
"verb object" for all verbs. cue_lemmas.tsv: the words themselves, with their mode.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr import config
from quoteattr.datatypes import Mode
from quoteattr.kept import Keeper, kept
from quoteattr.lexicon import table
from quoteattr.quotation.words.inflection import inflections, third_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.quotation.words.constructions import ReportCandidate


@frozen
class Tally:
    """How often something was seen, and how often it reported."""

    seen: int = 0
    reported: int = 0

    def share(self, prior: float, weight: float) -> float:
        """The share that reported, drawn towards *prior* as by *weight* more sightings."""
        return (self.reported + prior * weight) / (self.seen + weight)


@frozen
class Evidence(Keeper):
    """What the counts say of a candidate: of its construction, its word, and both together."""

    construction: Tally
    word: Tally
    both: Tally

    @kept
    def of_construction(self) -> float:
        """Log odds that this construction reports, whatever the word."""
        return _log_odds(self._construction)

    @kept
    def of_word(self) -> float:
        """Log odds that this word reports, whatever it governs."""
        return _log_odds(self._word)

    @kept
    def of_both(self) -> float:
        """Log odds that the word reports in this construction; unseen, those of each by itself."""
        prior = (self._construction + self._word) / 2
        return _log_odds(self.both.share(prior, config.PRIOR_BOTH))

    @property
    def _construction(self) -> float:
        return self.construction.share(config.PRIOR_SHARE, config.PRIOR_CONSTRUCTION)

    @property
    def _word(self) -> float:
        return self.word.share(config.PRIOR_SHARE, config.PRIOR_WORD)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def evidence_of(candidate: ReportCandidate) -> Evidence:
    """The counts of a candidate; empty tallies for what was never counted."""
    return _evidence(lemma_of(candidate), candidate.word_class, candidate.construction)


@lru_cache(config.REMEMBERED_EVIDENCE)
def _evidence(word: str | None, word_class: str, construction: str) -> Evidence:
    return Evidence(
        construction=_tally(f"{word_class} {construction}"),
        word=_tally(word) if word else Tally(),
        both=_tally(f"{word} {construction}") if word else Tally(),
    )


@lru_cache(config.REMEMBERED_EVIDENCE)
def _tally(key: str) -> Tally:
    row = table("cue_counts").get(key)
    return Tally(int(row["seen"]), int(row["reported"])) if row else Tally()


def lemma_of(candidate: ReportCandidate) -> str | None:
    """The key of its word in cue_lemmas.tsv, None for a word that is not listed."""
    form = candidate.analysis.lowers[candidate.token]
    return _forms()[candidate.word_class].get(form)


def noun_tells(form: str) -> float:
    """Log odds that a noun reports, above those of a word of which nothing is known."""
    word = _forms()["noun"].get(form)
    unknown = config.PRIOR_SHARE
    share = unknown if word is None else _tally(word).share(unknown, config.PRIOR_WORD)
    return _log_odds(share) - _log_odds(unknown)


def is_listed(word_class: str, form: str) -> bool:
    """Whether a form belongs to a word of the list."""
    return form in _forms()[word_class]


def mode_of(candidate: ReportCandidate) -> Mode:
    """Speech, writing or thought; thought for a word that is not listed."""
    word = lemma_of(candidate)
    return Mode(table("cue_lemmas")[word]["mode"]) if word else Mode.THOUGHT


@cache
def _forms() -> Mapping[str, dict[str, str]]:
    """For each word class every form of its words."""
    forms: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "adjective": {}}
    for key, row in table("cue_lemmas").items():
        word_class, _, lemma = key.partition(":")
        known = forms[word_class]
        for form in [lemma, *regular_forms(word_class, lemma), *row["irregular"].split(",")]:
            known.setdefault(form, key)
    return forms


def regular_forms(word_class: str, lemma: str) -> list[str]:
    """The inflected forms of a word that are made by rule."""
    if word_class == "verb":
        return [form for form, _ in inflections(lemma)]
    return [third_person(lemma)] if word_class == "noun" else []

"""Copies of sentences in other letters: Title Case, ALL CAPS, other people's names."""

from __future__ import annotations

import random
from dataclasses import replace

from training.synthetic.lists import cultures, listed
from training.trees import Name, Passage, Sentence, Word
from training.wordlists import listed_words

_SMALL = frozenset(listed_words("small_in_headlines"))
_INITIAL_MARKS = frozenset({"“", '"', "‘"})


def title_case(sentence: Sentence) -> Sentence:
    """As a headline writes it: every word but the small ones with a capital."""
    words = [w if i and w.form in _SMALL else _capital(w) for i, w in enumerate(sentence.words)]
    return replace(sentence, words=tuple(words))


def all_caps(sentence: Sentence) -> Sentence:
    """Every letter a capital."""
    return replace(sentence, words=tuple(replace(w, form=w.form.upper()) for w in sentence.words))


def _capital(word: Word) -> Word:
    return replace(word, form=word.form[:1].upper() + word.form[1:])


def without_final_mark(sentence: Sentence) -> Sentence:
    """Cut a final full stop off, as headlines do."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last].form != "." or sentence.children(last):
        return sentence
    names = sentence.names
    return replace(
        sentence,
        words=sentence.words[:last],
        names=names,
        doubtful=sentence.doubtful - {last},
    )


def rename(passage: Passage, rng: random.Random) -> Passage:
    """The same passage about other people and places: their words are swapped one for one.

    A word that comes again gets the same new word. Initials, particles and titles stay; of places
    only those of one word are swapped, and half of them.
    """
    swapped: dict[str, str] = {}
    culture = rng.choice(cultures()) if rng.random() < 0.7 else cultures()[0]
    sentences = []
    for sentence in passage.sentences:
        words = list(sentence.words)
        for name in sentence.names or ():
            if name.label == "LOC":
                _replace_place(words, name, swapped, rng)
            if name.label != "PERSON":
                continue
            for i in range(name.start, name.end):
                form = words[i].form
                if not (len(form) > 2 and form[0].isupper() and form[1:].islower()):
                    continue
                last = i == name.end - 1 and (name.end - name.start > 1 or rng.random() < 0.6)
                pool = culture.families if last else rng.choice((culture.women, culture.men))
                if form not in swapped:
                    swapped[form] = rng.choice([n for n in pool if "-" not in n])
                words[i] = replace(words[i], form=swapped[form], lemma=swapped[form])
        sentences.append(replace(sentence, words=tuple(words)))
    return replace(passage, sentences=tuple(sentences))


def _replace_place(
    words: list[Word], name: Name, swapped: dict[str, str], rng: random.Random
) -> None:
    form = words[name.start].form
    if name.end - name.start > 1 or not form.isalpha() or not form[1:].islower():
        return
    if form not in swapped:
        listing = listed("places.tsv")
        pool = [p for p in listing["cities"] + listing["countries"] if p.isalpha()]
        swapped[form] = rng.choice(pool) if rng.random() < 0.5 else form
    words[name.start] = replace(words[name.start], form=swapped[form], lemma=swapped[form])

"""Read proper names out of GUM's nested entity spans."""

from __future__ import annotations

import re

from training.names_scheme import SCHEME, TITLES, trim_title
from training.trees import ROOT, Name, Sentence, Word
from training.wordlists import listed_words


def gum_names(sentence: Sentence) -> Sentence:
    """The proper names among GUM's nested entity spans.

    A span gives a name when its head is a proper noun, or has one as ``flat`` ("governor Ann
    Lee"). The name is the run of proper nouns around that word which hang together, without
    titles; names of organisations and places go on over "of" ("University of Basel"). Plurals
    and peoples are no names.
    """
    words = sentence.words
    forms = [w.form for w in words]
    names: list[Name] = []
    taken = [False] * len(words)
    spans = gum_spans([w.entity for w in words])
    for start, end, label in sorted(spans, key=lambda s: s[1] - s[0]):
        head = _name_head(words, start, end) if label in SCHEME else None
        if head is None:
            continue
        first, last = _proper_run(words, head, start, end)
        if SCHEME[label] != "PERSON":
            last = _over_of(words, last, end)
        first = trim_title(forms, first, last)
        if any(taken[first:last]) or not _single(words, last, SCHEME[label]):
            continue
        names.append(Name(first, last, SCHEME[label]))
        taken[first:last] = [True] * (last - first)
    return sentence.with_names(sorted(names, key=lambda n: n.start))


def _name_head(words: tuple[Word, ...], start: int, end: int) -> int | None:
    head = next((i for i in range(start, end) if not start <= words[i].head < end), start)
    if words[head].pos == "PROPN":
        return head
    below = (i for i in range(head + 1, end) if words[i].head == head)
    return next((i for i in below if words[i].pos == "PROPN" and words[i].dep == "flat"), None)


_PEOPLES = frozenset(listed_words("peoples"))


def _single(words: tuple[Word, ...], last: int, label: str) -> bool:
    """A person's name is no bare title, people or plural."""
    if label != "PERSON":
        return True
    end = words[last - 1]
    return end.tag != "NNPS" and end.form.lower() not in TITLES | _PEOPLES


def gum_spans(values: list[str]) -> list[tuple[int, int, str]]:
    """Entity spans of a sentence from its ``Entity=`` values, one value per word."""
    opened: list[tuple[str, str, int]] = []
    spans: list[tuple[int, int, str]] = []
    for i, value in enumerate(values):
        for part in re.findall(r"\([^()]*\)|\([^()]*|[^()]*\)", value):
            if part.startswith("("):
                pieces = part.strip("()").split("-")
                if part.endswith(")"):
                    spans.append((i, i + 1, pieces[1]))
                else:
                    opened.append((pieces[0], pieces[1], i))
            else:
                ident = part.rstrip(")")
                for k in range(len(opened) - 1, -1, -1):
                    if opened[k][0] == ident:
                        spans.append((opened[k][2], i + 1, opened[k][1]))
                        del opened[k]
                        break
    return spans


_NAME_LINKS = frozenset({"flat", "compound", "nmod:desc", "goeswith"})


def _proper_run(words: tuple[Word, ...], head: int, start: int, end: int) -> tuple[int, int]:
    def belongs(i: int) -> bool:
        word = words[i]
        if word.form in {"-", ".", "’", "'"}:
            return True
        return word.pos == "PROPN" and word.head != ROOT and word.dep in _NAME_LINKS

    first, last = head, head + 1
    while first > start and belongs(first - 1):
        first -= 1
    while last < end and belongs(last):
        last += 1
    while words[first].pos != "PROPN":
        first += 1
    while words[last - 1].pos != "PROPN":
        last -= 1
    return first, last


def _over_of(words: tuple[Word, ...], last: int, end: int) -> int:
    after = last
    while after < end and words[after].form in {"of", "the", "for"}:
        after += 1
    while after > last and after < end and words[after].pos == "PROPN":
        after += 1
        last = after
    return last

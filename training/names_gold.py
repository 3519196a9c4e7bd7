"""Read the named-entity corpora and bring them to one scheme: PERSON, ORG, LOC.

The scheme follows Universal NER: proper names only, flat, titles ("President") and possessive
endings outside. Other kinds (WikiGold's MISC, GUM's events and works) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.trees import ROOT, Name, Sentence, Word
from training.wordlists import listed_words

SCHEME = {
    "PER": "PERSON",
    "person": "PERSON",
    "ORG": "ORG",
    "organization": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "place": "LOC",
}

TITLES = frozenset(listed_words("titles"))
"""Words that stand before a name without being part of it (lower case, no final full stop)."""


def trim_title(words: list[str], start: int, end: int) -> int:
    """Where the name proper begins: titles in front are skipped, at least one word is left."""
    while start < end - 1 and words[start].lower().rstrip(".") in TITLES | {".", "-"}:
        start += 1
    return start


def read_wikigold(path: Path) -> Iterator[list[Sentence]]:
    """Documents of WikiGold. IO tags: neighbouring entities of one type are one."""
    for block in path.read_text(encoding="utf-8").split("-DOCSTART- O"):
        rows = [
            [line.rsplit(" ", 1) for line in s.split("\n")] for s in block.strip().split("\n\n")
        ]
        document = []
        for sentence in rows:
            pairs = [(r[0], r[1]) for r in sentence if len(r) == 2 and r[0]]
            if pairs:
                document.append(_from_columns([p[0] for p in pairs], [p[1] for p in pairs]))
        if document:
            yield document


def read_litbank(path: Path) -> list[Sentence]:
    """One LitBank excerpt, the proper names among its nested spans.

    The columns do not say which spans are names, so capitals decide. Inner spans win over the
    longer ones around them.
    """
    sentences = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line]
        words = [r[0] for r in rows]
        spans = [span for layer in range(1, 5) for span in _spans([r[layer] or "O" for r in rows])]
        names: list[Name] = []
        taken = [False] * len(words)
        for start, end, label in sorted(spans, key=lambda s: s[1] - s[0]):
            begin = trim_title(words, start, end)
            if label in SCHEME and _is_name(words[begin:end]) and not any(taken[begin:end]):
                names.append(Name(begin, end, SCHEME[label]))
                taken[begin:end] = [True] * (end - begin)
        sentences.append(_bare_sentence(words, sorted(names, key=lambda n: n.start)))
    return sentences


_NOT_NAMES = frozenset(listed_words("not_names"))
_PARTICLES = frozenset(listed_words("particles"))


def _is_name(words: list[str]) -> bool:
    """Capitals on every word but the particles inside; no bare title, pronoun or article."""
    return (
        words[0][:1].isupper()
        and words[0] not in _NOT_NAMES
        and words[-1].lower().rstrip(".") not in TITLES
        and all(w[:1].isupper() or w in _PARTICLES for w in words)
        and not (len(words) > 1 and all(w.isupper() for w in words))
    )


def read_uner(path: Path, parsed: list[Sentence]) -> list[Sentence]:
    """The sentences of a UD file with the entities of Universal NER.

    Universal NER took an earlier release whose documents stand in another order, so sentences
    are joined by their letters; those that changed since are left out.
    """
    columns: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) > 2 and cells[0].isdigit():
            columns[-1].append((cells[1], cells[2]))
        elif not line.strip() and columns[-1]:
            columns.append([])
    by_letters = {"".join(form for form, _ in c): c for c in columns if c}
    keys = ["".join(w.form for w in s.words) for s in parsed]
    return [
        _joined(sentence, by_letters[key])
        for sentence, key in zip(parsed, keys, strict=True)
        if key in by_letters
    ]


def _joined(sentence: Sentence, column: list[tuple[str, str]]) -> Sentence:
    """Entities by character position, so that small differences in word cutting do no harm."""
    ends, total = [], 0
    for form, _ in column:
        total += len(form)
        ends.append(total)
    at_start, at_end, position = {}, {}, 0
    for i, word in enumerate(sentence.words):
        at_start[position] = i
        position += len(word.form)
        at_end[position] = i + 1
    names = []
    for start, end, label in _spans([tag for _, tag in column]):
        first, last = (ends[start - 1] if start else 0), ends[end - 1]
        if label in SCHEME and first in at_start and last in at_end:
            names.append(Name(at_start[first], at_end[last], SCHEME[label]))
    return sentence.with_names(names)


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


def _spans(column: list[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of an IO, IOB or IOB2 column."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*column, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (prefix != "I" or kind != label):
            spans.append((start, i, label))
            label = ""
        if kind and not label:
            start, label = i, kind
    return spans


def _from_columns(words: list[str], tags: list[str]) -> Sentence:
    names = [
        Name(trim_title(words, s, e), e, SCHEME[label])
        for s, e, label in _spans(tags)
        if label in SCHEME
    ]
    return _bare_sentence(words, names)


_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "%", "''"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "``", "£"})


def _bare_sentence(words: list[str], names: list[Name]) -> Sentence:
    """Words without a tree; the lost spacing is put back by the usual habits of print."""
    made = [Word(form=w) for w in words]
    for i, word in enumerate(made[:-1]):
        if words[i + 1] in _NO_SPACE_BEFORE or word.form in _NO_SPACE_AFTER:
            made[i] = replace(word, space=False)
    return Sentence(tuple(made), names=tuple(names), parsed=False)

"""Read the name corpora that come in columns: WikiGold, LitBank, Universal NER."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.names_scheme import SCHEME, TITLES, trim_title
from training.trees import Name, Sentence, Word
from training.wordlists import listed_words


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

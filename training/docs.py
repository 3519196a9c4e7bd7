"""From passages to spaCy examples: the tokenizer's words beside the treebank's."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from training.trees import ROOT, Passage, Sentence


def example_of(nlp: Language, passage: Passage, text: str | None = None) -> Example:
    """An example whose predicted side holds only the tokens spaCy cuts from the raw text.

    Args:
        nlp: Its tokenizer is used.
        passage: The gold side.
        text: The passage's text with other white space, where it shall be read so.
    """
    raw = passage.text() if text is None else text
    return Example(nlp.make_doc(raw), reference_doc(nlp.vocab, passage))


def widened(text: str, rng: random.Random) -> str:
    """The text with one blank in ten doubled, as careless typing and old pages have it."""
    return re.sub(" ", lambda _: "  " if rng.random() < 0.1 else " ", text)


def examples_of(nlp: Language, passages: Iterable[Passage]) -> Iterator[Example]:
    """Examples one by one, in the order of the passages."""
    return (example_of(nlp, passage) for passage in passages)


def reference_doc(vocab: Vocab, passage: Passage) -> Doc:
    """The passage as a gold ``Doc``; unknown layers stay unset, so they teach nothing."""
    forms: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | None] = []
    ents: list[str | None] = []
    for sentence in passage.sentences:
        offset = len(forms)
        for i, word in enumerate(sentence.words):
            forms.append(word.form)
            spaces.append(word.space)
            tags.append(word.tag)
            lemmas.append(word.lemma)
            heads.append(offset + (i if word.head == ROOT else word.head))
            deps.append("ROOT" if word.head == ROOT else word.dep)
            starts.append(i == 0)
        ents.extend(_iob(sentence))

    parsed = all(s.parsed for s in passage.sentences)
    named = all(s.names is not None for s in passage.sentences)
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=tags if parsed else None,
        lemmas=lemmas if parsed else None,
        heads=heads if parsed else None,
        deps=deps if parsed else None,
        sent_starts=None if parsed else starts,
        ents=ents if named else None,
    )


def _iob(sentence: Sentence) -> list[str | None]:
    """Tags by word; ``None`` where nobody looked."""
    tags: list[str | None] = [
        None if i in sentence.doubtful else "O" for i in range(len(sentence.words))
    ]
    for name in sentence.names or ():
        tags[name.start] = f"B-{name.label}"
        tags[name.start + 1 : name.end] = [f"I-{name.label}"] * (name.end - name.start - 1)
    return tags

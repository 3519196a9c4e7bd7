"""From passages to spaCy examples: the tokenizer's words beside the treebank's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, iob_utils
from spacy.vocab import Vocab

from training.trees import ROOT, Passage, separator


def example_of(nlp: Language, passage: Passage) -> Example:
    """An example whose predicted side holds only the tokens spaCy cuts from the raw text."""
    reference = reference_doc(nlp.vocab, passage)
    return Example(nlp.make_doc(reference.text), reference)


def examples_of(nlp: Language, many: Iterable[Passage]) -> Iterator[Example]:
    return (example_of(nlp, passage) for passage in many)


def reference_doc(vocab: Vocab, passage: Passage) -> Doc:
    """The passage as a gold ``Doc``; unknown layers stay unset, so they teach nothing."""
    forms: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | None] = []
    ents: list[str] = []
    parsed = all(s.parsed for s in passage.sentences)
    named = all(s.names is not None for s in passage.sentences)

    for number, sentence in enumerate(passage.sentences):
        offset = len(forms)
        for i, word in enumerate(sentence.words):
            forms.append(word.form)
            spaces.append(word.space)
            tags.append(word.tag)
            heads.append(offset + (i if word.head == ROOT else word.head))
            deps.append("ROOT" if word.head == ROOT else word.dep)
            starts.append(i == 0)
        ents.extend(_bilou(sentence.names or (), len(sentence.words)))
        if number + 1 < len(passage.sentences):
            between = separator(sentence, passage.sentences[number + 1])
            spaces[-1] = between == " "
            if between.strip(" "):
                at = len(forms)
                forms.append(between)
                spaces.append(False)
                tags.append("_SP")
                heads.append(at - 1)
                deps.append("dep")
                starts.append(False)
                ents.append("O")
        else:
            spaces[-1] = False

    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=tags if parsed else None,
        heads=heads if parsed else None,
        deps=deps if parsed else None,
        sent_starts=None if parsed else starts,
        ents=_iob(ents) if named else None,
    )


def _bilou(names: Iterable[object], length: int) -> list[str]:
    tags = ["O"] * length
    for name in names:
        start, end, label = name.start, name.end, name.label  # type: ignore[attr-defined]
        tags[start] = f"B-{label}"
        tags[start + 1 : end] = [f"I-{label}"] * (end - start - 1)
    return tags


def _iob(tags: list[str]) -> list[str]:
    return list(iob_utils.iob_to_biluo(tags)) if False else tags

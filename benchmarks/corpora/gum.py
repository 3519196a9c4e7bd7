"""GUM: eRST attribution relations with source and cue signals, and entities, over CoNLL-U.

Zeldes (2017). The attributing clause is a satellite with relation `attribution-*`; what it is
attached to is the content. Only recall is measured: attributions below the clause are not marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.corpora.base import CorpusKind, Files
from benchmarks.corpora.conllu import parse_conllu
from benchmarks.corpora.rst import parse_rst
from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation import (
    EVERYTHING,
    GoldDocument,
    GoldError,
    GoldQuote,
    Protocol,
    of_kind,
)
from quoteattr.evaluation.judging import UTTERED
from quoteattr.evaluation.kinds import kind_of, quoted_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.corpora.conllu import Tokens

_RELATIONS: Final = ("attribution-positive", "attribution-negative")


def documents(files: Files, split: str, wanted: Callable[[str], bool]) -> Iterator[GoldDocument]:
    """The documents of a split, by name."""
    folder = files.root / split
    for path in sorted((folder / "conllu").glob("*.conllu")):
        if wanted(path.stem):
            tokens = parse_conllu(files.text(path), where=path.name)
            rst = files.text(folder / "rst" / f"{path.stem}.rs4")
            yield document_of(path.stem, tokens, rst)


def document_of(name: str, tokens: Tokens, rst: str) -> GoldDocument:
    """The gold document of one pair of files.

    Raises:
        GoldError: The tree is no tree over these tokens.
    """
    tree = parse_rst(rst, where=name)
    if tree.words != tokens.words:
        raise GoldError(name, "the tree and the tokens disagree on the words")
    quoted = quoted_ranges(tokens.text)
    quotes = []
    for node in tree.nodes.values():
        if node.relation not in _RELATIONS or node.parent is None:
            continue
        content = tokens.ranges(tree.words_of(node.parent))
        source_words = tree.signals(node.id, "attribution_source")
        cue_words = [
            word
            for word in tree.signals(node.id, "indicative_word", "indicative_phrase")
            if word not in source_words
        ]
        entity = tokens.entity_over(source_words)
        quotes.append(
            GoldQuote(
                content=content,
                kind=kind_of(tokens.text, content, quoted),
                cue=tokens.ranges(cue_words),
                source=tokens.ranges(source_words),
                speaker=entity.names[0] if entity and entity.names else None,
                aliases=entity.names[1:] if entity else (),
                label=node.relation.rpartition("-")[2],
            )
        )
    return GoldDocument(
        id=name, text=tokens.text, quotes=sorted(quotes, key=lambda quote: quote.content)
    )


GUM = CorpusKind(
    name="gum",
    title="GUM (open part)",
    folders=("gum-open", "gum"),
    source="https://github.com/amir-zeldes/gum",
    splits=("dev", "train"),
    documents=documents,
    protocol=Protocol(exhaustive=False),
    subsets=(EVERYTHING, *(of_kind(kind, UTTERED) for kind in QuoteKind)),
    note="recall only; annotates attitudes as well",
)

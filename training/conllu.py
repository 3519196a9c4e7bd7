"""Read CoNLL-U treebanks, keeping the raw text and the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.trees import ROOT, Sentence, Word


def read_conllu(path: Path, *, by_sentence: bool = False) -> Iterator[tuple[str, list[Sentence]]]:
    """Documents of a file in order, each as its name and its sentences.

    A multiword token is split where its parts spell its surface ("can" + "not"); where they do
    not, it becomes one word that stands in the tree where its first part stood. Empty nodes and
    enhanced dependencies are dropped.

    Args:
        path: A CoNLL-U file.
        by_sentence: Every sentence is a document, named by its ``sent_id``.
    """
    name, document = path.stem, list[Sentence]()
    block: list[str] = []
    new_paragraph = True
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        opens = "# sent_id" if by_sentence else "# newdoc"
        if line.startswith(opens):
            if document:
                yield name, document
            name, document = line.partition("=")[2].strip(), []
            new_paragraph = True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line.startswith("#"):
            continue
        elif line.strip():
            block.append(line)
        elif block:
            document.append(sentence_of(block, new_paragraph))
            block, new_paragraph = [], False
    if document:
        yield name, document


def sentence_of(lines: list[str], new_paragraph: bool = False) -> Sentence:
    """One sentence from its CoNLL-U token lines."""
    words: list[Word] = []
    surfaces: list[tuple[int, int, str, bool]] = []
    for line in lines:
        cols = line.split("\t")
        ident, space = cols[0], "SpaceAfter=No" not in cols[9]
        if "-" in ident:
            first, last = (int(x) for x in ident.split("-"))
            surfaces.append((first - 1, last, cols[1], space))
        elif "." not in ident:
            words.append(
                Word(
                    form=cols[1],
                    lemma=cols[2],
                    pos=cols[3],
                    tag=cols[4],
                    head=int(cols[6]) - 1,
                    dep=cols[7],
                    space=space,
                    entity=_entity(cols[9]),
                )
            )
    for start, end, surface, space in reversed(surfaces):
        words = _apply_surface(words, start, end, surface, space)
    return Sentence(tuple(words), new_paragraph=new_paragraph)


def _entity(misc: str) -> str:
    return next((m[len("Entity=") :] for m in misc.split("|") if m.startswith("Entity=")), "")


def _apply_surface(
    words: list[Word], start: int, end: int, surface: str, space: bool
) -> list[Word]:
    parts = words[start:end]
    if "".join(p.form for p in parts) == surface:
        glued = [replace(p, space=False) for p in parts[:-1]] + [replace(parts[-1], space=space)]
        return words[:start] + glued + words[end:]
    return _merge(words, start, end, surface, space)


def _merge(words: list[Word], start: int, end: int, surface: str, space: bool) -> list[Word]:
    """Replace words start..end by one; it hangs where the topmost of them hung."""
    inside = range(start, end)
    top = next(i for i in inside if words[i].head not in inside)

    def moved(head: int) -> int:
        if head == ROOT or head < start:
            return head
        return start if head in inside else head - (end - start - 1)

    merged = replace(words[top], form=surface, lemma=surface, space=space)
    kept = [*words[:start], merged, *words[end:]]
    return [replace(w, head=moved(w.head)) for w in kept]

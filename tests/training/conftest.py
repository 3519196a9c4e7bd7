"""The training package stands beside `src`, it is not installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

_SENTENCES = (
    "Ann/Ann/PROPN/NNP/2/nsubj left/leave/VERB/VBD/0/root the/the/DET/DT/4/det "
    "meeting/meeting/NOUN/NN/2/obj ././PUNCT/./2/punct",
    "The/the/DET/DT/2/det plan/plan/NOUN/NN/4/nsubj will/will/AUX/MD/4/aux "
    "fail/fail/VERB/VB/0/root ././PUNCT/./4/punct",
    "Mr./Mr./PROPN/NNP/2/nmod:desc Lee/Lee/PROPN/NNP/3/nsubj said/say/VERB/VBD/0/root "
    "we/we/PRON/PRP/5/nsubj agree/agree/VERB/VBP/3/ccomp ././PUNCT/./3/punct",
    "It/it/PRON/PRP/3/nsubj was/be/AUX/VBD/3/cop late/late/ADJ/JJ/0/root and/and/CCONJ/CC/6/cc "
    "he/he/PRON/PRP/6/nsubj slept/sleep/VERB/VBD/3/conj ././PUNCT/./3/punct",
    "Is/be/AUX/VBZ/3/cop this/this/PRON/DT/3/nsubj fair/fair/ADJ/JJ/0/root ?/?/PUNCT/./3/punct",
    "Go/go/VERB/VB/0/root away/away/ADV/RB/1/advmod !/!/PUNCT/./1/punct",
)


def _conllu(repeats: int = 1, *, entities: bool = False, prefix: str = "n01") -> str:
    blocks = ["# newdoc id = toy"]
    for number, line in enumerate(_SENTENCES * repeats):
        rows = []
        for i, cell in enumerate(line.split(), 1):
            form, lemma, pos, tag, head, dep = cell.split("/", 5)
            misc = "Entity=(1-person-new)" if entities and form in ("Ann", "Lee") else "_"
            if i == len(line.split()) - 1:
                misc = "SpaceAfter=No" if misc == "_" else f"{misc}|SpaceAfter=No"
            rows.append("\t".join([str(i), form, lemma, pos, tag, "_", head, dep, "_", misc]))
        paragraph = ["# newpar"] if number % 2 == 0 else []
        blocks.append("\n".join([f"# sent_id = {prefix}{number}", *paragraph, *rows]) + "\n")
    return "\n".join(blocks) + "\n"


def _names(repeats: int = 1) -> str:
    blocks = []
    for line in _SENTENCES * repeats:
        rows = []
        for i, cell in enumerate(line.split(), 1):
            form = cell.split("/")[0]
            rows.append(f"{i}\t{form}\t{'B-PER' if form in ('Ann', 'Lee') else 'O'}\t-\t-")
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


@pytest.fixture(scope="session")
def toy_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of the real shape with a few sentences written for this test."""
    data = tmp_path_factory.mktemp("data")

    def write(place: str, text: str) -> None:
        path = data / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    share_alike = "Creative Commons Attribution-ShareAlike 4.0 International"
    for part in ("train", "dev", "test"):
        write(f"ud-ewt/en_ewt-ud-{part}.conllu", _conllu(4))
        write(f"gum-open/{part}/conllu/GUM_news_toy.conllu", _conllu(2, entities=True))
    for part in ("dev", "test"):
        write(f"uner-ewt/en_ewt-ud-{part}.iob2", _names(4))
    write("ud-ewt/LICENSE.txt", share_alike)
    write("uner-ewt/LICENSE.txt", share_alike)
    write("gum-open/README.md", "annotations CC BY 4.0")
    for folder in ("wikigold", "litbank-entities"):
        write(f"{folder}/README.md", "CC BY 4.0")
    write("ud-pud/README.md", "CC BY-SA 3.0")
    write("ud-pud/en_pud-ud-test.conllu", _conllu())
    write("wikigold/wikigold.conll.txt", "Ann I-PER\nmet O\nAcme I-ORG\n. O\n\n-DOCSTART- O\n\n")
    write("litbank-entities/tsv/toy_brat.tsv", "Ann\tB-PER\tO\tO\tO\nslept\tO\tO\tO\tO\n")
    return data

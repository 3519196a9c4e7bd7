"""Write the model card and its neighbours beside the packed pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy

from training.sources import ALLOWED, Use

_USES = {
    "ud-ewt": "train part: tags, lemmas, trees; dev: progress lines; test: figures",
    "gum-open": "train part: tags, lemmas, trees, names; dev: progress lines; test: figures",
    "wikigold": "names",
    "uner-ewt": "dev part: names; test: figures",
    "litbank-entities": "names",
    "ud-pud": "figures only",
}

_CARD = """\
# en_quoteattr

The English pipeline that ships with quoteattr: a small spaCy model made for news with quotations.

| | |
|---|---|
| encoder | `tok2vec`, shared by all; it knows words, and the lists of quoteattr they are on |
| words | `tagger` (Penn tags), `lemmatizer` |
| sentences | `boundaries` (rules on blanks, full stops), `parser` (Universal Dependencies labels) |
| names | `ner` (PERSON, ORG, LOC) |
| size in the wheel | {size:.1f} MB |
| trained with | spaCy {spacy}, seed {seed}, {steps} steps |
| licence of the weights | CC BY-SA 4.0 (the code of quoteattr is MIT) |

## Intended use

To find who said what in edited English prose: news above all, then interviews, encyclopedias and
stories. It is loaded by `quoteattr.load_pipeline()` and is an ordinary spaCy `Language`.

## Trained on

{sources}

Beside these, quote trees made by `training.synthetic`: clauses of the EWT and GUM train parts put
into the layouts of news quotes, with invented speakers. PolNeAR taught the model nothing; it only
measures.

## Figures

Everything is measured from raw text: the pipeline cuts words and sentences itself.

{treebanks}

Sentence F counts exact sentences; "spaCy's" is the `sents_f` of its scorer, which leaves out
sentences whose tokens do not align. On PUD it means little: there each text is one sentence.

{cues}

{seeds}

## Limits

- Web text, lists and chat are cut into sentences less well than news.
- Names: three in ten PERSON names of web text are missed, cut differently or taken for another
  kind. ORG and LOC are weaker. A name seen once in full helps later mentions only through
  quoteattr's own document-level resolution.
- Two blanks side by side, and the place at the head of a news article ("PARIS (AFP) -"), cost a
  subject now and then.
- English only. Verse, tables and transcripts of speech were hardly seen.
- The names of the synthetic speakers come from some twenty-five cultures, but not evenly: names
  of other cultures may be found less often.
"""


_CREDIT = """\
# Attribution

The weights in this folder derive from the works below and are licensed under CC BY-SA 4.0 (see
LICENSE). Changes: the annotations were converted, re-arranged and learned from; no text of the
works is contained.

"""


def write_card(folder: Path, figures: dict[str, Any], others: list[dict[str, Any]]) -> None:
    """Write README.md (the card) and ATTRIBUTION.md.

    Args:
        folder: The packed pipeline.
        figures: Of the shipped model, as ``training.measure`` gives them, with seed and size.
        others: The same of models trained with other seeds, for the spread.
    """
    card = _CARD.format(
        size=figures["size"] / 1e6,
        spacy=spacy.__version__,
        seed=figures["seed"],
        steps=figures["config"]["schedule"]["steps"],
        sources=_sources(),
        treebanks=_treebanks(figures),
        cues=_cues(figures),
        seeds=_seeds([figures, *others]),
    )
    (folder / "README.md").write_text(card, encoding="utf-8")
    (folder / "ATTRIBUTION.md").write_text(_attribution(), encoding="utf-8")


def _sources() -> str:
    lines = ["| corpus | licence | used for |", "|---|---|---|"]
    lines += [f"| {s.title} | {s.licence} | {_USES[name]} |" for name, s in ALLOWED.items()]
    return "\n".join(lines)


def _treebanks(figures: dict[str, Any]) -> str:
    columns = ("tag", "lemma", "uas", "las", "sentences", "sentences_spacy", "person", "org", "loc")
    head = (
        "| test set | words | tags | lemmas | UAS | LAS | sentence F | spaCy's "
        "| PERSON F | ORG F | LOC F |"
    )
    lines = [head, "|---" * 11 + "|"]
    for row in figures["treebanks"]:
        cells = ["" if row[c] is None else f"{row[c]:.1f}" for c in columns]
        lines.append(f"| {row['name']} | {row['words']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cues(figures: dict[str, Any]) -> str:
    cues = figures.get("cue source")
    if not cues:
        return ""
    return (
        f"PolNeAR (dev and 110 train articles, directed marks): the parse leads from the verb of "
        f"the cue to the gold source for {cues['usable']:.1f}% of {cues['judged']} attributions "
        f"whose source stands in the sentence of the verb; for {cues['apart']} more the sentence "
        f'cut parts the two. Where the source follows "said": {cues["said X found"]:.1f}% of '
        f"{cues['said X']}.\n\n"
        f"Speed: {figures['words per second']:,} words a second of one core's time, "
        f"{figures['words per second without ner']:,} without `ner`."
    )


def _seeds(runs: list[dict[str, Any]]) -> str:
    if len(runs) < 2:
        return ""
    lines = [
        "Other runs, to show the spread:",
        "",
        "| seed | LAS EWT / GUM / PUD news | PERSON F UNER / GUM | cue source |",
        "|---|---|---|---|",
    ]
    for run in runs:
        rows = {r["name"]: r for r in run["treebanks"]}
        las = " / ".join(f"{rows[n]['las']:.1f}" for n in ("EWT test", "GUM test", "PUD news"))
        person = " / ".join(f"{rows[n]['person']:.1f}" for n in ("UNER-EWT test", "GUM test"))
        usable = run.get("cue source", {}).get("usable")
        lines.append(
            f"| {run['seed']} | {las} | {person} | {usable if usable is not None else ''} |"
        )
    return "\n".join(lines)


def _attribution() -> str:
    taught = [s for s in ALLOWED.values() if Use.TRAIN in s.uses]
    return _CREDIT + "".join(f"- {s.title}. {s.credit}. {s.licence}.\n" for s in taught)

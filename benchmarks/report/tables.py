"""The page of the benchmark: tables in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpora import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Result = dict[str, Any]

_HEAD: Final = """# Benchmark

These figures are written by `python -m benchmarks report` from the results of
`python -m benchmarks run`; none is typed by hand. {doc}`../how-to/evaluate` says how to take them
again, and how to measure on texts of your own.

A quotation covers the word characters of its content. Predictions and gold quotations are matched
one to one, best overlap first, from an intersection over union of one half; *exact* means equal.
*Kind*, *cue*, *source* and *entity* are shares of the gold quotations found that have one: the
predicted span overlaps the gold one, the predicted name is one of the speaker's. *End to end*
counts a match only when its source is right as well (without a source: the entity; where the gold
has neither, the match counts). A kind's precision is over the predictions that claim to be of that
kind and touch no gold of another. Beside each figure stands its 95% bootstrap interval over
documents. Everything is measured without telling the system anything but the text, except where
*given* says otherwise.
"""

_ELSEWHERE: Final = """## Peers not run here

Measured once by the same protocol on PolNeAR, dev, all with one small parser of Universal
Dependencies; and how far two human annotators agree.

| system | all P | all R | all F1 | direct F1 | mixed F1 | indirect F1 | source | end to end F1 |
| :-- | --: | --: | --: | --: | --: | --: | --: | --: |
| Citron, retrained on PolNeAR train | .745 | .506 | .603 | .807 | .744 | .517 | .921 | .555 |
| GenderGapTracker | .668 | .336 | .447 | .694 | .612 | .314 | .794 | .355 |
| textacy by paragraph | .604 | .173 | .269 | .718 | .397 | .001 | .897 | .242 |
| human agreement | - | - | .794 | .983 | .929 | .719 | .950 to .995 | - |

Human agreement on reported speech is .907. BookNLP names .57 to .58 of the speakers of PDNC rightly
(explicit .893, anaphoric .45 to .60, implicit .35), with nothing given.
"""

_FIGURES: Final = (
    ("precision", "P"),
    ("recall", "R"),
    ("f1", "F1"),
    ("exact", "exact"),
    ("kind", "kind"),
    ("cue", "cue"),
    ("source", "source"),
    ("entity", "entity"),
    ("entity_of_all", "entity, of all gold"),
    ("end_to_end_f1", "end to end F1"),
)


def page(found: Sequence[Result], speed: Result | None, pictures: Iterable[tuple[str, str]]) -> str:
    """The whole page."""
    parts = [_HEAD]
    for kind in CORPORA.values():
        of_corpus = [result for result in found if result["signature"]["corpus"] == kind.name]
        # what was read from other files, or other documents, is not to be compared
        for checksum in dict.fromkeys(r["signature"]["checksum"] for r in of_corpus):
            chosen = [r for r in of_corpus if r["signature"]["checksum"] == checksum]
            parts.append(_corpus(kind.title, kind.note, chosen))
    parts.append(_ELSEWHERE)
    parts.append(_calibration(found))
    if speed is not None:
        parts.append(_speed(speed))
    parts.append("## Plots\n")
    parts += [f"![{caption}]({name})\n\n{caption}\n" for name, caption in pictures]
    parts.append(_signatures(found))
    return "\n".join(parts)


def _corpus(title: str, note: str, chosen: Sequence[Result]) -> str:
    first = chosen[0]["signature"]
    split = "" if first["split"] == "all" else f", {first['split']}"
    part = f", {first['part']}" if first.get("part") else ""
    lines = [
        f"## {title}{split}{part}\n",
        f"{first['documents']:,} documents, {first['quotations']:,} quotations,"
        f" {first['words']:,} words{'; ' + note if note else ''}.\n",
    ]
    for subset in dict.fromkeys(s["subset"] for r in chosen for s in r["report"]["scores"]):
        rows = [_row(result, subset) for result in chosen]
        columns = [
            (name, label) for name, label in _FIGURES if any(name in row["figures"] for row in rows)
        ]
        gold = rows[0]["counts"]["gold"]
        lines.append(f"**{subset}**, {gold:,} gold quotations:\n")
        header = ["system", *(label for _, label in columns)]
        body = [
            [row["name"], *(_figure(row["figures"].get(name)) for name, _ in columns)]
            for row in rows
        ]
        lines.append(table(header, body))
    return "\n".join(lines)


def _row(result: Result, subset: str) -> dict[str, Any]:
    signature = result["signature"]
    score = next(s for s in result["report"]["scores"] if s["subset"] == subset)
    return {"name": system_name(signature), **score}


def system_name(signature: dict[str, Any]) -> str:
    """The system as it is printed, with what it was given."""
    given = signature["given"]
    return str(signature["system"]) + ("" if given == "nothing" else f" (given: {given})")


def _figure(figure: dict[str, Any] | None) -> str:
    if figure is None:
        return "-"
    value = _short(figure["value"], 3)
    if not figure["interval"]:
        return value
    low, high = figure["interval"]
    return f"{value} ({_short(low, 2)}-{_short(high, 2)})"


def _short(value: float, places: int) -> str:
    return f"{value:.{places}f}".removeprefix("0")


def table(header: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others to the right."""
    rule = [":--", *("--:" for _ in header[1:])]
    lines = [header, rule, *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _calibration(found: Sequence[Result]) -> str:
    rows = [
        [
            f"{result['signature']['corpus']} {result['signature']['split']}",
            system_name(result["signature"]),
            str(calibration["count"]),
            _short(calibration["error"], 3),
            _short(calibration["curve"][-1][1], 3),
        ]
        for result in found
        if (calibration := result["report"]["calibration"])
        and result["signature"]["system"].startswith("quoteattr")
    ]
    head = ["corpus", "system", "attributions", "expected calibration error", "wrong"]
    return (
        "## Calibration\n\nHow far `Quote.confidence` is from the share of speakers that are "
        "right, over the quotations found whose speaker can be judged (10 bins).\n\n"
        + table(head, rows)
    )


def _speed(speed: Result) -> str:
    signature = speed["signature"]
    peers = [row["system"] for row in speed["systems"]]
    lines = [
        "## Speed and memory\n",
        "One process on one core, in seconds of the processor; an invented text of"
        f" {signature['words']:,} words in documents of {signature['document_words']:,} words;"
        " every figure from the same run"
        f" (`python -m benchmarks speed`, {signature['version']}).\n",
        table(
            [
                "system",
                "words/s",
                "ratio to spaCy",
                "ratio to textacy",
                "peak memory, MB",
                "load, s",
                "import, s",
            ],
            [
                [
                    row["system"],
                    f"{row['words_per_second']:,}",
                    _ratio(row["ratio_to_spacy"]),
                    _ratio(row["ratio_to_textacy"]),
                    f"{row['peak_mb']:,}",
                    f"{row['load_seconds']:.2f}",
                    f"{row['import_seconds']:.2f}",
                ]
                for row in speed["systems"]
            ],
        ),
        "Seconds by size of the input, as one document and as many; - was not run, because the "
        "size before it took too long:\n",
        table(
            ["characters", *(f"{name}, {shape}" for shape in ("one", "many") for name in peers)],
            [
                [
                    f"{size:,}",
                    *(
                        _seconds(speed["growth"], name, shape, size)
                        for shape in ("one", "many")
                        for name in peers
                    ),
                ]
                for size in signature["sizes"]
            ],
        ),
    ]
    return "\n".join(lines)


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _seconds(growth: Iterable[dict[str, Any]], system: str, shape: str, size: int) -> str:
    for row in growth:
        if (row["system"], row["shape"], row["size"]) == (system, shape, size):
            return f"{row['seconds']:.2f}" if row["seconds"] is not None else row["problem"]
    return "-"


def _signatures(found: Sequence[Result]) -> str:
    rows = [
        [
            f"{s['corpus']} {s['split']}",
            system_name(s),
            s["version"],
            s["commit"],
            s["checksum"],
            str(s["seed"]),
            f"{s['words_per_second']:,}" if s["words_per_second"] else "-",
            str(s["crashes"]),
        ]
        for s in (result["signature"] for result in found)
    ]
    head = [
        "corpus",
        "system",
        "version",
        "commit",
        "corpus checksum",
        "seed",
        "words/s",
        "crashes",
    ]
    return "## What was run\n\n" + table(head, rows)

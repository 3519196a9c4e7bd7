"""Measuring: compare predicted quotations with your own gold, by the benchmark's protocol.

gold = read_jsonl("gold.jsonl")
report = evaluate(gold, [extract_quotes(document.text) for document in gold])
print(text_table(report))
"""

from quoteattr.evaluation.brat import read_brat
from quoteattr.evaluation.calibration import Calibration, calibrate
from quoteattr.evaluation.from_quotes import gold_document
from quoteattr.evaluation.gold import GoldDocument, GoldError, GoldQuote, Protocol
from quoteattr.evaluation.jsonlines import read_jsonl
from quoteattr.evaluation.judging import (
    EVERYTHING,
    KINDS,
    UTTERANCES,
    Judgement,
    Subset,
    judge,
    of_kind,
)
from quoteattr.evaluation.reading import read_gold
from quoteattr.evaluation.report import Figure, Report, Score, evaluate
from quoteattr.evaluation.table import text_table

__all__ = [
    "EVERYTHING",
    "KINDS",
    "UTTERANCES",
    "Calibration",
    "Figure",
    "GoldDocument",
    "GoldError",
    "GoldQuote",
    "Judgement",
    "Protocol",
    "Report",
    "Score",
    "Subset",
    "calibrate",
    "evaluate",
    "gold_document",
    "judge",
    "of_kind",
    "read_brat",
    "read_gold",
    "read_jsonl",
    "text_table",
]

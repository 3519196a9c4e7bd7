"""Quotations in the formats of other tools, and back: brat, CoNLL columns, CSV, JSON, Arrow.

A writer takes any iterable of documents and writes each as it comes: memory holds only one.
"""

from quoteattr.formats.arrow import arrow_schema, write_arrow, write_parquet
from quoteattr.formats.brat import to_brat, write_brat
from quoteattr.formats.brat_reading import from_brat, read_brat
from quoteattr.formats.comma_separated import CSV_COLUMNS, write_csv
from quoteattr.formats.conll import CONLL_COLUMNS, write_conll
from quoteattr.formats.document import Document
from quoteattr.formats.json_lines import read_jsonl, write_json, write_jsonl
from quoteattr.formats.terminal_table import write_table

__all__ = [
    "CONLL_COLUMNS",
    "CSV_COLUMNS",
    "Document",
    "arrow_schema",
    "from_brat",
    "read_brat",
    "read_jsonl",
    "to_brat",
    "write_arrow",
    "write_brat",
    "write_conll",
    "write_csv",
    "write_json",
    "write_jsonl",
    "write_parquet",
    "write_table",
]

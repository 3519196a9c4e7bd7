"""The only room that knows spaCy: from a text or a `Doc` to plain columns."""

from quoteattr.backend.columns import analyse, analyse_doc
from quoteattr.backend.named import load_named

__all__ = ["analyse", "analyse_doc", "load_named"]

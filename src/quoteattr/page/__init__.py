"""Quotations to look at: a page for a browser, a card for a notebook.

The text is cut at the bounds of spans here, in code points; the browser never counts characters.
"""

from quoteattr.page.document import card_of, page_of

__all__ = ["card_of", "page_of"]

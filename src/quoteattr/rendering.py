"""Quotations to look at, as one string: a page for a browser or a table in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import Quote
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quoteattr.datatypes import Span, Speaker

    Style = Callable[[str, Sequence[Quote], str], str]


class Page(str):
    """A page in HTML; a notebook that is given one shows it in a frame."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from markupsafe import escape

        # A frame of its own keeps the page's style and script away from the notebook's.
        return (
            f'<iframe title="Quotations" sandbox="allow-scripts" srcdoc="{escape(str(self))}" '
            'style="width: 100%; height: 42em; border: 1px solid #8888"></iframe>'
        )


def render(
    text: str, quotes: Iterable[Quote], *, style: str = "html", title: str = "Quotations"
) -> str:
    """*text* and its *quotes*, to be looked at.

    Args:
        text: The text in which the quotations were found.
        quotes: Quotations of that text; nested ones are shown inside.
        style: "html" for one self-contained page that asks nothing of any network: the text with
            its quotations, the speakers, filters, and why each speaker was chosen; "table" for
            plain text.
        title: What stands above.

    Returns:
        The page or the table. A notebook shows the page. What cannot be shown (control characters,
        lone surrogates) becomes U+FFFD, so that the result can be written as UTF-8.

    Raises:
        ArgumentTypeError: An argument has the wrong type.
        ArgumentValueError: *style* is not known, or a span does not cut its words out of *text*.
    """
    for name, value in (("text", text), ("title", title), ("style", style)):
        if not isinstance(value, str):
            raise ArgumentTypeError(name, value, "a string")
    if style not in STYLES:
        raise ArgumentValueError("style", style, " or ".join(map(repr, STYLES)))
    return STYLES[style](text, _checked(text, quotes), title)


def _html(text: str, quotes: Sequence[Quote], title: str) -> str:
    from quoteattr.page import page_of

    return Page(page_of(text, quotes, title=title))


def _table(_text: str, quotes: Sequence[Quote], title: str) -> str:
    from quoteattr.terminal import plain_table

    return plain_table(quotes, title)


STYLES: Final[dict[str, Style]] = {"html": _html, "table": _table}


def _checked(text: str, quotes: Iterable[Quote]) -> list[Quote]:
    checked = list(quotes)
    waiting: list[object] = [*checked]
    speakers: set[Speaker] = set()
    while waiting:
        quote = waiting.pop()
        if not isinstance(quote, Quote):
            raise ArgumentTypeError("quotes", quote, "an iterable of Quote")
        _check(text, (*quote.content, *quote.quoted, quote.cue, quote.source, quote.addressee))
        if quote.speaker is not None and quote.speaker not in speakers:
            speakers.add(quote.speaker)  # once: a chain is long, and many quotations share it
            _check(text, quote.speaker.mentions)
        waiting += quote.nested
    return checked


def _check(text: str, spans: Iterable[Span | None]) -> None:
    for span in spans:
        if span is not None and text[span.start : span.end] != span.text:
            raise ArgumentValueError("quotes", span, "quotations of this text")

"""The page and the card, put together from their templates."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.page.cards import cards_of, in_text_order
from quoteattr.page.cast import cast_of
from quoteattr.page.segments import segments_of
from quoteattr.quotation import find_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from quoteattr.datatypes import Quote
    from quoteattr.records import Range

_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def page_of(
    text: str,
    quotes: Sequence[Quote],
    *,
    title: str = "Quotations",
    asks: bool = False,
    alert: str = "",
) -> str:
    """A page in HTML with *text*, its *quotes*, and who said them; it needs no other file.

    Args:
        text: The text the quotations were found in.
        quotes: Quotations of that text.
        title: What stands above it.
        asks: Put a box above it that sends another text to the server.
        alert: What went wrong with the last one.
    """
    ordered = in_text_order(quotes)
    cast = cast_of([quote for quote, _ in ordered])
    cards = cards_of(ordered, cast)
    paragraphs = find_paragraphs(text)
    return _template("page.html").render(
        title=title,
        text=text,
        asks=asks,
        alert=alert,
        paragraphs=segments_of(text, paragraphs, cards, cast.values()),
        parted=_parted(text, paragraphs),
        cards=cards,
        voices=list(cast.values()),
        kinds=_counted(QuoteKind, [card.quote.kind for card in cards]),
        modes=_counted(Mode, [card.quote.mode for card in cards]),
        style=_part("page.css"),
        script=_part("page.js"),
        version=version("quoteattr"),
    )


def card_of(quote: Quote) -> str:
    """A piece of HTML that shows one quotation, in colours that suit light and dark pages."""
    cast = cast_of([quote])
    (card,) = cards_of([(quote, None)], cast)
    return _template("card.html").render(card=card)


def _counted(enum: type[QuoteKind] | type[Mode], values: Sequence[object]) -> list[tuple[str, int]]:
    return [(str(member), count) for member in enum if (count := values.count(member))]


def _parted(text: str, paragraphs: Sequence[Range]) -> list[bool]:
    """Whether more than a line break stands before each paragraph."""
    gaps = (text[end:start].replace("\r\n", "\n") for (_, end), (start, _) in pairwise(paragraphs))
    return [True, *(len(gap) > 1 for gap in gaps)]


def _plain(value: object) -> str:
    """What cannot be shown or written as UTF-8 becomes a replacement character."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", str(value))


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else _plain(value)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("quoteattr.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    return environment.get_template(name)


@cache
def _part(name: str) -> tuple[Markup, str]:
    """A style or script of the package, and the hash by which the page allows it and no other."""
    content = (files("quoteattr.page") / "templates" / name).read_text(encoding="utf-8")
    digest = b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
    return Markup(content), f"'sha256-{digest}'"

"""Mistakes as lines to read, or as a page with highlighting."""

from __future__ import annotations

import itertools
from html import escape
from typing import TYPE_CHECKING, Final

from benchmarks.misses import cues, grouped
from quoteattr.datatypes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.misses import Miss
    from quoteattr.datatypes import Quote
    from quoteattr.evaluation.gold import Range

_AROUND: Final = 160  # code points of context on either side
_FEW: Final = 2  # rules that passed in a row and are still named one by one
_FARTHEST: Final = 1500  # code points shown before and after the place
_LONGEST: Final = 420  # of a content; what is longer is cut in its middle


def summary(found: Iterable[Miss]) -> Iterator[str]:
    """How many mistakes of each sort by each rule, and with which cues."""
    for sort, rule, members in grouped(found):
        yield f"{len(members):5}  {sort:9} {rule}   {cues(members)}".rstrip()


def lines(found: Iterable[Miss], *, most: int | None = None) -> Iterator[str]:
    """Each mistake with its text, gold, prediction and trace; at most *most* a group."""
    for sort, rule, members in grouped(found):
        yield f"\n=== {sort}: {rule} ({len(members)})   {cues(members)}".rstrip()
        for miss in members[:most]:
            yield ""
            yield from _item(miss)


def _item(miss: Miss) -> Iterator[str]:
    yield f"--- {miss.document.id} @{miss.start}"
    yield f"  text   {_excerpt(miss)}"
    if miss.gold is not None:
        gold, text = miss.gold, miss.document.text
        kind = gold.kind.value if gold.kind else "?"
        names = " / ".join(gold.names[:4]) or "-"
        yield (
            f"  gold   {kind}{' ' + gold.label if gold.label else ''} | {_cut(text, gold.content)}"
            f" | cue {_cut(text, gold.cue)} | source {_cut(text, gold.source)} | speaker {names}"
        )
    if miss.quote is not None:
        yield f"  ours   {_ours(miss.quote)}"
        yield f"  trace  {_trace(miss.quote)}"


def _ours(quote: Quote) -> str:
    content = _short(" ~ ".join(_short(part.text) for part in quote.content))
    speaker = quote.speaker.name if quote.speaker else "-"
    return (
        f"{quote.kind} {quote.mode} | {content} | cue {quote.cue.text if quote.cue else '-'}"
        f" | source {quote.source.text if quote.source else '-'} | speaker {speaker}"
        f" | {quote.confidence:.2f}"
    )


def _trace(quote: Quote) -> str:
    """The steps that did something, and between them how many rules passed."""
    shown: list[str] = []
    passed: list[str] = []
    for step in quote.trace:
        if step.outcome is Outcome.PASSED and not step.note:
            passed.append(step.rule)
            continue
        shown += _passed(passed)
        passed = []
        spans = " ~ ".join(_short(span.text, 60) for span in step.spans)
        note = f" ({step.note})" if step.note else ""
        shown.append(f"{step.rule}={step.outcome}{note}{f' [{spans}]' if spans else ''}")
    return " > ".join([*shown, *_passed(passed)]) or "-"


def _passed(rules: Sequence[str]) -> list[str]:
    if len(rules) <= _FEW:
        return [f"{rule}=passed" for rule in rules]
    return [f"{rules[0]} ... {rules[-1]}: {len(rules)} passed"]


def _window(miss: Miss) -> Range:
    """The stretch of text to show: both contents, cue and source, and something around."""
    spans = list(_marked(miss))
    start = min((span[0] for span, _ in spans), default=0)
    end = max((span[1] for span, _ in spans), default=0)
    # a source far away (of a dialogue, of a part of a long quotation) would bury the place itself
    start, end = max(start, miss.start - _FARTHEST), min(end, miss.start + _FARTHEST)
    return max(0, start - _AROUND), min(len(miss.document.text), end + _AROUND)


def _marked(miss: Miss) -> Iterator[tuple[Range, str]]:
    """The ranges to point out, each with its role."""
    if miss.gold is not None:
        for role in ("content", "cue", "source"):
            for span in getattr(miss.gold, role):
                yield span, f"gold-{role}"
    if miss.claim is not None:
        for part in miss.claim.content:
            yield part, "ours-content"
        for role in ("cue", "source"):
            span = getattr(miss.claim.quote, role)
            if span is not None:
                yield (span.start, span.end), f"ours-{role}"


def _excerpt(miss: Miss) -> str:
    """The text around, gold content in ⟦ ⟧, or the predicted one where there is no gold."""
    text = miss.document.text
    start, end = _window(miss)
    judged = miss.gold or miss.claim
    out, at = [], start
    for first, last in judged.content if judged else ():
        if at <= first < end:
            out += [_short(text[at:first]), "⟦", _short(text[first:last]), "⟧"]
            at = last
    return " ".join("".join([*out, _short(text[at:end])]).split())


def _cut(text: str, spans: Sequence[Range]) -> str:
    return _short(" ~ ".join(_short(text[a:b]) for a, b in spans)) or "-"


def _short(text: str, longest: int = _LONGEST) -> str:
    """*text* with its middle left out when it is too long, white space joined."""
    if len(text) > longest:
        text = f"{text[: longest // 2]} ... {text[-longest // 2 :]}"
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if lead else ''}{' '.join(text.split())}{' ' if trail else ''}"


_STYLE: Final = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc; } .item { margin: 1.2rem 0; }
.where, .trace { color: #666; font-size: .85em; } .text { white-space: pre-wrap; }
.gold-content { background: #d8f0d8; } .ours-content { box-shadow: inset 0 -3px #e0a000; }
.gold-cue, .ours-cue { font-style: italic; } .gold-source { background: #cfe3ff; }
.ours-source { border-bottom: 2px dotted #c00; }
"""

_LEGEND: Final = (
    '<p><span class="gold-content">gold content</span>, '
    '<span class="gold-source">gold source</span>, '
    '<span class="ours-content">predicted content</span>, '
    '<span class="ours-source">predicted source</span>, <i>cue</i></p>'
)


def page(found: Iterable[Miss], title: str) -> str:
    """The mistakes as one HTML page."""
    found = list(found)
    out = [
        f"<!doctype html><meta charset=utf-8><title>{escape(title)}</title>",
        f"<style>{_STYLE}</style><h1>{escape(title)}</h1>{_LEGEND}",
        "<pre>" + escape("\n".join(summary(found))) + "</pre>",
    ]
    for sort, rule, members in grouped(found):
        out.append(f"<h2>{escape(sort)}: {escape(rule)} ({len(members)})</h2>")
        out.extend(_html_item(miss) for miss in members)
    return "\n".join(out) + "\n"


def _html_item(miss: Miss) -> str:
    detail = [line.strip() for line in _item(miss)][2:]
    return (
        f"<div class=item><div class=where>{escape(miss.document.id)} @{miss.start}</div>"
        f"<div class=text>{_highlighted(miss)}</div>"
        + "".join(f"<div class=trace>{escape(line)}</div>" for line in detail)
        + "</div>"
    )


def _highlighted(miss: Miss) -> str:
    """The text around, every stretch between two borders in a span with all its roles."""
    text = miss.document.text
    start, end = _window(miss)
    marked = list(_marked(miss))
    edges = {edge for span, _ in marked for edge in span if start < edge < end}
    borders = sorted({start, end, *edges})
    out = []
    for first, last in itertools.pairwise(borders):
        roles = " ".join(role for (a, b), role in marked if a <= first and last <= b)
        piece = escape(text[first:last])
        out.append(f'<span class="{roles}">{piece}</span>' if roles else piece)
    return "".join(out)

"""The door of the character layer: every stretch of a text that marks set off."""

from __future__ import annotations

from quoteattr.quotation.marks.blocks import find_blocks
from quoteattr.quotation.marks.chains import find_marked
from quoteattr.quotation.marks.dashes import find_dash_turns
from quoteattr.quotation.marks.drafts import nest
from quoteattr.quotation.marks.interviews import find_interview_turns
from quoteattr.quotation.marks.labelled_answers import find_labelled_answers
from quoteattr.quotation.marks.layouts import find_layout_turns
from quoteattr.quotation.marks.letters import join_letters
from quoteattr.quotation.marks.paragraphs import find_paragraphs
from quoteattr.quotation.marks.posts import find_posts
from quoteattr.quotation.marks.screening import screen_all
from quoteattr.quotation.marks.signatures import sign
from quoteattr.quotation.marks.transcripts import find_labels, find_transcript_turns
from quoteattr.records import PLAIN, Emphasis, QuotedSpan


def find_quoted_spans(text: str, emphasis: Emphasis = PLAIN) -> tuple[QuotedSpan, ...]:
    """Every quoted stretch of *text*, ordered by start, an outer one before those inside it.

    Offsets count code points and include the marks. A mark without a partner costs at most its own
    paragraph. Empty when nothing is quoted; never raises. *emphasis* has lines in bold or italics.
    """
    paragraphs = find_paragraphs(text)
    drafts = join_letters(text, paragraphs, find_marked(text, paragraphs))
    drafts += find_blocks(text, paragraphs, emphasis)
    turns = find_interview_turns(text, paragraphs, emphasis)
    if not turns:
        labels = find_labels(text, paragraphs)
        turns = find_labelled_answers(text, paragraphs, labels)
        turns = turns or find_transcript_turns(text, paragraphs, drafts, labels)
    turns = turns or find_posts(text, paragraphs) or find_layout_turns(text, paragraphs)
    nested = nest([*drafts, *(turns or find_dash_turns(text, paragraphs, drafts))])
    sign(text, paragraphs, [draft for draft, parent in nested if parent is None])
    screens = screen_all(text, paragraphs, nested)
    return tuple(
        QuotedSpan(
            parts=tuple(draft.parts),
            style=draft.style,
            screen=screen,
            label=draft.label,
            parent=parent,
            closed=draft.closed,
        )
        for (draft, parent), screen in zip(nested, screens, strict=True)
    )

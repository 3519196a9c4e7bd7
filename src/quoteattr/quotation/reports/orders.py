"""What those are told to do whom a clause describes: `urged anyone who saw it | to call`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

_ANY: Final = frozenset({"anyone", "anybody", "everyone", "everybody", "those", "people", "all"})
_NOMINAL: Final = NOUN_TAGS | {"PRON", "NUM"}


def order_behind_clause(line: Line, cue: CueWord, told: range) -> int | None:
    """Where an order begins behind a clause on who is told: `urged anyone who saw it | to call`.

    Not in the question `asked reporters who had told them to go`.
    """
    who = told.stop
    if not told or not cue.takes(Frames.INFINITIVE) or line.words[who : who + 1] != ["who"]:
        return None
    may_ask = cue.takes(Frames.QUESTION) or cue.group == "tell"
    if may_ask and line.words[told.start] not in _ANY:
        return None
    reach = min(who + config.PARENTHESIS_TOKENS, line.end - 1)
    if "that" in line.words[who:reach]:
        return None  # told anyone who asked him to stay that he would not
    tags, forms = line.analysis.tags, line.analysis.forms
    return next(
        (
            at
            for at in range(who + 2, reach)
            if line.words[at] == "to"
            and forms[line.token(at) + 1] == "VB"
            and tags[line.token(at) - 1] in _NOMINAL
        ),
        None,
    )

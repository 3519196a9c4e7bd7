"""What stands between a cue and its content: the addressee, adverbs, time and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.lexicon import words
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS, QUOTE
from quoteattr.quotation.reports.receptions import is_reception
from quoteattr.quotation.reports.told_names import (
    goes_on_in_name,
    goes_on_in_place,
    names_programme,
)

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line

MERELY: Final = frozenset({"only", "merely", "simply", "just"})
ROUGHLY: Final = frozenset({("at", "least"), ("at", "most"), ("as", "many"), ("as", "much")})
"""What looks like the begin of a time or place: `At least 12 are dead`, `as many as 12`."""
_BEFORE_THAT: Final = frozenset({"throughout", "above", "below", "elsewhere"})
ANYBODY: Final = frozenset({"nobody", "nothing", "everybody", "everyone", "everything"}) | {
    "somebody",
    "someone",
    "anybody",
    "anyone",
}
_OPINIONS: Final = frozenset({"opinion", "view", "judgment", "judgement", "experience"})
_THAT_TIME: Final = frozenset(
    {"night", "day", "morning", "evening", "afternoon", "time", "year", "week", "month", "weekend"}
)
_EACH: Final = frozenset({"each", "every"})
_OFTEN: Final = frozenset({"twice", "again", "often", "later"})
_LEADING_ON: Final = (["that"], [":"], [","])
_TITLES: Final = frozenset({"ms", "mrs", "messrs"})
_HEARERS: Final = frozenset({Relation.OBJECT, Relation.INDIRECT_OBJECT})
_WHICH: Final = frozenset({"last", "this", "late", "early", "next"})
_HOW_LATE: Final = frozenset({"late", "early"})
_BEFORE_DETERMINER: Final = frozenset({"all", "both", "half"})  # told all | the staff


def after_addressee(line: Line, position: int) -> int:
    """Past the addressee: `told reporters`, `told the Daily Post`, `warned him`."""
    kind = line.kind(position)
    if line.words[position : position + 1] == ["it"] and line.is_finite(position + 1):
        return position  # cautioned | it was early
    if kind in ("object", "pronoun") or _is_her(line, position):
        return position + 1
    start = position
    if kind == "time" and _owns_what_follows(line, position):
        position += 2  # told Monday's meeting
        kind = ""
    if kind in ("preposition", "question", "relative", "time", "coordinator"):
        return position
    while position < line.end and not _ends_noun_phrase(line, position, start):
        position += 1
        if position > start and _joins_another(line, position):
            position += 1
            start = position
    return position


def _is_of_time(line: Line, position: int) -> bool:
    """Whether a word for a time only tells which: `told the court in | earlier testimony that`."""
    near = line.words[position : position + 1] in (["earlier"], ["later"])
    if not near or position + 1 >= line.end:
        return False
    return line.analysis.tags[line.token(position + 1)] == "NOUN"


def _joins_another(line: Line, position: int) -> bool:
    """Whether a further addressee follows: `urged farmers | and their families to leave`."""
    if position + 1 >= line.end or line.words[position] != "and":
        return False
    if line.kind(position + 1) == "determiner":
        return True
    return line.analysis.tags[line.token(position + 1)] in NOUN_TAGS


def _is_her(line: Line, position: int) -> bool:
    """Whether *her* stands alone: `told her that`, not `told her brother that`."""
    if position >= line.end or line.words[position] != "her":
        return False
    if line.analysis.has(Layer.TAGS):
        return line.analysis.forms[line.token(position)] != "PRP$"
    return line.words[position + 2 : position + 3] not in (["that"], ["to"], [","], [QUOTE])


def _ends_noun_phrase(line: Line, position: int, start: int) -> bool:
    """Whether a noun phrase that began at *start* cannot go on with the word at *position*."""
    word = line.words[position]
    if word in (",", ":", ";", "that", "to", QUOTE) or word in MARK_WORDS or word in DASHES:
        return True
    if word in ("not", "never") and line.words[position + 1 : position + 2] == ["to"]:
        return True  # told them | not to wait
    kind = line.kind(position)
    if kind in ("pronoun", "question", "relative", "coordinator"):
        return True
    if position > start and word in ANYBODY:
        return True  # told the meeting | nobody wanted it
    owned = line.words[position - 1] == "'s"  # told the BBC's | Today programme
    if position > start and names_programme(line, position):
        return False
    if kind == "time" and not owned and line.kind(position - 1) != "determiner":
        return True
    if position == start or line.words[position - 1] in _BEFORE_DETERMINER:
        return False
    if word == "one" and line.is_capitalised(position) and line.is_capitalised(position - 1):
        return False  # told the staff of Platform | One
    if line.words[position - 1] in _OPINIONS:
        return line.is_capitalised(position)  # in his view | Mr Lee would
    if kind == "determiner" and line.words[position - 1] == "the":
        return False  # told the | three-judge panel
    if kind in ("determiner", "preposition"):
        return True
    if goes_on_in_name(line, position):
        return False
    if line.is_finite(position) and not _is_hearers(line, position):
        return True
    before = line.words[position - 1]
    plural = before.endswith("s") and not before.endswith(("ss", "'s", "’s"))
    titled = before in _TITLES  # told Ms | Lee
    noun = line.kind(position - 1) != "determiner"  # told his | Velmian rival
    plural = plural and noun and not titled and not goes_on_in_place(line, position)
    if plural and line.is_name(position - 1) and before in words("given_names"):
        return line.is_finite(position)  # told James | Lee
    if plural and before in words("places") and line.is_capitalised(position):
        return line.words[position + 1 : position + 2] not in _LEADING_ON  # told Wales | Live that
    return plural and (line.is_capitalised(position) or line.is_finite(position + 1))


def _is_hearers(line: Line, position: int) -> bool:
    """Whether the tree takes a plural for somebody told: `told movement | progressives to stop`.

    Whatever its tag, which may be that of a verb.
    """
    hearer = line.analysis.relations[line.token(position)] in _HEARERS
    return hearer and line.words[position].endswith("s") and not line.kind(position)


def after_adjunct(line: Line, position: int) -> int:
    """Past one adverb, time or prepositional phrase: `on Friday`, `in a letter to staff`."""
    word, kind = line.words[position], line.kind(position)
    if _owns_what_follows(line, position):
        return position
    if kind == "time":
        return _after_time(line, position)
    if word == "that" and is_that_time(line, position):
        return position + 2
    if (ago := _after_ago(line, position)) is not None:
        return ago
    if (often := _after_how_often(line, position)) is not None:
        return often
    if word in ("one", "some") and line.words[position + 1 : position + 3] == ["day", "to"]:
        return position + 2
    if word == "loud" and line.words[position - 1] == "out":
        return position + 1
    if word in _HOW_LATE and _leads_to_time(line, position + 1):
        return position + 1
    if word in _WHICH and position + 1 < line.end and line.kind(position + 1) != "preposition":
        after = position + 2
        return after if not line.is_finite(position + 1) else position
    if word.endswith("ly") and len(word) > 4:
        return position + 1
    if word in ("back", "out", "aloud", "once", "instead", "too", "also"):
        return position + 1
    if word in _BEFORE_THAT and line.words[position + 1 : position + 2] == ["that"]:
        return position + 1
    if word in MERELY and line.words[position + 1 : position + 2] in ([","], [":"], [QUOTE]):
        return position + 1  # said only, QUOTE
    if word in ("when", "if") and line.words[position + 1 : position + 2] == ["asked"]:
        return _after_question(line, position)
    if word == "to" and (_is_hearer(line, position + 1) or is_reception(line, position)):
        return after_addressee(line, position + 1)
    if word == "and" and line.kind(position + 1) == "preposition":
        after = _after_prepositional_phrase(line, position + 2)
        return after if line.words[after : after + 1] == ["that"] else position
    if kind == "preposition" and not is_number(line, position + 1):
        return _after_prepositional_phrase(line, position + 1 + _is_of_time(line, position + 1))
    return position


def _leads_to_time(line: Line, position: int) -> bool:
    """Whether a day stands behind *late* or *early*: `said late | on Monday that`, `last night`."""
    if position + 1 >= line.end:
        return False
    if line.words[position] == "on":
        return line.kind(position + 1) == "time"
    return line.words[position] in _WHICH and line.words[position + 1] in _THAT_TIME


def _after_ago(line: Line, position: int) -> int | None:
    """Past a time before *that*: `warned | two years ago that`; None where none stands there."""
    reach = range(position + 1, min(position + config.TIME_TOKENS, line.end - 1))
    ago = next((i for i in reach if line.words[i] == "ago"), None)
    return ago + 1 if ago is not None and line.words[ago + 1] == "that" else None


def _after_how_often(line: Line, position: int) -> int | None:
    """Past how often it was said before *that*: `tells her | each night by phone that`, `twice`."""
    word, following = line.words[position], line.words[position + 1 : position + 2]
    each = word in _EACH and not _THAT_TIME.isdisjoint(following)
    times = following == ["times"] and line.kind(position) != "preposition"
    if not (each or times or word in _OFTEN):
        return None
    end = position + 1 + (each or times)
    said = line.words[end : min(end + config.TIME_TOKENS, line.end)]
    return end if "that" in said else None


def _owns_what_follows(line: Line, position: int) -> bool:
    """Whether a time begins the content: `said | Monday's vote was lost`, `last week's vote`."""
    which = position < line.end and line.words[position] in _WHICH
    last = position + which
    return line.is_possessive(last + 1)


def _after_question(line: Line, position: int) -> int:
    """Past what somebody answers, up to a quotation: `told us when asked about it | : QUOTE`."""
    reach = min(position + config.PARENTHESIS_TOKENS, len(line))
    quote = next((i for i in range(position, reach) if line.is_quote(i)), 0)
    leads = line.words[quote - 1] in (":", ",") and not line.has_finite(position + 2, quote)
    return quote - 1 if quote and leads else position


def _is_hearer(line: Line, position: int) -> bool:
    """Whether somebody spoken to follows *to*: `confided to her that`, `said to the board that`."""
    if position >= line.end:
        return False
    if line.kind(position) in ("object", "determiner"):
        return True
    return line.is_capitalised(position) or line.analysis.tags[line.token(position)] == "NOUN"


def is_that_time(line: Line, position: int) -> bool:
    """Whether *that* points to a time: `says to me that night, QUOTE`."""
    following = line.words[position + 1 : position + 3]
    if len(following) < 2 or following[0] not in _THAT_TIME:
        return False
    return following[1] in (",", ":", QUOTE)


def is_number(line: Line, position: int) -> bool:
    """Whether a preposition before *position* means "roughly": `about 20`, `at least half`."""
    if tuple(line.words[position - 1 : position + 1]) in ROUGHLY:
        return True
    if position >= line.end or line.words[position - 1] not in (
        "about",
        "over",
        "under",
        "between",
    ):
        return False
    if line.words[position][:1].isdigit() or line.words[position] == "half":
        return True
    return line.analysis.tags[line.token(position)] == "NUM"


def _after_time(line: Line, position: int) -> int:
    while position < line.end and (line.kind(position) == "time" or line.words[position].isdigit()):
        position += 1
    if line.words[position : position + 1] in (["morning"], ["afternoon"], ["evening"], ["night"]):
        position += 1
    if line.is_possessive(position):
        return _after_prepositional_phrase(line, position + 1)  # in Thursday's debate
    return position


def _after_prepositional_phrase(line: Line, position: int) -> int:
    """Past what a preposition governs; it stops before the next preposition or clause."""
    owner = _owns_what_follows(line, position)
    if line.kind(position) == "time" and not owner:
        return _after_time(line, position)
    if line.kind(position) == "determiner":
        position += 1
    start = position
    position += owner
    while position < line.end and not _ends_noun_phrase(line, position, start):
        position += 1
    return position

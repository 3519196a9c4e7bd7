"""What stands around a verb: its group, whether it is passive, asked of somebody, or led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.datatypes import MARKS
from quoteattr.grammar import ADVERBS, BE, DAYS, FINITE, HAVE, MODALS, NEGATIONS, SENTENCE_FINAL

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves", "myself"})
_KEEPING: Final = frozenset({"keep", "keeps", "kept"})
_REPUTED: Final = frozenset(
    {
        *("alleged", "believed", "claimed", "known", "recorded", "reported", "reputed", "rumored"),
        *("rumoured", "said", "supposed", "thought", "understood"),
    }
)


def verb_group(analysis: Analysis, token: int, floor: int) -> int:
    """First token of the auxiliaries and adverbs that stand directly before the verb *token*.

    `He has also said` gives `has`. Never goes below *floor*.
    """
    first = token
    while first > floor and _in_verb_group(analysis, first - 1):
        first -= 1
    return first


_OPEN_CLAUSES: Final = frozenset({"when", "whenever", "where", "wherever", "why", "how"})
"""Adverbs that begin a clause: `He left the hall when asked to speak.`"""


def _tells_how(analysis: Analysis, token: int) -> bool:
    """Whether a word after a quotation tells how, whatever its tag: `“No!” angrily cried he.`"""
    after_mark = token > 0 and analysis.words[token - 1] in MARKS
    word = analysis.words[token]
    return after_mark and word.islower() and word.endswith("ly")


def _in_verb_group(analysis: Analysis, token: int) -> bool:
    word = analysis.lowers[token]
    if analysis.forms[token] == "POS":
        return False  # Ann Lee's remarks
    if word in DAYS and analysis.words[token - 1 : token] in ([")"], [","]):
        return True  # Lee Foods (NYSE: LEE) today said
    if word in ("used", "to") and _is_used_to(analysis, token):
        return True
    if word in _KEEPING and analysis.lowers[token + 1].endswith("ing"):
        return True  # he kept | saying
    if word == "to" or word in _REPUTED:
        return _is_reputed(analysis, token)
    if word in MODALS and _is_will(analysis, token):
        return False
    if word in BE or word in HAVE or word in MODALS or word in NEGATIONS:
        return True
    if word in REFLEXIVES and token:
        helper = analysis.lowers[token - 1]  # was himself called
        return helper in BE or helper in HAVE or helper in MODALS
    if analysis.has(Layer.TAGS) and not _tells_how(analysis, token):
        return analysis.tags[token] in ("AUX", "ADV") and word not in _OPEN_CLAUSES
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def _is_will(analysis: Analysis, token: int) -> bool:
    """Whether a modal is a name: `“Nothing,” Will said`, where none stands before a past form."""
    past = analysis.forms[token + 1 : token + 2] in (["VBD"], ["VBN"])
    return past and analysis.words[token].istitle()


def _is_used_to(analysis: Analysis, token: int) -> bool:
    """Whether a word is of a habit: `Lee used to say`; not `a word that was used to say no`."""
    used = token - 1 if analysis.lowers[token] == "to" else token
    if used < 1 or analysis.lowers[used : used + 2] != ["used", "to"]:
        return False
    return analysis.lowers[used - 1] not in BE


def _is_reputed(analysis: Analysis, token: int) -> bool:
    """Whether a word tells that others report a deed: `Lee is said to have answered`."""
    participle = token - 1 if analysis.lowers[token] == "to" else token
    if participle < 1 or analysis.lowers[participle] not in _REPUTED:
        return False
    led = analysis.lowers[participle + 1 : participle + 3] == ["to", "have"]
    return led and analysis.lowers[participle - 1] in BE


def is_passive(analysis: Analysis, token: int, floor: int) -> bool:
    """Whether a form of *be* stands in the verb group before the participle *token*.

    Not one that only tells of a report: `Lee is said to have answered`.
    """
    first = verb_group(analysis, token, floor)
    links = (i for i in range(token - 1, first, -1) if analysis.lowers[i] == "to")
    first = next((link for link in links if _is_reputed(analysis, link)), first)
    return any(analysis.lowers[i] in BE for i in range(first, token))


_CAUSES: Final = frozenset(
    {
        *("prompting", "prompted", "prompts", "leading", "led", "leads", "causing", "caused"),
        *("causes", "inspiring", "inspired", "moving", "moved", "driving", "drove", "forcing"),
        *("leaving", "left", "leaves", "got", "gets", "getting", "forced", "forces"),
        *("compelled", "compelling", "pushed", "pushing"),
    }
)
_FALLS: Final = frozenset({"fell", "falls", "left", "up"})
_BEFORE_ORDER: Final = frozenset({";", ":", ",", "—", "–", "please"})
_LED: Final = 8  # tokens between the cause and "to"


def who_is_led(analysis: Analysis, token: int) -> tuple[int, int] | None:
    """The words for whom a cause makes say what follows the verb *token*, else None.

    `This led | a boy | to shout, QUOTE`; `They talked | him | into saying that it was late`;
    `It fell to | the clerk | to say that it was late`.
    """
    to = token - 1
    if to > 0 and analysis.lowers[to] == "into" and analysis.forms[token] == "VBG":
        verb = next((i for i in range(to - 1, max(-1, to - _LED), -1) if _is_verb(analysis, i)), to)
        return (verb + 1, to) if verb + 1 < to else None
    if to < 1 or analysis.lowers[to] != "to":
        return None
    for before in range(to - 1, max(0, to - _LED), -1):
        if analysis.lowers[before] == "to" and analysis.lowers[before - 1] in _FALLS:
            return (before + 1, to) if before + 1 < to else None
        if analysis.lowers[before] in _CAUSES:
            return (before + 1, to) if before + 1 < to else None
        if analysis.forms[before] in FINITE or not analysis.words[before][:1].isalnum():
            return None
    return None


def _is_verb(analysis: Analysis, token: int) -> bool:
    return analysis.forms[token].startswith("VB")


def is_order(analysis: Analysis, token: int) -> bool:
    """Whether the verb at *token* asks the reader, so that nobody named does it: `; note that`."""
    if token and analysis.lowers[token - 1] == "make":
        token -= 1  # make sure that
    before = analysis.lowers[token - 1] if token else "."
    opens = before in SENTENCE_FINAL or before in _BEFORE_ORDER
    return opens and analysis.forms[token] == "VB"

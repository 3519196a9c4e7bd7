"""Verbs that look like a report, though nobody has said it: `did not say`, `if I say no`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import BE, DO, FINITE, HAVE, MODALS
from quoteattr.quotation.words.negation import JOINTS, LONGEST_SUBJECT

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_HOW: Final = frozenset({"how", "why", "when", "where"})
_ABOUT_WHAT: Final = frozenset({"what", "that", "so", "it"})
_WORDS: Final = frozenset({"everything", "anything", "something", "nothing", "things", "words"})
_LONGEST_ANTECEDENT: Final = 4  # tokens: everything the mayor said
_LABEL: Final = 4  # tokens: FACT CHECK:
_WONDERED: Final = 3  # tokens: whether she was
_REACH: Final = 12  # tokens back to who prevents it
_PREVENTING: Final = frozenset(
    {
        *("bar", "bars", "barred", "barring", "ban", "bans", "banned", "banning", "block"),
        *("blocks", "blocked", "blocking", "stop", "stops", "stopped", "stopping", "prevent"),
        *("prevents", "prevented", "preventing", "restrain", "restrains", "restrained"),
        *("restraining", "prohibit", "prohibits", "prohibited", "prohibiting", "dissuade"),
        *("dissuaded", "discourage", "discouraged", "discourages", "discouraging", "deter"),
        *("deterred", "deters", "deterring", "refrain", "refrained", "refrains", "refraining"),
    }
)
_AVOIDING: Final = frozenset(
    {
        *("avoid", "avoids", "avoided", "avoiding", "stop", "stops", "stopped", "stopping"),
        *("resist", "resists", "resisted", "resisting", "without"),
    }
)
_NAMED: Final = frozenset({"named", "identified", "quoted", "recorded", "photographed"})
_NAMELESS: Final = frozenset({"anonymous", "unnamed", "nameless"})
_STAY: Final = frozenset({"be", "remain", "stay"})
_LET_US: Final = (["let", "'s"], ["let", "’s"], ["let", "us"])
_WORTH: Final = tuple(
    ["worth", deed] for deed in ("noting", "mentioning", "adding", "saying", "recalling", "stating")
)
_NAMELESS_REACH: Final = 4  # tokens: not to be named, to be kept anonymous
_REQUESTS: Final = frozenset({"tell", "ask", "remind", "show"})
_ORDERS: Final = frozenset({"say", "tell", "ask", "remind"})
_OTHERS: Final = frozenset({"them", "him", "her", "everyone", "everybody", "people", "your"})
_SUPPOSING: Final = frozenset({"if", "whenever", "unless"})
_QUOTING: Final = [[mark] for mark in "“‘\"'"]
_ANYBODY: Final = frozenset(
    {"i", "you", "we", "they", "somebody", "someone", "anybody", "anyone", "people"}
)


def is_irrealis(analysis: Analysis, token: int, first: int, last: int) -> bool:
    """Whether the sentence asks whether, or supposes or wishes that, the verb's words are said."""
    return (
        _asks_whether(analysis, token, first, last)
        or _asks_how(analysis, token, first, last)
        or _only_fills(analysis, token)
        or _tells_which(analysis, token, first)
        or _is_supposed(analysis, token)
        or _is_to_come(analysis, token)
        or _is_condition(analysis, token, first, last)
        or _is_prevented(analysis, token, first)
        or _is_wondered(analysis, token, first)
        or _is_request(analysis, token, first)
        or _asks_for_anonymity(analysis, token)
    )


def _asks_for_anonymity(analysis: Analysis, token: int) -> bool:
    """Whether somebody only asks to stay nameless: `who asked not to be named`, `for anonymity`."""
    after = analysis.lowers[token + 1 : token + 1 + _NAMELESS_REACH]
    if after[:1] == ["not"]:
        return after[1:3] == ["to", "be"] and not _NAMED.isdisjoint(after[3:4])
    stays = after[:1] == ["to"] and not _STAY.isdisjoint(after[1:2])
    granted = "anonymity" in after[:2] and after[0] in ("for", "anonymity")
    return granted or (stays and not _NAMELESS.isdisjoint(after))


def _only_fills(analysis: Analysis, token: int) -> bool:
    """Whether it only fills a pause: `no better than, say, rain`; `it is, you know, late`.

    Or is what one says: `And thank you, Ann, for that.` Or they part: `The couple call it quits.`
    So who only disagrees: `The keeper begged to differ.` And what only leads on: `Let's say it is`,
    `It is worth noting that it is`.
    """
    if analysis.lowers[token].startswith("beg"):
        return analysis.lowers[token + 1 : token + 3] == ["to", "differ"]
    if analysis.lowers[token] == "say" and analysis.lowers[max(0, token - 2) : token] in _LET_US:
        return True
    if analysis.lowers[max(0, token - 1) : token + 1] in _WORTH:
        return True
    called = analysis.lowers[token].startswith("call")
    if called and analysis.lowers[token + 1 : token + 3] == ["it", "quits"]:
        return True
    if analysis.lowers[token : token + 2] == ["thank", "you"]:
        return token == 0 or analysis.lowers[token - 1] in JOINTS
    around = analysis.lowers[max(0, token - 2) : token + 2]
    return around[-3:] == [",", "say", ","] or around == [",", "you", "know", ","]


def _tells_which(analysis: Analysis, token: int, first: int) -> bool:
    """Whether a clause without subject tells which words: `everything he said that was true`."""
    lowers, forms = analysis.lowers, analysis.forms
    if lowers[token + 1 : token + 2] != ["that"] or FINITE.isdisjoint(forms[token + 2 : token + 3]):
        return False
    before = range(max(first, token - _LONGEST_ANTECEDENT), token)
    meant = next((at for at in before if lowers[at] in _WORDS), token)
    return meant + 1 < token and FINITE.isdisjoint(forms[meant + 1 : token])


def _asks_whether(analysis: Analysis, token: int, first: int, last: int) -> bool:
    """Whether the verb at *token* is what a sentence [first, last) asks: `Did she say it was so?`

    Not in `Don't you think that it is?`, which tells what its speaker thinks.
    """
    first = _after_label(analysis, first, token)
    if analysis.words[last - 1] != "?" or analysis.lowers[first] not in MODALS | BE | HAVE:
        return False
    asks = analysis.lowers[first] in HAVE and analysis.tags[first + 1] == "PRON"
    if analysis.forms[token] in ("VBD", "VBZ") and not (asks and token == first + 2):
        return False  # Is the man who said it here?
    return not any(
        (analysis.forms[at] in FINITE and analysis.lowers[at] != "have")
        or analysis.lowers[at] == "you"
        for at in range(first + 1, token)
    )


def _after_label(analysis: Analysis, first: int, token: int) -> int:
    """Where a sentence begins behind what it is headed with: `FACT CHECK: | Did she say it?`"""
    near = range(first, min(first + _LABEL, token))
    return next((i + 1 for i in near if analysis.words[i] == ":"), first)


def _asks_how(analysis: Analysis, token: int, first: int, last: int) -> bool:
    """Whether a sentence asks for words to come: `How would she explain it?`; or `Who said what?`

    Not in `Why did she say it was so?`, which takes for granted that she did.
    """
    lowers = analysis.lowers
    if token == first + 1 and [lowers[first], *lowers[token + 1 : token + 2]] == ["who", "what"]:
        return True
    if analysis.words[last - 1] != "?":
        return False
    if lowers[token + 1] in _ABOUT_WHAT and token + 2 == last - 1:
        return lowers[first] == "who" and token == first + 1
    to_come = lowers[first] in _HOW and lowers[first + 1] in MODALS - DO
    return to_come and not any(analysis.forms[at] in FINITE for at in range(first + 2, token))


def is_doubted(analysis: Analysis, token: int) -> bool:
    """Whether it is left open if it was ever said: `denied that he ever | told anybody to go`."""
    return analysis.lowers[token - 1 : token] == ["ever"] and analysis.lowers[token - 2] != "first"


def _is_request(analysis: Analysis, token: int, first: int) -> bool:
    """Whether the verb at *token*, which opens a sentence, asks a hearer: `Tell us what you saw`.

    Or orders to tell others: `Tell them that it was late`, `If they call, say that it is late`.
    """
    word = analysis.lowers[token]
    if word in _ORDERS and token > first and analysis.lowers[first] in _SUPPOSING | {"when"}:
        leads = word != "say" or analysis.lowers[token + 1 : token + 2] == ["that"]
        return leads and analysis.lowers[token - 1] == ","  # not: If it rains, say experts, it
    if token != first or word not in _REQUESTS or analysis.forms[token] not in ("VB", "VBP", ""):
        return False
    hearer = analysis.lowers[token + 1 : token + 2]
    return hearer in (["us"], ["me"]) or (word != "show" and not _OTHERS.isdisjoint(hearer))


def _is_wondered(analysis: Analysis, token: int, first: int) -> bool:
    """Whether it is asked if somebody is saying so: `on whether she was calling it a lie`."""
    if analysis.forms[token] != "VBG" or token - first < _WONDERED:
        return False
    return (
        analysis.lowers[token - 1] in BE
        and analysis.tags[token - 2] == "PRON"
        and analysis.lowers[token - 3] in ("whether", "if")
    )


def _is_to_come(analysis: Analysis, token: int) -> bool:
    """Whether it has not been said so far: `They have yet | to say what caused it`."""
    before = analysis.lowers[max(0, token - 3) : token]
    return before[-2:] == ["yet", "to"] and before[0] in HAVE | BE


def _is_condition(analysis: Analysis, token: int, first: int, last: int) -> bool:
    """Whether a sentence opens with a condition: `Had she said so, he would be here`."""
    near = first + 1 < token <= first + LONGEST_SUBJECT
    if analysis.lowers[first] != "had" or not near or analysis.words[last - 1] == "?":
        return False
    return (
        FINITE.isdisjoint(analysis.forms[first + 1 : token]) and "," in analysis.words[token:last]
    )


def _is_prevented(analysis: Analysis, token: int, first: int) -> bool:
    """Whether somebody is kept from saying it: `barred the board | from announcing it`.

    Or does without it: `avoided | blaming the board`.
    """
    if token == first or analysis.forms[token] != "VBG":
        return False
    if analysis.lowers[token - 1] in _AVOIDING:
        return True
    if analysis.lowers[max(0, token - 2) : token] == ["short", "of"]:
        return True  # stopped short of saying that it was late
    if analysis.lowers[token - 1] != "from":
        return False
    return any(
        analysis.lowers[at] in _PREVENTING for at in range(max(first, token - _REACH), token)
    )


def _is_supposed(analysis: Analysis, token: int) -> bool:
    """Whether nobody has said it yet: `if I say no`, `whenever somebody tells you that it is late`.

    So too `I'd say`, but not `I'd say, “No.”`, which tells of a habit. Not in `if he said so`, nor
    in `if he says so`, which may take up his words.
    """
    if token < 2 or analysis.forms[token] not in ("VB", "VBP", "VBZ"):
        return False
    at = token - (analysis.lowers[token - 1] in ("only", "just", "also"))
    if analysis.lowers[at - 1] in ("'d", "’d", "would"):
        led = analysis.lowers[token + 1 : token + 2] in ([","], [":"])
        quotes = led and analysis.words[token + 2 : token + 3] in _QUOTING
        return analysis.lowers[at - 2] == "i" and not quotes
    return analysis.lowers[token - 1] in _ANYBODY and analysis.lowers[token - 2] in _SUPPOSING

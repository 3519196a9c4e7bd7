"""What follows a reporting verb, and where its content begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import NOMINATIVES
from quoteattr.quotation.reports.adjuncts import (
    ANYBODY,
    MERELY,
    after_addressee,
    after_adjunct,
    is_number,
    is_that_time,
)
from quoteattr.quotation.reports.bare_clauses import has_bare_clause
from quoteattr.quotation.reports.kinds import Kind, Opening
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS, QUOTE, THIS_AND_COLON
from quoteattr.quotation.reports.objects import has_object, is_bare_pronoun, says_little
from quoteattr.quotation.reports.orders import order_behind_clause
from quoteattr.quotation.reports.receptions import is_reception
from quoteattr.quotation.reports.that_clauses import (
    follows_so,
    is_relative,
    points_at_noun,
    that_clause,
    with_that_of_tree,
)
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.evidence import is_listed
from quoteattr.quotation.words.inflection import Form
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord


_ANSWERS: Final = frozenset({"yes", "no"})
_STOPS: Final = frozenset({",", ";", "."})
_BEGINS_PHRASE: Final = frozenset({"", "determiner", "pronoun"})
_ALWAYS_QUESTION: Final = frozenset({"whether", "why", "how", "what"})
_WHETHER: Final = frozenset({"whether", "why", "if"})
_WHO: Final = frozenset({"who", "which"})
_CLAUSE_AHEAD: Final = [[pronoun] for pronoun in sorted(NOMINATIVES)]


def opening_after(line: Line, cue: CueWord, position: int) -> Opening:
    """What the cue that ends before *position* governs to its right.

    `told a news conference on Friday that ...`: adjuncts and addressee are passed over. So is who
    is promised something: `promised voters | she would`.
    """
    told = range(position, position)
    if cue.takes(Frames.ADDRESSEE) and not _is_heard(line, cue):
        told = range(position, after_addressee(line, position))
        position = told.stop
        if (order := order_behind_clause(line, cue, told)) is not None:
            return Opening(Kind.INFINITIVE, order)
    elif cue.lemma == "promise" and line.words[position + 1 : position + 2] != []:
        position += _is_promised(line, position)
    elif cue.lemma == "appeal" and line.words[position : position + 1] == ["to"]:
        hearer = after_addressee(line, position + 1)  # appealed to voters | to stay at home
        position = hearer if line.words[hearer : hearer + 1] == ["to"] else position
    if position < line.end and is_bare_pronoun(line, cue, position):
        return Opening(Kind.OTHER, position)
    for _ in range(config.ADJUNCTS_AFTER_CUE):
        found = _decide(line, cue, position)
        if found is not None:
            return with_that_of_tree(line, cue, found)
        skipped = after_adjunct(line, position)
        if skipped == position:
            break
        position = skipped
    found = _clause_or_object(line, cue, position)
    if found == Opening(Kind.CLAUSE, told.stop) and _are_subjects(line, cue, told):
        found = Opening(Kind.CLAUSE, told.start)
    return with_that_of_tree(line, cue, found)


def _are_subjects(line: Line, cue: CueWord, told: range) -> bool:
    """Whether those who seem to be told are the subject: `warned | ministers were out of touch`.

    Not in `the men who she told reporters | were late`.
    """
    if not told or line.kind(told.start) == "object" or not line.is_finite(told.stop):
        return False
    cued = line.position(cue.token) or 0
    return not any(line.kind(i) in ("relative", "question") for i in range(cued))


def _is_promised(line: Line, position: int) -> bool:
    """Whether one word tells to whom a promise is made: `promised | voters she would`."""
    if line.kind(position) or line.words[position + 1] in NOMINATIVES:
        return not line.kind(position)
    that = line.words[position + 1] == "that" and position + 2 < line.end
    return that and not line.is_finite(position + 2)


def _is_heard(line: Line, cue: CueWord) -> bool:
    """Whether the addressee stands before the cue: `They were told | it was over`."""
    told = cue.group == "tell" and cue.form is Form.PAST
    return told and is_passive(line.analysis, cue.token, line.frame.first)


def _decide(line: Line, cue: CueWord, position: int) -> Opening | None:
    if position >= line.end and not line.is_quote(position):
        return Opening(Kind.END, position)
    if line.words[position : position + 2] == THIS_AND_COLON:
        position += 1
    word = line.words[position]
    if word is QUOTE:
        return _quotation(line, cue, position)
    if word == ":":
        if line.words[position + 1 : position + 2] == ["that"]:
            return Opening(Kind.THAT, position + 2)  # told a story about him: that he was deaf
        kind = Kind.QUOTATION if line.is_quote(position + 1) else Kind.THAT
        return Opening(kind, position + 1)
    if cue.takes(Frames.CLAUSE):
        if word == "that" and not is_that_time(line, position):
            if cue.group != "tell" and is_relative(line, position):
                return Opening(Kind.OTHER, position)
            if points_at_noun(line, position):
                return Opening(Kind.OTHER, position)
            return that_clause(line, position)
        if word in MERELY and line.words[position + 1 : position + 2] == ["that"]:
            return Opening(Kind.THAT, position + 2)  # said only that it was early
    asks = word in _ALWAYS_QUESTION and cue.takes(Frames.CLAUSE)
    may_ask = line.kind(position) == "question" or word in _ALWAYS_QUESTION | _WHO
    if word in _WHO and "about" in line.words[line.position(cue.token) or 0 : position]:
        return Opening(Kind.OTHER, position)  # asked Lee about a man who was ill
    if asks or (may_ask and cue.takes(Frames.QUESTION)):
        alone = cue.group == "ask" and _is_alone(line, position)
        return Opening(Kind.OTHER if alone else Kind.QUESTION, position)
    if cue.takes(Frames.INFINITIVE) and _is_infinitive(line, position):
        return Opening(Kind.INFINITIVE, position)
    if word in _ANSWERS and cue.takes(Frames.BARE_CLAUSE) and _ends_with(line, position):
        return Opening(Kind.CLAUSE, position)
    if word == ",":
        return _comma(line, cue, position)
    if word in MARK_WORDS and cue.takes(Frames.INFINITIVE) and _is_infinitive(line, position + 1):
        return Opening(Kind.INFINITIVE, position)
    if word in DASHES or word == ";":
        return _after_insertion(line, cue, position) or Opening(Kind.OTHER, position)
    return None


def _ends_with(line: Line, position: int) -> bool:
    """Whether a word is all that is said: `Lee said no.`, `said yes, but others left`."""
    after = position + 1
    return after >= line.end or line.words[after] in _STOPS or line.kind(after) == "coordinator"


def _is_alone(line: Line, position: int) -> bool:
    """Whether another clause follows a word of question: `Asked why, Lee laughed`.

    Not in `asked how, in May, she left`.
    """
    if line.words[position + 1 : position + 2] == ["by"]:
        return line.words[position] == "why"  # asked why by a guest, she laughed
    if line.kind(position + 1) == "coordinator":
        return line.kind(position + 2) == "pronoun"  # asked why, and he laughed
    if line.words[position + 1 : position + 2] != [","]:
        return False
    return position + 2 < line.end and line.kind(position + 2) not in ("preposition", "time")


def _is_infinitive(line: Line, position: int) -> bool:
    """Whether an infinitive begins there, in marks or not: `told them | “not to wait”`."""
    if line.words[position : position + 1] in (["not"], ["never"]):
        position += 1
    no_verb = _is_phrase(line, position + 1) or is_reception(line, position)  # said to applause
    return line.words[position : position + 1] == ["to"] and not no_verb


def _after_insertion(line: Line, cue: CueWord, position: int) -> Opening | None:
    """`told the court — and later the press — that it was over`."""
    if not cue.takes(Frames.CLAUSE):
        return None
    reach = min(position + config.PARENTHESIS_TOKENS, line.end - 1)
    close = next((i for i in range(position + 1, reach) if line.words[i] in DASHES), None)
    if close is None or line.words[close + 1] != "that":
        return None
    return Opening(Kind.THAT, close + 2)


def _is_phrase(line: Line, position: int) -> bool:
    """Whether *to* before *position* governs no verb: `announced to the crowd that it was over`."""
    somebody = line.words[position : position + 1]
    return line.kind(position) in ("determiner", "object") or not ANYBODY.isdisjoint(somebody)


def _quotation(line: Line, cue: CueWord, position: int) -> Opening:
    """A quotation, unless it is the subject of a clause: `said “Dry Wind” was her best film`."""
    verb = position + 1
    analysis = line.analysis
    if analysis.words[line.after(position) - 2] in ("!", "?"):
        return Opening(Kind.QUOTATION, position)  # shouted “Fire!” and everybody ran
    if line.kind(verb) == "coordinator" and line.words[verb + 1 : verb + 2] in _CLAUSE_AHEAD:
        return Opening(Kind.QUOTATION, position)  # told them, “No,” and they left
    if line.kind(verb) == "coordinator" and not _goes_on(line, verb):
        # said “Dry Wind” and its sequel were
        verb = next((i for i in range(verb, line.end) if line.is_finite(i)), line.end)
    is_subject = verb < line.end and line.is_finite(verb)
    if is_subject and cue.takes(Frames.CLAUSE):
        return Opening(Kind.CLAUSE, position)
    return Opening(Kind.QUOTATION, position)


def _goes_on(line: Line, position: int) -> bool:
    """Whether a second verb beside the cue stands at *position*: `shouted “Fire!” | and ran`."""
    return line.kind(position) == "coordinator" and line.may_be_finite(position + 1)


def _comma(line: Line, cue: CueWord, position: int) -> Opening:
    """A quotation after the comma, a parenthesis up to the next one, or the end of the clause.

    In `he said, adding, QUOTE` the quotation belongs to the second cue.
    """
    if line.is_quote(position + 1):
        return Opening(Kind.QUOTATION, position + 1)
    if _is_second_cue(line, position + 1):
        return Opening(Kind.COMMA, position)
    reach = min(position + config.PARENTHESIS_TOKENS, line.end)
    for close in range(position + 1, reach):
        if line.is_quote(close) or line.words[close] in MARK_WORDS:
            break  # The mayor, Lee said, “was late, that is all”
        if line.words[close] == "," and close + 1 < len(line):
            if line.is_quote(close + 1):
                return Opening(Kind.QUOTATION, close + 1)
            if line.words[close + 1] == "that" and cue.takes(Frames.CLAUSE):
                return Opening(Kind.THAT, close + 2)
            if line.words[close + 1] in _WHETHER and cue.takes(Frames.QUESTION):
                return Opening(Kind.QUESTION, close + 1)  # asked by the judge, Ann Lee, whether
            break
    return Opening(Kind.COMMA, position)


def _is_second_cue(line: Line, position: int) -> bool:
    """Whether a reporting participle and a comma stand at *position*."""
    if position + 1 >= len(line) or line.words[position + 1] != ",":
        return False
    word = line.words[position]
    return word.endswith("ing") and is_listed("verb", word)


def _clause_or_object(line: Line, cue: CueWord, position: int) -> Opening:
    if position >= line.end:
        return Opening(Kind.END, position)
    if line.words[position] in MARK_WORDS:
        return _fragment_or_clause(line, cue, position)
    supposes = line.words[position] in ("if", "unless") and cue.takes(Frames.SURE_CLAUSE)
    if supposes and line.has_finite(position + 1, line.end):
        return Opening(Kind.CLAUSE, position)  # said | if elected she would leave
    if cue.lemma == "say" and says_little(line, position):
        return Opening(Kind.OTHER, position)
    kind = line.kind(position)
    begins_phrase = (kind in _BEGINS_PHRASE or is_number(line, position + 1)) and not (
        line.is_finite(position) or line.words[position] == "to"
    )
    begins_phrase |= line.words[position] == "that" and cue.takes(Frames.PREDICATE)  # called that
    if begins_phrase and has_bare_clause(line, cue, position):
        return Opening(Kind.CLAUSE, position)
    if (begins_phrase or kind == "object") and has_object(line, cue, position):
        return Opening(Kind.OBJECT, position)
    if cue.takes(Frames.BARE_CLAUSE) and cue.form in (Form.PAST, Form.PRESENT, Form.BASE):
        if cue.sure and _is_gap(line, position):
            return Opening(Kind.CLAUSE, position)
        complement = line.complement(cue.token)
        told = complement is not None and not follows_so(line, complement)
        if complement is not None and told and line.kind(complement) != "coordinator":
            return Opening(Kind.CLAUSE, complement)
    return Opening(Kind.OTHER, position)


def _is_gap(line: Line, position: int) -> bool:
    """Whether the clause has its subject before the cue: `which he said | were forged`."""
    tagged = line.analysis.has(Layer.TAGS)
    return tagged and line.is_finite(position) and position + 2 < line.end


def _fragment_or_clause(line: Line, cue: CueWord, position: int) -> Opening:
    """`said “all options” were open` is a clause, `said “no way” twice` a fragment."""
    after = next((b for a, b in line.fragments if a == position), position)
    is_open = after > position and not _goes_on(line, after)
    is_open = is_open and line.has_finite(after, line.end)
    if cue.takes(Frames.BARE_CLAUSE) and is_open:
        return Opening(Kind.CLAUSE, position)
    if cue.takes(Frames.OBJECT):
        return Opening(Kind.OBJECT, position)
    return Opening(Kind.OTHER, position)

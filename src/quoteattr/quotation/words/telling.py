"""Whether a candidate that counts make likely tells what was uttered, and how likely it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.datatypes import Mode
from quoteattr.grammar import ASKED, BE, HAVE, child
from quoteattr.quotation.words.beside_words import CIRCUMSTANCE, is_beside_the_words
from quoteattr.quotation.words.evidence import is_listed, mode_of
from quoteattr.quotation.words.negation import is_negated, might_have_been
from quoteattr.quotation.words.rare_cues import GOODS, greets
from quoteattr.quotation.words.unsaid import is_doubted, is_irrealis
from quoteattr.quotation.words.weighing import infinitive, negated, thing_as_source
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.words.constructions import ReportCandidate

_WHEN: Final = CIRCUMSTANCE - {"by", "through"}
_OF_HEARERS: Final = frozenset({"predicate", "about"})  # after a passive: not what its subject said
_HEARERS: Final = frozenset({"me", "us", "you", "him", "her", "them"})
_IN_PASSING: Final = frozenset(
    {(",", "told", "of"), (",", "told", "about"), (",", "asked", "about")}
)
_SAY: Final = frozenset({"say", "says", "said", "saying"})
_OF_AUTHORS: Final = (["credited", "to"], ["ascribed", "to"], ["traced", "to"])
_DONE_TO: Final = frozenset(
    {("assured", "of"), ("charged", "with"), ("admitted", "to"), ("admitted", "into")}
)
"""What befell the subject of a passive: `was charged with theft`, `was admitted to the bar`."""
_TO: Final = ["to"]
HOW: Final = frozenset({"in", "with", "without"})
"""What leads to how something was said, after a pronoun: `He says it | in French`."""
NO_WORDS: Final = frozenset({"nothing", "little"})
"""What stands for hardly any words: `He has said | little in public`."""
AGREEING: Final = (["yes", "to"], ["no", "to"])
"""What tells of a decision, not of words: `Voters said | no to higher fares`."""
_AMOUNTS: Final = frozenset({"less", "more", "much", "lots", "plenty", "volumes", "lot"})
"""How much something tells of a matter: `It says | a lot about them`."""
_PRESENT: Final = frozenset({"VBP", "VBZ"})
_THAT_SAID: Final = ["that", "said", ","]
_POINTING: Final = frozenset({"it", "that", "this"})
_HEARD: Final = frozenset({("told", "at"), ("called", "to")})
_POINTS: Final = frozenset(
    {*("gesture", "gestured", "gestures", "gesturing"), *("point", "pointed", "pointing", "points")}
)
_STANDS: Final = frozenset({"knelt", "lay", "sat", "sits", "stands", "stood"})
_NOTHING: Final = frozenset({"nothing", "anything", "little", "much"})
COURTESIES: Final = frozenset({"condolences", "sympathy", "sympathies", "thanks", "gratitude"})
"""What is shown rather than said: `expressed condolences to the families`."""
_PICTURES: Final = frozenset(
    {"clip", "footage", "image", "images", "photo", "photograph", "photographs", "photos"}
) | {"picture", "pictures", "video", "videos"}
_FEELINGS: Final = frozenset(
    {"emotion", "emotions", "remorse", "regret", "contrition", "mercy", "reaction", "restraint"}
) | {"courage", "interest", "respect"}
_SHOWN: Final = _PICTURES | _FEELINGS
_TIME_OR_PLACE: Final = frozenset({"on", "in", "at"})


def says_amount(lowers: Sequence[str], verb: int) -> bool:
    """Whether it is only told how much something says of a matter: `says a lot about them`."""
    if lowers[verb] not in _SAY:
        return False
    first = verb + 1
    first += lowers[first : first + 1] == ["a"]
    amount, about = (*lowers[first : first + 2], "", "")[:2]
    return amount in _AMOUNTS and about == "about"


def tells(candidate: ReportCandidate) -> bool:
    """Whether something is told of what was uttered.

    Not in `argued until dawn`, `painted for forty years`, `her promise to him`, `Did she promise to
    sign?`, `was assured of a seat` and `was offered a seat`; nor, without a speaker, in `was
    reported missing`, `was asked about it`, `asked prices fell`, `Note that it is late` and
    `WARNING: it is wet`.
    """
    analysis, token = candidate.analysis, candidate.token
    if is_irrealis(analysis, token, *analysis.sentence_at(token)) or is_doubted(analysis, token):
        return False
    group = verb_group(analysis, token, analysis.sentence_at(token)[0])
    uttered = mode_of_candidate(candidate) is not Mode.THOUGHT
    if uttered and might_have_been(analysis.lowers[group:token]):
        return False
    if _holds_the_asked(candidate):
        return False
    if candidate.construction == "passive-object" and not candidate.quoted:
        return False
    if candidate.outer and candidate.construction.startswith("passive-subject"):
        return False
    following = analysis.lowers[token + 1 : token + 2]
    if analysis.lowers[token] in _SAY and not NO_WORDS.isdisjoint(following):
        return False  # said nothing for so long that they left
    if analysis.lowers[token] in _SAY and analysis.lowers[token + 1 : token + 3] in AGREEING:
        return False  # said yes to the plan
    if analysis.forms[token] in _PRESENT and says_amount(analysis.lowers, token):
        return False  # The vote says less about them than about us
    if analysis.lowers[token] in _SAY and greets(analysis, token + 1):
        return False  # says sorry three weeks late
    if analysis.lowers[max(0, token - 1) : token + 2] == _THAT_SAID:
        return False  # That said, the roof held
    if analysis.lowers[token + 1 : token + 4] == ["on", "the", "record"]:
        return False
    if analysis.lowers[token : token + 2] in _OF_AUTHORS:
        return False  # The novel “Dry Wind” is credited to Ann Lee
    if analysis.lowers[token] == "named" and candidate.construction.startswith("passive-"):
        return False  # The dead were named as Ann and Ida Lee
    if analysis.lowers[token] in _POINTS and following == ["at"]:
        return False  # pointing at a “brand new” beam
    if analysis.lowers[token] in _STANDS and analysis.forms[token + 1 : token + 2] == ["VBG"]:
        return False  # stood pointing at it
    passive = candidate.construction.startswith("passive-")
    if passive and tuple(analysis.lowers[token : token + 2]) in _DONE_TO:
        return False
    if passive and candidate.governs != "to" and analysis.lowers[token] == "found":
        return False  # The coin was found by a man walking his dog
    if analysis.lowers[token : token + 2] == ["dismissed", "from"]:
        return False  # Ann Lee was dismissed from her post
    if analysis.lowers[token] == "condemned" and candidate.governs == "to":
        return False  # a house that was condemned to make room
    if candidate.construction.startswith("object+") and _holds_another_deed(candidate):
        return False
    if candidate.quoted or mode_of_candidate(candidate) is Mode.THOUGHT:
        return True
    if is_beside_the_words(candidate) or _only_points(candidate) or _is_no_words(candidate):
        return False
    if candidate.construction == "object":
        return _object_tells(candidate)
    if candidate.construction.startswith("passive-"):
        return candidate.governs not in _OF_HEARERS and not _ends_in_hearer(candidate)
    if _is_bare_participle(candidate):
        return False
    analysis, token = candidate.analysis, candidate.token
    participle = analysis.forms[token] == "VBG" and analysis.heads[token] != token
    if candidate.word_class != "verb" or infinitive(candidate) or participle:
        return True
    return candidate.source is not None


def _holds_another_deed(candidate: ReportCandidate) -> bool:
    """Whether it holds what was done when: `read “Dry Wind” twice before filming “Ice” in Rye`."""
    analysis = candidate.analysis
    held = (t for first, last in candidate.content for t in range(first, last))
    return candidate.governs in _WHEN or any(
        analysis.lowers[t] in _WHEN and analysis.forms[t + 1 : t + 2] == ["VBG"] for t in held
    )


def _object_tells(candidate: ReportCandidate) -> bool:
    """Whether an object can be what was said.

    Not in `blamed the grass`, `questioned Ann Lee` and `a storm claimed forty lives`.
    """
    analysis = candidate.analysis
    first, last = candidate.content[0]
    governed = child(analysis, candidate.token, Relation.OBJECT)
    is_name = governed is not None and analysis.tags[governed] in ("PROPN", "PRON")
    is_told = last - first >= config.LEAST_OBJECT and not is_name
    says_nothing = analysis.lowers[first] in _NOTHING  # has said nothing since May
    return is_told and not says_nothing and not thing_as_source(candidate)


def _only_points(candidate: ReportCandidate) -> bool:
    """Whether the content is but a pronoun: `her promise to him`, `asked about it`.

    Or a pronoun and who heard it, or how: `She says that to everybody`, `He says it in French`.
    """
    (first, last), *others = candidate.content
    lowers, token = candidate.analysis.lowers, candidate.token
    pointing, how = (*lowers[token + 1 : token + 3], "", "")[:2]
    if lowers[token] in _SAY and pointing in _POINTING and how in HOW:
        return True
    if lowers[token] in _SAY and (candidate.governs == "to" or lowers[first + 1 : last][:1] == _TO):
        return lowers[first] in _POINTING or lowers[token + 1] in _POINTING
    alone = not others and last - first == 1
    if alone and candidate.construction.startswith("passive-"):
        return lowers[first] in _POINTING  # Asked about this, she left
    return alone and candidate.analysis.tags[first] == "PRON"


def _is_no_words(candidate: ReportCandidate) -> bool:
    """Whether the object is a courtesy, goods or a picture: `expressed thanks`, `shows a photo`.

    Or a feeling: `showed no remorse as the jury came back`. Also in `recalled every jar`.
    """
    analysis, token = candidate.analysis, candidate.token
    governed = child(analysis, token, Relation.OBJECT)
    if governed is not None and analysis.lowers[governed] in COURTESIES:
        return True
    shown = governed is not None and analysis.lowers[governed] in _SHOWN
    if shown and analysis.lowers[token].startswith("show"):
        return True
    goods = analysis.lowers[token + 1 : token + 2]
    return analysis.lowers[token].startswith("recall") and not GOODS.isdisjoint(goods)


def _holds_the_asked(candidate: ReportCandidate) -> bool:
    """Whether the content takes in who was asked: `Lee was asked on Monday about the dam`.

    Or `I asked Lee about the dam`, or told: `Lee was told at noon`, `was called to the bar`; not
    what was told: `the tale is told in verse`.
    """
    word = candidate.analysis.lowers[candidate.token]
    if word in ASKED and candidate.construction == "object+about":
        return True
    heard = word in ASKED or (word, candidate.governs) in _HEARD
    return heard and candidate.construction.startswith("passive-subject+")


def _ends_in_hearer(candidate: ReportCandidate) -> bool:
    """Whether what a passive governs is whom it was told to: `none of it was told to me`."""
    first, _ = candidate.content[-1]
    return candidate.governs == "to" and candidate.analysis.lowers[first] in _HEARERS


def _is_bare_participle(candidate: ReportCandidate) -> bool:
    """Whether it tells of somebody to whom it was done: `Asked about the delay, he left`."""
    analysis, token = candidate.analysis, candidate.token
    if tuple(analysis.lowers[token - 1 : token + 2]) in _IN_PASSING:
        return True  # Lee, told of the delay, left
    form = analysis.forms[token]
    bare = form == "VBN" and candidate.words_before.isdisjoint(HAVE | BE)
    return bare and not _shares_tense(analysis, token)


def _shares_tense(analysis: Analysis, token: int) -> bool:
    """Whether it is joined to a past or a perfect: `Lee criticised it and | called for a vote`."""
    first = analysis.heads[token]
    if analysis.relations[token] is not Relation.CONJUNCT:
        return False
    if analysis.relations[first] is Relation.CONJUNCT:
        first = analysis.heads[first]
    own = analysis.children[first]
    helpers = {analysis.lowers[c] for c in own if analysis.relations[c] is Relation.AUXILIARY}
    perfect = not helpers.isdisjoint(HAVE) and helpers.isdisjoint(BE)
    return analysis.forms[first] == "VBD" or perfect


def least_share(candidate: ReportCandidate) -> float:
    """What is returned unasked must be likelier than a thought, unless marks speak for it.

    So must be what holds another report, which would be a part of it.
    """
    least = _least_alone(candidate)
    return max(least, config.LEAST_OUTER) if candidate.outer else least


def _least_alone(candidate: ReportCandidate) -> float:
    if candidate.quoted:
        listed = is_listed(candidate.word_class, candidate.analysis.lowers[candidate.token])
        return config.LEAST_QUOTED if listed else config.LEAST_QUOTED_UNLISTED
    if mode_of_candidate(candidate) is Mode.THOUGHT:
        return config.LEAST_THOUGHT
    if "object" not in candidate.construction:
        return config.LEAST_UTTERED
    return config.LEAST_UTTERED_LONG if _is_long(candidate) else config.LEAST_UTTERED_OBJECT


def _is_long(candidate: ReportCandidate) -> bool:
    """Whether its object tells more than a thing: `opposed the sale of the mill`, not `wrote it`.

    Time and place of the deed are none of it: `denied it on Friday`, `wrote a line on the board`.
    """
    if "object." in candidate.construction or candidate.governs in _TIME_OR_PLACE:
        return False
    first, last = candidate.content[0]
    return last - first >= config.LONG_OBJECT


def mode_of_candidate(candidate: ReportCandidate) -> Mode:
    """The mode of its word, but what is denied was not uttered, and what stands in marks was.

    `did not confirm that` is no speech; `sees it as “weak”` is, `is known as “Dry Wind”` is not.
    """
    floor, _ = candidate.analysis.sentence_at(candidate.token)
    if negated(candidate) or is_negated(candidate.analysis, candidate.token, floor):
        return Mode.THOUGHT
    mode = mode_of(candidate)
    passive = candidate.construction.startswith("passive-")
    return Mode.SPEECH if candidate.quoted and not passive else mode

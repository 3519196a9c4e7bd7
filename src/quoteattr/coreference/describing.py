"""Whom a description means by all that the text has shown so far: "the clerk", "her mother"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.rows import row_meant
from quoteattr.coreference.names.titles import title_kind
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.binding import rank_pronoun
from quoteattr.coreference.pronouns.described import called_here
from quoteattr.coreference.pronouns.speaking import Description
from quoteattr.coreference.roles import wording
from quoteattr.coreference.roles.body_variation import heard_body, varied_body
from quoteattr.coreference.roles.buyers import buyer_before
from quoteattr.coreference.roles.courts import witness_before
from quoteattr.coreference.roles.descriptions import described_before, labelled
from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.roles.fitting import contradicts
from quoteattr.coreference.roles.in_order import first_or_last
from quoteattr.coreference.roles.kin import named_relatives, related_back, spouse
from quoteattr.coreference.roles.nameless import nameless_before
from quoteattr.coreference.roles.reading import read_origin, read_role
from quoteattr.coreference.roles.subjects import brought_in_before, subject_alone
from quoteattr.coreference.roles.variation import is_opposite, varied_name
from quoteattr.coreference.roles.voices import heard_before, is_heard_only, owner_of_voice
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import BE
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.coreference.chains import Resolution
    from quoteattr.coreference.threads import Thread

_ANYBODYS: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "master", "mister"})
_ONE_OF_THEM: Final = frozenset({"one of them", "another of them"})
_RANKS: Final = ("noble", "military", "police")


def whom_described(known: Resolution, i: int) -> Thread:
    """The entity that description *i* means, as far as the text is *known*; else a new one."""
    words, directory = written(known.analysis, known.mentions[i]), known.directory
    if known.is_label(i):
        return labelled(directory, i, words, known.named_by_label)
    in_order = first_or_last(known.scene, i, words)
    if in_order is not None:
        return in_order
    nameless = nameless_before(known.analysis, known.mentions, i, known.thread_of)
    if nameless is not None:
        directory.give(nameless, read_role(words))
        return nameless
    owner = _owner(known, i)
    related = _speaks_for(known, i) or spouse(words, owner, known.register.bearers.relatives)
    related = related or _related_back(known, i, words, owner)
    if related is not None:
        return related
    buyer = buyer_before(known.scene, i, words)
    if buyer is not None:
        return buyer
    heard = None if directory.called(wording.key_of(words)) else heard_body(known.scene, i, words)
    found = heard or described_before(directory, i, words, owner)
    found = None if _is_far_from_anybody(known, i, found) else found
    found = None if _is_of_another_owner(known, i, words, found) else found
    headed = found if _is_of_heading(known, found) else None
    found = None if headed is not None else found
    found = found or row_meant(known.mentions, i, words, known.register.rows, known.thread_of)
    found = found or varied_body(known.scene, i, words)
    given = known.register.described.get(i)
    if given is not None and (found is None or found.kind is SpeakerKind.UNNAMED):
        if not vocabulary.is_anybody(known.analysis.lowers[known.mentions[i].head]):
            return given
        found = given
    role = read_role(words)
    if found is None and role is not None and role.noun == "year-old":
        found = subject_alone(known.scene, i, role, nameless=True)
        found = found or brought_in_before(known.scene, i)
    if found is None and wording.stands_for_name(words):
        origin = read_origin(words)
        ranked = rank_pronoun(known.scene, i)
        ranked = [one for one in ranked if not contradicts(one.candidate.thread, origin)]
        if wording.is_address(words):
            ranked = [one for one in ranked if _has_rank(one.candidate.thread)]
        found = known.best(i, ranked)
        directory.give(found, origin)
    witness = witness_before(known.scene, i, words) if found is None else None
    varied = witness or varied_name(known.scene, i, words, found)
    own = known.scene.labelled(known.mentions[i].quoted)  # LEE: The mayor said so.
    if varied is not None and varied is not known.scene.signer and varied is not own:
        directory.remember(words, varied)
        directory.give(varied, read_role(words))
        return varied
    found = found or headed
    if _is_open(known, i, words, found):
        found = known.bind_description(i, _describe(known, words, found, owner))
        if found is not None:
            directory.remember(words, found)
    return found or directory.introduce(i, words, _whole_of_part(known, i, words))


def _whole_of_part(known: Resolution, i: int, words: str) -> str:
    """What "one of them" is one of, "" for other words: "Two diplomats left. One of them wept"."""
    if words.lower() not in _ONE_OF_THEM:
        return ""
    sentence = known.scene.sentences[i] - settings.SENTENCES_BACK
    for j in range(i - 1, max(-1, i - settings.TOLD_BACK), -1):
        one = known.mentions[j]
        if known.scene.sentences[j] < sentence:
            break
        several = one.reference is Reference.NOMINAL and one.number is Number.PLURAL
        if several and one.quoted == known.mentions[i].quoted:
            return f"one of the {known.analysis.lowers[one.head]}"
    return ""


def _has_rank(thread: Thread) -> bool:
    """Whether somebody bears a title that not everybody has: Lady Holm is "her ladyship"."""
    return any(role.is_title and role.noun not in _ANYBODYS for role in thread.roles)


def _is_far_from_anybody(known: Resolution, i: int, found: Thread | None) -> bool:
    """Whether "the man" of a report comes long after another without a name: "A man heckled."."""
    mentions = known.mentions
    if found is None or found.kind is not SpeakerKind.UNNAMED or known.scene.talk.is_story:
        return False
    near = latest(found.mentions, i)
    far = near >= 0 and mentions[i].head - mentions[near].head > settings.WINDOW
    return far and vocabulary.is_anybody(known.analysis.lowers[mentions[i].head])


def _is_of_another_owner(known: Resolution, i: int, words: str, found: Thread | None) -> bool:
    """Whether a speaker's own relative is not the one told of before: "his wife", “my wife left”.

    So in reports, where the two stand in different paragraphs.
    """
    if found is None or found.kind is not SpeakerKind.UNNAMED or known.scene.talk.is_story:
        return False
    own = known.mentions[i].quoted is not None and words.lower().startswith("my ")
    before = latest(found.mentions, i)
    near = before >= 0 and known.scene.paragraphs[before] == known.scene.paragraphs[i]
    return own and not near and found.name.lower().startswith(("his ", "her ", "their "))


def _is_of_heading(known: Resolution, thread: Thread | None) -> bool:
    """Whether only a line above the text tells of somebody: "Builder says he paid", a heading.

    The text then names whom it means: "Ada Holm said she paid. “All of it,” the builder added."
    """
    if thread is None or thread.kind is not SpeakerKind.UNNAMED or not thread.mentions:
        return False
    text, first = known.analysis.text, known.mentions[thread.mentions[0]]
    paragraph = known.analysis.paragraphs[known.analysis.paragraph_at(first.start)]
    bare = text[first.start].isupper() and text[first.start : first.end].isalpha()
    only = known.mentions[thread.mentions[-1]].end <= paragraph.end
    return bare and only and text[paragraph.start : paragraph.end].rstrip()[-1:].isalpha()


def _is_open(known: Resolution, i: int, words: str, found: Thread | None) -> bool:
    """Whether a description that speaks may mean anybody around: “No,” said the girl."""
    if i not in known.scene.is_source or not wording.may_be_anybody(words):
        return False
    if is_heard_only(known.analysis, known.mentions[i]) or _was_brought_in(known, i, found):
        return False
    one = known.mentions[i].kind is SpeakerKind.UNNAMED and not known.scene.talk.is_story
    if one and not _may_be_any(words):
        return False
    has_role = found is not None and bool(found.roles) and not known.scene.talk.is_story
    own = known.mentions[i].quoted is not None and words.lower().startswith(("my ", "our "))
    return not has_role and not own and not _bears(found, words)


def _was_brought_in(known: Resolution, i: int, found: Thread | None) -> bool:
    """Whether somebody came in by the noun of a description lately: "A woman rang. The woman said".

    Or was told from another, or is a stranger: "She saw the other woman's form. The woman said".
    Then it is no other woman around, who has a name.
    """
    if found is None or found.kind is not SpeakerKind.UNNAMED or not found.mentions:
        return False
    mentions, near = known.mentions, latest(found.mentions, i)
    if near < 0 or mentions[i].head - mentions[near].head > settings.WINDOW:
        return False
    if not vocabulary.is_anybody(known.analysis.lowers[mentions[i].head]):
        return False  # a clergyman came in, who is Mr. Holm
    return any(_brings_in(known, found, j, i) for j in found.mentions[: settings.HOLDERS])


def _brings_in(known: Resolution, found: Thread, j: int, i: int) -> bool:
    """Whether mention *j* is new where description *i* is known: "a girl in a coat", "the girl".

    More words must be of who acts, or is told more of: "The smith, a thin young man, rose. The
    young man said"; not what somebody is said to be: "He was a young man".
    """
    first, then = known.mentions[j], known.mentions[i]
    near = j < i and then.head - first.head <= settings.TALK_WINDOW  # no boy of chapters ago
    if not near or known.scene.words_before[j] in BE:
        return False
    lowers = known.analysis.lowers
    came, said = (written(known.analysis, one).lower().split() for one in (first, then))
    is_new = came[0] in wording.NEW or came[:2] == ["the", "other"]
    is_new |= came == ["the", "stranger"]  # “Speak,” he told the stranger
    told = len(said) == len(["the", "man"]) or known.scene.is_subject(j) or j > found.mentions[0]
    again = said[0] == "the" and set(said[1:]) <= set(came)
    return is_new and told and again and lowers[first.head] == lowers[then.head]


def _may_be_any(words: str) -> bool:
    """Whether a report may mean whoever is around: no thing, "the column", nor "the host"."""
    role = read_role(words)
    return wording.stands_for_name(words) if role is None else not is_opposite(role)


def _bears(found: Thread | None, words: str) -> bool:
    """Whether a title is described that somebody bears: "the duchess", a Duchess of Velm."""
    role = read_role(words)
    if found is None or role is None or role.modifiers:
        return False
    ranks = title_kind(role.noun) in _RANKS
    return ranks and any(one.noun == role.noun for one in found.roles)


def _describe(
    known: Resolution, words: str, found: Thread | None, owner: Thread | None
) -> Description:
    """What the words of a description that speaks say."""
    relatives = frozenset[int]()
    if owner is not None:
        family = known.register.bearers.relatives(owner.family)
        relatives = named_relatives(words, owner, family, known.register.kin)
    uses, times = known.directory.uses(words)
    return Description(
        found,
        owner,
        relatives,
        is_anaphor=words.lower() in wording.ANAPHORS,
        uses=uses,
        times=times,
    )


def _owner(known: Resolution, i: int) -> Thread | None:
    """Whom the pronoun that a description begins with means: "her mother"."""
    if i + 1 >= len(known.mentions) or known.mentions[i + 1].start != known.mentions[i].start:
        return None
    if known.mentions[i + 1].reference is not Reference.PRONOUN:
        return None
    return called_here(known.scene, i) or known.pronoun(i + 1)


def _related_back(known: Resolution, i: int, words: str, owner: Thread | None) -> Thread | None:
    """Whom "her brother" means where she was called somebody's sister when first told of."""
    if owner is None:
        return None
    mentions = known.mentions
    before = (j for j in reversed(owner.mentions[: settings.HOLDERS]) if j + 1 < len(mentions))
    told = (
        (_kin_told(known, j), whose)
        for j in before
        if mentions[j].reference is not Reference.PRONOUN
        and mentions[j + 1].start == mentions[j].start
        and (whose := known.thread_of.get(j + 1)) is not None
        and whose is not owner
        and agree(mentions[i].gender, whose.gender)
    )
    return related_back(words, told)


def _kin_told(known: Resolution, j: int) -> str:
    """The noun of mention *j* that somebody owns: "sister" in "his sister Holm"."""
    mention = known.mentions[j]
    named = mention.reference is Reference.NAME
    token = known.analysis.token_at(mention.start) + 1 if named else mention.head
    return known.analysis.lowers[token]


def _speaks_for(known: Resolution, i: int) -> Thread | None:
    """Whose voice description *i* is: “Come,” said her voice."""
    voice = owner_of_voice(known.analysis, known.mentions, i)
    voice = heard_before(known.analysis, known.mentions, i) if voice is None else voice
    if voice is None:
        return None
    is_pronoun = known.mentions[voice].reference is Reference.PRONOUN
    return known.thread_of.get(voice) or (known.pronoun(voice) if is_pronoun else None)

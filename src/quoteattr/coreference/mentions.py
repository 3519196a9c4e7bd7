"""Who could speak: all mentions of a text, its names, descriptions and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.capitals import survey
from quoteattr.coreference.names.cast_mentions import beside_given, given_mentions
from quoteattr.coreference.names.finding import find_names
from quoteattr.coreference.names.forms import read_name
from quoteattr.coreference.names.name_words import FIRM_ROLES, is_camel, is_firm
from quoteattr.coreference.names.offices import body_start, role_start
from quoteattr.coreference.names.papers import names_paper, titled
from quoteattr.coreference.names.rows import find_rows
from quoteattr.coreference.names.runs import runs
from quoteattr.coreference.nesting import Nesting
from quoteattr.coreference.nominals.extents import last_word
from quoteattr.coreference.nominals.finding import find_nominals
from quoteattr.coreference.nominals.partitives import start_of_all
from quoteattr.coreference.overlap import settle
from quoteattr.coreference.talk.labels import names_role, side
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import HAVE, MODALS, is_subject
from quoteattr.lexicon import words
from quoteattr.records import Gender, Mention, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.capitals import Capitals
    from quoteattr.coreference.names.cast import Cast
    from quoteattr.coreference.names.runs import NameRun, Word
    from quoteattr.coreference.nominals.phrases import Nominal
    from quoteattr.records import QuotedSpan, Range

_SEAT: Final = regex.compile(r"(?: ?\([^()\r\n]{1,60}\)){1,3}")
_ASIDE: Final = regex.compile(r"[(\[][^)\]]*+[)\]]\.?\Z")
_EXPLETIVE_BE: Final = frozenset({"is", "was", "'s", "be", "been", "seems", "seemed", "appears"})
_BEFORE_BEEN: Final = HAVE | MODALS | {"also", "often", "long"}
_HEARD: Final = frozenset({"told", "informed", "warned", "advised", "asked", "assured", "notified"})
_EXPLETIVE_NEXT: Final = frozenset({"that", "to", "whether", "if"})
_EXPLETIVE_OBJECT: Final = frozenset({"clear", "possible", "impossible", "hard", "plain", "known"})


def find_mentions(
    analysis: Analysis,
    quoted: Sequence[QuotedSpan],
    cast: Cast | None = None,
    verbs: Set[int] = frozenset(),
) -> tuple[Mention, ...]:
    """Names, descriptions and pronouns that can refer to a speaker.

    Args:
        analysis: The columns of the text; more layers give better extents and kinds.
        quoted: Quoted stretches, to note which mentions stand inside one.
        cast: Characters that are given, whose names are looked for as well.
        verbs: Tokens of verbs that report, which are part of no mention: "the board | plans to".

    Returns:
        Mentions in text order, an outer one before those inside it; empty when there are none.
        They overlap only where an owner or an "of"-phrase names somebody as well: "the union's
        lawyer" and "the union"; and in a row of names that is a subject, "Ann Lee and Jo Berg", of
        which each is one too. A role and the name after it are one mention.
    """
    found = list(_without_verbs(analysis, runs(analysis), verbs))
    capitals = survey(analysis, found)
    inside = Nesting(quoted)
    names = list(label_mentions(analysis, quoted, inside))
    labels = {place for label in names for place in (label.start, label.end)}
    runs_of_names = find_names(analysis, found, capitals)
    aside = {token for place in _asides(analysis, names) for token in analysis.tokens(*place)}
    unlabelled = [
        name
        for name in runs_of_names
        if labels.isdisjoint((name.start, name.end)) and analysis.token_at(name.start) not in aside
    ]
    names += name_mentions(analysis, unlabelled, inside)
    names += handle_mentions(analysis, inside)
    if cast is not None and cast.characters:
        given = list(given_mentions(analysis, cast, inside))
        names = beside_given(analysis.text, names, given, cast)
    papers = titled(analysis)
    nominals = [
        nominal_mention(analysis, nominal, inside, papers)
        for nominal in find_nominals(analysis)
        if nominal.head not in verbs and is_credible(analysis, capitals, nominal, verbs)
    ]
    settled = settle(analysis, names, nominals, list(pronoun_mentions(analysis, inside)))
    rows = find_rows(analysis, settled)
    return tuple(sorted((*settled, *rows), key=lambda mention: (mention.start, -mention.end)))


def _without_verbs(
    analysis: Analysis, found: Iterable[list[Word]], verbs: Set[int]
) -> Iterator[list[Word]]:
    """Runs of capitals, cut at verbs that report: "Ann Lee | Slams Rosa Berg" in a headline.

    So at a participle that begins its sentence: "Entrusting | Rosa Berg with it was rash".
    """
    verbs = verbs | {first for first, _ in analysis.sentences if _is_participle(analysis, first)}
    starts = {analysis.starts[verb] for verb in verbs if analysis.words[verb][:1].isupper()}
    for run in found:
        part: list[Word] = []
        for word in run:
            if word.start in starts:
                if part:
                    yield part
                part = []
            else:
                part.append(word)
        if part:
            yield part


def _is_participle(analysis: Analysis, token: int) -> bool:
    """Whether a form in -ing is no name, by its tag or by the given name it governs."""
    word, following = (*analysis.lowers[token : token + 2], "")[:2]
    given = vocabulary.given_names()
    if not word.endswith("ing") or word in given or word in words("surnames"):
        return False
    governs = word not in vocabulary.place_names() and following in given
    acts = is_subject(analysis, token)  # Benning, whatever its tag, leaned over
    return (analysis.forms[token] == "VBG" and not acts) or governs


def name_mentions(
    analysis: Analysis, names: Sequence[NameRun], inside: Nesting
) -> Iterator[Mention]:
    """Mentions of names; a role right before is taken in: "former senator Ada Holm"."""
    for name in names:
        kind = name.kind or SpeakerKind.ORGANIZATION
        start = name.start
        nouns = (word.key in words("org_nouns") for word in name.words[name.first :])
        body = kind is SpeakerKind.ORGANIZATION and any(nouns)
        named = kind is not SpeakerKind.GROUP and not body  # the junior Reform Union
        if named and name.words[name.first].key not in vocabulary.place_names():
            start = role_start(analysis, name.start, name.end)
        if start < name.start:
            firm = kind is SpeakerKind.ORGANIZATION and (is_firm(name) or is_camel(name))
            keeps = firm or _is_body_by_noun(analysis, name, kind)
            kind = kind if keeps else SpeakerKind.PERSON
        elif kind is SpeakerKind.ORGANIZATION:
            start = body_start(analysis, name.start)
        gender = Gender.NEUTER if kind is SpeakerKind.ORGANIZATION else Gender.UNKNOWN
        if kind is SpeakerKind.PERSON:
            gender = read_name(analysis.text[start : name.end]).gender
        yield Mention(
            start=start,
            end=name.end,
            head=last_word(analysis, name.end),
            reference=Reference.NAME,
            kind=kind,
            gender=gender,
            number=Number.PLURAL if kind is SpeakerKind.GROUP else Number.SINGULAR,
            quoted=inside.at(name.words[-1].start),
        )


def _is_body_by_noun(analysis: Analysis, name: NameRun, kind: SpeakerKind) -> bool:
    """Whether a noun before a body's name may be of a body or a person: "broadcaster | NRK".

    Or may be of either, where the name shows that it is a body's: "landlord | Holm Estates".
    """
    before = analysis.token_at(name.start) - 1
    noun = analysis.lowers[before] if before >= 0 else ""
    shown = name.kind is SpeakerKind.ORGANIZATION and noun in FIRM_ROLES
    return kind is SpeakerKind.ORGANIZATION and (noun in words("org_nouns") or shown)


def _asides(analysis: Analysis, labels: Sequence[Mention]) -> Iterator[Range]:
    """What stands in brackets and names nobody who acts, where turns have *labels*.

    Behind a label, "SENATOR LOWE | (D-Marl)|: Why?", or between the turns, "[Crosstalk]".
    """
    for label in labels:
        match = _SEAT.match(analysis.text, label.end)
        if match is not None:
            yield match.span()
    for paragraph in analysis.paragraphs if labels else ():
        if _ASIDE.match(analysis.text, paragraph.start, paragraph.end):
            yield paragraph.start, paragraph.end


def label_mentions(
    analysis: Analysis, quoted: Sequence[QuotedSpan], inside: Nesting
) -> Iterator[Mention]:
    """Speakers' names before a transcript's turns: "HOLM: We will go"; "Q" and "CLERK" are none."""
    for span in quoted:
        if span.label is None or span.label[0] >= span.label[1] or not len(analysis):
            continue
        start, end = span.label
        label = analysis.text[start:end]
        is_role = bool(side(label)) or names_role(label)
        yield Mention(
            start=start,
            end=end,
            head=last_word(analysis, end),
            reference=Reference.NOMINAL if is_role else Reference.NAME,
            kind=SpeakerKind.UNNAMED if is_role else SpeakerKind.PERSON,
            gender=read_name(label.title()).gender,
            quoted=inside.at(start),
        )


def handle_mentions(analysis: Analysis, inside: Nesting) -> Iterator[Mention]:
    """Names of accounts: "@ada_holm"."""
    for token in [i for i, word in enumerate(analysis.words) if word[0] == "@" and len(word) > 1]:
        yield Mention(
            start=analysis.starts[token],
            end=analysis.ends[token],
            head=token,
            reference=Reference.NAME,
            kind=SpeakerKind.PERSON,
            quoted=inside.at(analysis.starts[token]),
        )


def is_credible(analysis: Analysis, capitals: Capitals, nominal: Nominal, verbs: Set[int]) -> bool:
    """Whether a description is more than words of a headline or of a title ("Daily Report").

    In a headline it is one right before a verb that reports: "Former Holm Aide | Says Bay Is Safe".
    """
    if analysis.paragraphs[analysis.paragraph_at(analysis.starts[nominal.head])].start in (
        capitals.headlines
    ):
        return nominal.last in verbs
    capital = analysis.words[nominal.head][:1].isupper()
    if not capital or nominal.noun.kind is SpeakerKind.UNNAMED:
        return True
    first = analysis.lowers[nominal.first]
    return nominal.first == nominal.head or first in vocabulary.determiners()


def nominal_mention(
    analysis: Analysis, nominal: Nominal, inside: Nesting, papers: Set[str] = frozenset()
) -> Mention:
    """The mention of a description, which names a body where "The" belongs to a name: *papers*."""
    noun = nominal.noun
    if names_paper(analysis, nominal, papers):
        kind, number = SpeakerKind.ORGANIZATION, Number.SINGULAR
        noun = evolve(noun, kind=kind, number=number, gender=Gender.NEUTER)
    owner = vocabulary.pronouns().get(analysis.lowers[nominal.first])
    if noun.group == "address" and owner is not None:
        noun = evolve(noun, gender=owner.gender)  # Her Excellency
    return Mention(
        start=analysis.starts[nominal.first],
        end=analysis.ends[nominal.last - 1],
        head=nominal.head,
        reference=Reference.NOMINAL,
        kind=noun.kind,
        gender=noun.gender,
        number=noun.number,
        quoted=inside.at(analysis.starts[nominal.head]),
    )


def pronoun_mentions(analysis: Analysis, inside: Nesting) -> Iterable[Mention]:
    """Personal pronouns; not "it" without reference ("It is clear that")."""
    known = vocabulary.pronouns()
    for token in [i for i, word in enumerate(analysis.lowers) if word in known]:
        form = known[analysis.lowers[token]]
        if analysis.words[token] == "US" or is_expletive(analysis, token):
            continue
        yield Mention(
            start=analysis.starts[start_of_all(analysis, token)],
            end=analysis.ends[token],
            head=token,
            reference=Reference.PRONOUN,
            kind=pronoun_kind(form.gender, form.number),
            gender=form.gender,
            number=form.number,
            quoted=inside.at(analysis.starts[token]),
        )


def pronoun_kind(gender: Gender, number: Number) -> SpeakerKind:
    """What a pronoun's form suggests."""
    if gender is Gender.NEUTER:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.GROUP if number is Number.PLURAL else SpeakerKind.PERSON


def is_expletive(analysis: Analysis, token: int) -> bool:
    """Whether "it" refers to nobody: "It is clear that", "made it clear", "it seems"."""
    lowers = analysis.lowers
    if lowers[token] != "it" or token + 2 >= len(analysis):
        return False
    be = token + 1
    while lowers[be] in _BEFORE_BEEN and be + 2 < len(analysis):
        be += 1  # it may also have been said that
    if lowers[be] in _EXPLETIVE_BE:
        heard = be > token + 1 and lowers[be + 1] in _HEARD
        return not heard and not _EXPLETIVE_NEXT.isdisjoint(lowers[be + 1 : be + 5])
    return be == token + 1 and lowers[be] in _EXPLETIVE_OBJECT

"""Which mentions belong together: names first, then descriptions and pronouns in text order."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.clusters import lay_over, unite
from quoteattr.coreference.describing import whom_described
from quoteattr.coreference.names.naming import Register
from quoteattr.coreference.names.rows import in_groups
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.ahead import first_named
from quoteattr.coreference.pronouns.binding import (
    is_newcomer,
    rank_description,
    rank_pronoun,
    shares,
)
from quoteattr.coreference.pronouns.led import led_to
from quoteattr.coreference.pronouns.scene import Scene
from quoteattr.coreference.pronouns.scoring import parts
from quoteattr.coreference.roles.directory import Directory
from quoteattr.coreference.roles.entities import to_chains
from quoteattr.coreference.roles.given_roles import read_roles
from quoteattr.coreference.roles.leads import named_after_opening
from quoteattr.coreference.roles.nameless import is_capacity
from quoteattr.coreference.roles.styled import read_styles
from quoteattr.coreference.roles.titled_leads import titled_after_opening
from quoteattr.coreference.talk.addressed_genders import vote_by_address
from quoteattr.coreference.talk.called_names import find_called_names
from quoteattr.coreference.talk.interview import find_interview
from quoteattr.coreference.talk.interview_labels import who_is_labelled
from quoteattr.coreference.talk.introductions import find_introduced
from quoteattr.coreference.talk.letters import find_greeted, find_signer
from quoteattr.coreference.talk.narrator import (
    find_narratee,
    find_narrator,
    is_narratee,
)
from quoteattr.coreference.talk.set_off import find_set_off
from quoteattr.coreference.talk.sources import covered, named_speakers
from quoteattr.coreference.talk.told_names import find_told_names
from quoteattr.coreference.talk.turns import find_talk
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.reasons import reason
from quoteattr.records import HE_OR_SHE, Chains, Gender, Mention, Number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.cast import Cast
    from quoteattr.coreference.pronouns.binding import Ranked
    from quoteattr.coreference.pronouns.speaking import Description
    from quoteattr.records import QuotedSpan, Range


def resolve(
    analysis: Analysis,
    mentions: Sequence[Mention],
    quoted: Sequence[QuotedSpan],
    sources: Sequence[Range],
    clusters: Sequence[Sequence[Range]] = (),
    cast: Cast | None = None,
    told: Set[Range] = frozenset(),
) -> Chains:
    """The entities behind the mentions of a text.

    Args:
        analysis: The columns of the text.
        mentions: What `find_mentions` gave.
        quoted: Quoted stretches of the text.
        sources: Ranges outside quotations where a cue says that somebody speaks, in text order.
        clusters: What another system found: for each entity the stretches that mean it.
        cast: Characters that are given.
        told: Those of *sources* that speak only in what another says.

    Returns:
        All mentions in text order, entities in order of first mention, and which belongs to
        which. First and second person pronouns inside quotations stay unresolved.
    """
    return Resolution(analysis, mentions, quoted, sources, clusters, cast, told).run()


class Resolution:
    """One pass over the mentions of one text."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[Mention],
        quoted: Sequence[QuotedSpan],
        sources: Sequence[Range],
        clusters: Sequence[Sequence[Range]] = (),
        cast: Cast | None = None,
        told: Set[Range] = frozenset(),
    ) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.register = Register(analysis, mentions, cast)
        self.register.read()
        self.threads = self.register.threads
        self.thread_of = self.register.thread_of
        self.clusters = lay_over(analysis, mentions, clusters)
        unite(self.clusters, self.thread_of)
        self.notes: dict[int, str] = {}
        self.meant: dict[int, list[tuple[Thread, float]]] = {}
        self.directory = Directory(analysis, mentions, self.threads, self.thread_of)
        is_source = covered(mentions, sources)
        talk = find_talk(analysis, mentions, quoted, is_source, self.thread_of)
        self.scene = Scene(
            analysis=analysis,
            mentions=mentions,
            quoted=quoted,
            is_source=is_source,
            told=frozenset() if talk.is_story else covered(mentions, sorted(told)),
            threads=self.thread_of,
            speakers=named_speakers(analysis, mentions, is_source, self.thread_of),
            talk=talk,
            in_groups=in_groups(mentions),
        )
        self.narrator = find_narrator(analysis, mentions, self.threads, talk)
        if self.narrator is not None:
            self.narrator.narrates = True
        self.labels = {span.label for span in quoted if span.label is not None}
        self.named_by_label = {
            thread.index for i, thread in self.thread_of.items() if self.is_label(i)
        }
        self.narratee = find_narratee(analysis, mentions, talk)
        known = analysis, mentions, self.thread_of
        self.interview = find_set_off(*known, quoted) or find_interview(*known)
        self.scene.interview = self.interview
        self.signer = find_signer(self.scene)
        if self.signer is not None and len(self.signer.mentions) == 1:
            self.scene.signer = self.signer
        self.scene.greeted = find_greeted(self.scene)
        self.narratee = self.narratee or self.scene.greeted

    def run(self) -> Chains:
        """Read roles, then resolve what has no name, in text order."""
        known = self.register.forms, self.directory
        if self.scene.talk.is_dialogue:
            for i, thread in read_styles(*known, self.is_label).items():
                self.attach(i, thread)
        for i, thread in read_roles(*known).items():
            self.attach(i, thread)
        opening = titled_after_opening(self.scene, *known)
        opening |= named_after_opening(self.scene, *known)
        for i, thread in (opening | who_is_labelled(self.scene, self.threads)).items():
            self.attach(i, thread)
            thread.vote(self.mentions[i].gender, settings.NOUN_VOTE)
        vote_by_address(self.scene)
        for i in sorted(self.clusters.of.keys() & self.thread_of.keys()):
            self.clusters.learn(i, self.thread_of[i])
        for i in range(len(self.mentions)):
            if i not in self.thread_of:
                self.attach_unnamed(i)
            found = self.thread_of.get(i)
            if found is not None:
                self.clusters.learn(i, found)
                found.seen += 1
                outer = i in self.scene.is_source and i not in self.scene.told
                if outer and self.mentions[i].quoted is None:
                    self.scene.last_source = found
        called = find_called_names(self.scene) if self.scene.talk.is_story else {}
        self.give_names(called | find_told_names(self.scene) | find_introduced(self.scene))
        met = self.interview
        sides = (met.guest, met.host) if met is not None and met.turns else (None, None)
        return to_chains(
            self.analysis,
            self.mentions,
            self.threads,
            self.thread_of,
            self.notes,
            self.meant,
            sides,
        )

    def is_label(self, i: int) -> bool:
        """Whether mention *i* is the label of a turn: "CLERK:"."""
        return (self.mentions[i].start, self.mentions[i].end) in self.labels

    def attach(self, i: int, thread: Thread) -> None:
        """Put mention *i* on a thread, and take it from the one it was on."""
        known = self.thread_of.get(i)
        if known is not None:
            known.mentions.remove(i)
        self.thread_of[i] = thread
        insort(thread.mentions, i)

    def give_names(self, introduced: Mapping[int, Thread]) -> None:
        """Let those with a name be who has none elsewhere: “I am Max Holm,” said a stout man."""
        given: dict[int, Thread] = {}
        for i, named in introduced.items():
            nameless = self.thread_of.get(i)
            if nameless is None:
                self.attach(i, named)
                continue
            is_nameless = nameless.kind is SpeakerKind.UNNAMED and not nameless.narrates
            if is_nameless and agree(nameless.gender, named.gender):
                self.thread_of |= dict.fromkeys(nameless.mentions, named)
                named.absorb(nameless)
                given[nameless.index] = named
        for i, ranked in self.meant.items() if given else ():
            self.meant[i] = [(given.get(thread.index, thread), share) for thread, share in ranked]

    def attach_unnamed(self, i: int) -> None:
        """Resolve a mention without a name, and let a pronoun tell the gender of whom it means."""
        mention = self.mentions[i]
        thread = self.clusters.thread(i)
        if thread is not None:
            self.notes[i] = f"{thread.name}, by the clusters that were given"
        elif mention.reference is Reference.NOMINAL:
            thread = None if is_capacity(self.scene, i) else whom_described(self, i)
        else:
            thread = self.pronoun(i)
        if thread is None:
            return
        self.attach(i, thread)
        is_pronoun = mention.reference is Reference.PRONOUN
        told = mention.quoted is not None and thread.gender is Gender.UNKNOWN
        if told and (thread.kind is SpeakerKind.UNNAMED or not self.scene.talk.is_story):
            return  # “He lied,” a nurse said. She wept.
        if is_pronoun and mention.gender in HE_OR_SHE:
            thread.vote(mention.gender, settings.PRONOUN_VOTE)

    def pronoun(self, i: int) -> Thread | None:
        """The entity that a pronoun means, None where that cannot be known yet."""
        mention = self.mentions[i]
        form = vocabulary.pronouns()[self.analysis.lowers[mention.head]]
        if form.person == 3:
            return self.bind(i)
        met = None if self.interview is None else self.interview.meant(self.analysis, mention)
        if met is not None:
            return met
        if i in self.scene.is_source and is_narratee(self.analysis, mention):
            return self.narratee
        if form.person == 1 and form.number is Number.SINGULAR and mention.quoted is None:
            return self.first_person()
        return None

    def bind(self, i: int) -> Thread | None:
        """The entity that the opening of the sentence leads to, else the likeliest before *i*."""
        led = led_to(self.scene, i)
        found = self.best(i, rank_pronoun(self.scene, i)) if led is None else led
        return found or first_named(self.scene, i)

    def bind_description(self, i: int, description: Description) -> Thread | None:
        """Whom description *i* means where it speaks, None for somebody new."""
        ranked = rank_description(self.scene, i, description)
        if not ranked:
            return description.described
        return None if is_newcomer(ranked[0], description) else self.best(i, ranked)

    def best(self, i: int, ranked: Sequence[Ranked]) -> Thread | None:
        """The most likely of *ranked*, and why, if mention *i* speaks."""
        if not ranked:
            return None
        if i in self.scene.is_source:
            named = [(one.candidate.thread.name, one.score) for one in ranked]
            self.notes[i] = reason(named, lambda k: parts(self.scene, ranked[k].candidate))
            is_pronoun = self.mentions[i].reference is Reference.PRONOUN
            if is_pronoun and ranked[0].candidate.place is not None:
                self.meant[i] = shares(ranked)
        return ranked[0].candidate.thread

    def first_person(self) -> Thread:
        """The one who tells the text."""
        self.narrator = self.narrator or self.signer
        if self.narrator is None:
            self.narrator = Thread(index=len(self.threads), kind=SpeakerKind.UNNAMED, name="I")
            self.threads.append(self.narrator)
        self.narrator.narrates = True
        return self.narrator

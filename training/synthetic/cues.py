"""Reporting verbs and what stands around them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from training.synthetic.lists import fixed, rows
from training.synthetic.nouns import flat_name
from training.synthetic.people import People, Speaker
from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting verb, its forms, and the frames it takes (see cues.tsv)."""

    weight: int
    past: str
    present: str
    plural: str
    gerund: str
    participle: str
    lemma: str
    takes: str


@cache
def cues() -> tuple[Cue, ...]:
    """All reporting verbs of cues.tsv."""
    return tuple(Cue(int(row[0]), *row[1:]) for row in rows("cues.tsv"))


@cache
def _adjuncts(place: str) -> tuple[Phrase, ...]:
    return tuple(chain(text) for where, text in rows("adjuncts.tsv") if where == place)


class Verbs:
    """Draws reporting verbs as phrases: bare, with auxiliaries, with adverbs."""

    def __init__(self, rng: random.Random, people: People) -> None:
        self._rng, self._people = rng, people

    def cue(self, takes: str) -> Cue:
        """A verb that takes all the given frames, drawn by weight."""
        fit = [c for c in cues() if all(t in c.takes for t in takes)]
        return self._rng.choices(fit, [c.weight for c in fit])[0]

    def finite(self, cue: Cue, speaker: Speaker, *, plain: bool = False) -> Phrase:
        """“said”, “says”, “has said”, “would not say”: agreeing with the speaker."""
        rng = self._rng
        chance = rng.random()
        if plain or chance < 0.88:
            if rng.random() < 0.74:
                made = word(cue.past, "VBD", cue.lemma)
            elif speaker.plural:
                made = word(cue.plural, "VBP", cue.lemma)
            else:
                made = word(cue.present, "VBZ", cue.lemma)
            if not plain and rng.random() < 0.09:
                made = join(("advmod", rng.choice(_adjuncts("before"))), (HEAD, made))
            return made
        return self._with_auxiliary(cue, speaker)

    def _with_auxiliary(self, cue: Cue, speaker: Speaker) -> Phrase:
        rng = self._rng
        has, was = ("have", "were") if speaker.plural else ("has", "was")
        made: list[Part]
        choice = rng.randrange(6)
        if choice <= 1:
            made = [("aux", word(has, "VBP" if speaker.plural else "VBZ", "have"))]
            head = word(cue.participle, "VBN", cue.lemma)
        elif choice == 2:
            made = [("aux", word("had", "VBD", "have"))]
            head = word(cue.participle, "VBN", cue.lemma)
        elif choice == 3:
            made = [("aux", word("did", "VBD", "do")), ("advmod", word("not", "RB"))]
            head = word(cue.lemma, "VB", cue.lemma)
        elif choice == 4:
            made = [("aux", word(rng.choice(("would", "could", "will", "should")), "MD"))]
            head = word(cue.lemma, "VB", cue.lemma)
        else:
            made = [("aux", word(was, "VBD", "be"))]
            head = word(cue.gerund, "VBG", cue.lemma)
        if choice < 3 and rng.random() < 0.3:
            made.append(("advmod", rng.choice(_adjuncts("before"))))
        return join(*made, (HEAD, head))

    def adjunct(self, chance: float) -> list[Part]:
        """With the given chance one adjunct that follows the cue, sometimes two."""
        rng = self._rng
        parts: list[Part] = []
        while rng.random() < chance and len(parts) < 2:
            phrase = self._place() if rng.random() < 0.12 else rng.choice(_adjuncts("after"))
            parts.append((phrase.words[phrase.root].dep or "obl", phrase))
        return parts

    def _place(self) -> Phrase:
        return join(("case", word("in", "IN")), (HEAD, self._people.place()))

    def hearer(self) -> Phrase:
        """“reporters”, “the BBC”, “him”, “a crowd”."""
        rng = self._rng
        chance = rng.random()
        if chance < 0.3:
            return chain(rng.choice(fixed("hearer")))
        if chance < 0.5:
            return word(rng.choice(("me", "him", "her", "them", "us", "you")), "PRP")
        if chance < 0.75:
            return self._people.organisation()
        if chance < 0.9:
            return self._people.last_name()
        return flat_name([rng.choice(("Reuters", "CNN", "AFP", "Politico", "ABC"))], "ORG")

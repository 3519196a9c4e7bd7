"""Speakers: invented names of many cultures, roles, organisations, pronouns."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from training.synthetic.lists import Culture, cultures, fixed, listed
from training.synthetic.nouns import comma, common, flat_name, proper, with_of
from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word
from training.wordlists import listed_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun phrase that can say something. ``plural`` decides say / says.

    ``closed`` is the phrase with the comma that ends its apposition, for use before a verb.
    """

    phrase: Phrase
    plural: bool = False
    pronoun: bool = False
    closed: Phrase | None = None

    def before_verb(self) -> Phrase:
        """The phrase as it stands before a verb."""
        return self.closed or self.phrase


class People:
    """Draws speakers. One instance per passage keeps nobody in mind: every draw is fresh."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    # -- names

    def culture(self) -> Culture:
        """A culture; a third of all draws are English."""
        every = cultures()
        return every[0] if self._rng.random() < 0.35 else self._rng.choice(every)

    def full_name(self) -> Phrase:
        """Given name, at times an initial or a second one, and family name."""
        culture, rng = self.culture(), self._rng
        given = rng.choice(rng.choice((culture.women, culture.men)))
        parts = [given]
        chance = rng.random()
        if chance < 0.10:
            parts.append(rng.choice("ABCDEFGHJKLMNPRSTW") + ".")
        elif chance < 0.16:
            parts.append(rng.choice(rng.choice((culture.women, culture.men))))
        parts += self.family(culture).split("_")
        return flat_name(parts)

    def family(self, culture: Culture) -> str:
        """A family name; particles are joined to it by "_"."""
        rng = self._rng
        name, chance = rng.choice(culture.families), rng.random()
        if chance < 0.03:
            return (
                f"{rng.choice(('de', 'van', 'von', 'al', 'bin', 'de_la', 'van_der', 'di'))}_{name}"
            )
        if chance < 0.06:
            return f"{name}-{rng.choice(culture.families)}"
        return name

    def last_name(self) -> Phrase:
        """A family name alone."""
        return flat_name(self.family(self.culture()).split("_")[-1:])

    def first_name(self) -> Phrase:
        """A given name alone."""
        culture = self.culture()
        return flat_name([self._rng.choice(self._rng.choice((culture.women, culture.men)))])

    def titled_name(self) -> Phrase:
        """“President Last”, “NATO Secretary-General First Last”, “Mr. Last”."""
        rng = self._rng
        title = proper(rng.choice(listed("roles.tsv")["title"]))
        owner = rng.random()
        if title.words[-1].form not in _PLAIN_TITLES:
            if owner < 0.12:
                title = join(("compound", self.organisation_name()), (HEAD, title))
            elif owner < 0.24:
                title = join(("nmod:poss", self.possessive(self.place())), (HEAD, title))
            elif owner < 0.32:
                title = join(("amod", word(rng.choice(_NATIONS), "JJ")), (HEAD, title))
            elif owner < 0.37:
                title = join(("amod", word(rng.choice(("Former", "former")), "JJ")), (HEAD, title))
        name = self.last_name() if rng.random() < 0.5 else self.full_name()
        return join(("nmod:desc", title), (HEAD, name))

    def described_name(self) -> Phrase:
        """“spokesman First Last”, “Acme chief executive First Last”."""
        rng = self._rng
        title = common(rng.choice(listed("roles.tsv")["lowtitle"]))
        if rng.random() < 0.4:
            title = join(("compound", self.organisation_name()), (HEAD, title))
        elif rng.random() < 0.3:
            title = join(("nmod:poss", self.possessive(self.organisation())), (HEAD, title))
        return join(("nmod:desc", title), (HEAD, self.full_name()))

    def _heavy(self) -> Speaker:
        """“Jane Doe, a spokeswoman for the bank”, “Jane Doe, who heads the bank”, “Doe, 41”."""
        rng = self._rng
        name = self.full_name() if rng.random() < 0.8 else self.titled_name()
        chance = rng.random()
        if chance < 0.2:
            clause = join(("punct", comma()), (HEAD, self.relative_clause()))
            phrase = join((HEAD, name), ("acl:relcl", clause))
            return Speaker(phrase, closed=join((HEAD, phrase), ("punct", comma())))
        extra = word(str(rng.randint(9, 93)), "CD") if chance < 0.3 else self.office()
        opened = join(("punct", comma()), (HEAD, extra))
        return Speaker(
            join((HEAD, name), ("appos", opened)),
            closed=join((HEAD, name), ("appos", join((HEAD, opened), ("punct", comma())))),
        )

    def office(self) -> Phrase:
        """“a spokeswoman for the bank”, “director of Acme”, “the town's mayor”."""
        rng, chance = self._rng, self._rng.random()
        role = common(rng.choice(listed("roles.tsv")["office"]))
        if chance < 0.25:
            return join(("nmod:poss", self.possessive(self.organisation())), (HEAD, role))
        owner = self.organisation() if rng.random() < 0.7 else self.place()
        of = join(("case", word(rng.choice(("of", "for", "at", "of")), "IN")), (HEAD, owner))
        if chance < 0.40:
            return join((HEAD, role), ("nmod", of))
        article = rng.choice(("the", "a", "the", "a former"))
        parts: list[Part] = [("det", word(article.split()[0], "DT"))]
        if " " in article:
            parts.append(("amod", word("former", "JJ")))
        elif article == "a" and role.words[0].form[0] in "aeiou":
            parts = [("det", word("an", "DT"))]
        return join(*parts, (HEAD, role), ("nmod", of))

    def relative_clause(self) -> Phrase:
        """“who heads the agency”, “who was not involved in the study”."""
        made = chain(self._rng.choice(fixed("relative")))
        if self._rng.random() < 0.5 and made.words[0].form == "who":
            return join(
                (HEAD, made), ("obl", join(("case", word("in", "IN")), (HEAD, self.place())))
            )
        return made

    # -- organisations, places, groups

    def organisation_name(self) -> Phrase:
        """An organisation that takes no article."""
        listing = listed("organisations.tsv")
        return proper(self._rng.choice(listing["-"])).named("ORG")

    def organisation(self) -> Phrase:
        """With its article where it takes one."""
        listing = listed("organisations.tsv")
        chance = self._rng.random()
        if chance < 0.4:
            return self.organisation_name()
        if chance < 0.7:
            name = with_of(self._rng.choice(listing["the"])).named("ORG")
            return join(("det", word("the", "DT")), (HEAD, name))
        thing = common(self._rng.choice(listed("roles.tsv")["thing"]))
        return join(("det", word("the", "DT")), (HEAD, thing))

    def place(self) -> Phrase:
        """A city or a country."""
        listing = listed("places.tsv")
        text = self._rng.choice(self._rng.choice((listing["cities"], listing["countries"])))
        if text.startswith("the "):
            return join(("det", word("the", "DT")), (HEAD, proper(text[4:]).named("LOC")))
        return flat_name(text.split(), "LOC")

    def possessive(self, owner: Phrase) -> Phrase:
        """The phrase with its possessive ending."""
        mark = "'s" if self._rng.random() < 0.4 else "’s"
        return join((HEAD, owner), ("case", word(mark, "POS", "'s")))

    def pronoun(self) -> Speaker:
        """A personal pronoun in the nominative."""
        form = self._rng.choices(("he", "she", "they", "I", "we", "it"), (45, 35, 8, 5, 4, 5))[0]
        return Speaker(word(form, "PRP"), plural=form in {"they", "we", "I"}, pronoun=True)

    # -- speakers

    def speaker(self, *, allow_pronoun: bool = True, allow_heavy: bool = True) -> Speaker:
        """A speaker of any kind, drawn as often as news has it (roughly)."""
        kinds: list[tuple[int, Callable[[], Speaker]]] = [
            (20, self._named(self.full_name)),
            (16, self._named(self.last_name)),
            (2, self._named(self.first_name)),
            (13, self._named(self.titled_name)),
            (6, self._named(self.described_name)),
            (8, self._organisation),
            (7, self._role),
            (7, self._crowd),
            (5, self._person),
            (2, self._some),
            (2, self._couple),
        ]
        if allow_pronoun:
            kinds.append((22, self.pronoun))
        if allow_heavy:
            kinds.append((10, self._heavy))
        return self._rng.choices([k for _, k in kinds], [w for w, _ in kinds])[0]()

    def _named(self, draw: Callable[[], Phrase]) -> Callable[[], Speaker]:
        return lambda: Speaker(draw())

    def _organisation(self) -> Speaker:
        return Speaker(self.organisation())

    def _role(self) -> Speaker:
        rng = self._rng
        role = common(rng.choice(listed("roles.tsv")["office"]))
        if rng.random() < 0.3:
            return Speaker(join(("nmod:poss", self.possessive(self.organisation())), (HEAD, role)))
        made = join(("det", word("the", "DT")), (HEAD, role))
        if rng.random() < 0.3:
            of = join(("case", word("of", "IN")), (HEAD, self.organisation()))
            made = join((HEAD, made), ("nmod", of))
        return Speaker(made)

    def _crowd(self) -> Speaker:
        return Speaker(
            common(self._rng.choice(listed("roles.tsv")["crowd"]), plural=True), plural=True
        )

    def _person(self) -> Speaker:
        rng = self._rng
        noun = common(rng.choice(listed("roles.tsv")["person"]))
        article = rng.choice(("a", "one", "another", "the", "a"))
        if article == "a" and noun.words[0].form[0] in "aeiou":
            article = "an"
        made = join(
            (
                "nummod" if article == "one" else "det",
                word(article, "CD" if article == "one" else "DT"),
            ),
            (HEAD, noun),
        )
        if rng.random() < 0.25:
            made = join(
                (HEAD, made),
                (
                    "nmod",
                    join(
                        ("case", word(rng.choice(("for", "at", "from")), "IN")),
                        (HEAD, self.organisation()),
                    ),
                ),
            )
        return Speaker(made)

    def _some(self) -> Speaker:
        form = self._rng.choice(
            ("some", "many", "others", "most", "one", "both", "nobody", "everyone")
        )
        tag = {"others": "NNS", "one": "CD", "nobody": "NN", "everyone": "NN"}.get(form, "DT")
        return Speaker(word(form, tag), plural=form not in {"one", "nobody", "everyone"})

    def _couple(self) -> Speaker:
        second = join(("cc", word("and", "CC")), (HEAD, self.full_name()))
        return Speaker(join((HEAD, self.full_name()), ("conj", second)), plural=True)


_PLAIN_TITLES = frozenset(listed_words("plain_titles"))


_NATIONS = listed_words("nations")

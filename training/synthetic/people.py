"""Speakers: invented names of many cultures, roles, organisations, pronouns."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word
from training.wordlists import listed_words


def rows(file: str) -> list[list[str]]:
    """The tab-separated rows of a data file, comments left out."""
    text = (files("training.synthetic") / "data" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@cache
def fixed(kind: str) -> tuple[str, ...]:
    """The small trees of one kind, to be read by ``chain``."""
    return tuple(words for key, words in rows("fixed.tsv") if key == kind)


@dataclass(frozen=True, slots=True)
class Culture:
    """Given names of women and men, and family names."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@cache
def cultures() -> tuple[Culture, ...]:
    """One entry per culture, English first."""
    held: dict[str, dict[str, list[str]]] = {}
    for culture, kind, names in rows("names.tsv"):
        held.setdefault(culture, {}).setdefault(kind, []).extend(names.split())
    return tuple(Culture(tuple(c["f"]), tuple(c["m"]), tuple(c["s"])) for c in held.values())


@cache
def listed(file: str) -> dict[str, tuple[str, ...]]:
    """The entries of a two-column data file by key."""
    return {row[0]: tuple(row[1].split(";")) for row in rows(file)}


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


def comma() -> Phrase:
    """A comma."""
    return word(",", ",")


def flat_name(parts: list[str], label: str = "PERSON") -> Phrase:
    """A name in the treebank manner: the first word heads, the others are ``flat``."""
    joined: list[Part] = []
    for part in parts:
        for number, piece in enumerate(hyphenated(part)):
            if piece == "-":
                joined[-1] = (joined[-1][0], joined[-1][1].tight())
            made = word(piece, "HYPH" if piece == "-" else "NNP", piece, space=piece != "-")
            joined.append((HEAD if not joined else "punct" if number % 2 else "flat", made))
    return join(*joined).named(label)


def proper(text: str) -> Phrase:
    """A right-headed proper compound: "Foreign Minister", "Acme Energy"."""
    return compound(text, "NNP")


def common(text: str, *, plural: bool = False) -> Phrase:
    """A right-headed common compound: "chief executive", "police spokesman"."""
    return compound(text, "NNS" if plural else "NN")


_ADJECTIVES = frozenset(listed_words("role_adjectives"))


def compound(text: str, tag: str) -> Phrase:
    """The last word heads; words before it are adjectives of a short list or ``compound``."""
    if "/" in text:
        return chain(text)
    pieces = hyphenated(text)
    parts: list[Part] = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if piece == "-":
            parts.append(("punct", word("-", "HYPH", space=False)))
            parts[-2] = (parts[-2][0], parts[-2][1].tight())
        elif last:
            parts.append((HEAD, word(piece, tag, _singular(piece) if tag == "NNS" else piece)))
        elif piece in _ADJECTIVES and tag != "NNP":
            parts.append(("amod", word(piece, "JJ")))
        else:
            parts.append(("compound", word(piece, "NNP" if piece[0].isupper() else "NN", piece)))
    return join(*parts)


def hyphenated(text: str) -> list[str]:
    """Words as the treebanks cut them: hyphens stand alone."""
    return text.replace("-", " - ").split()


def with_of(text: str) -> Phrase:
    """“Ministry of Foreign Affairs”: what follows "of” or “for” hangs on the first part."""
    for link in (" of ", " for "):
        first, found, rest = text.partition(link)
        if found:
            after = join(("case", word(link.strip(), "IN")), (HEAD, proper(rest)))
            return join((HEAD, proper(first)), ("nmod", after))
    return proper(text.replace("'", "’")) if "'" not in text else flat_free(text)


def flat_free(text: str) -> Phrase:
    """“Workers' Union”: a possessive inside."""
    owner, rest = text.split("' ")
    owned = join((HEAD, proper(owner)), ("case", word("'", "POS", "'s")))
    return join(("nmod:poss", owned), (HEAD, proper(rest)))


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

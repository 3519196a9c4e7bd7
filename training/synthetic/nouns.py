"""Noun phrases as the treebanks build them: names flat, compounds right-headed."""

from __future__ import annotations

from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word
from training.wordlists import listed_words


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

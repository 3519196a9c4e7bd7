"""The forms of English verbs by rule: `deny`, `denies`, `denied`, `denying`."""

from __future__ import annotations

from enum import Enum
from typing import Final

_VOWELS: Final = frozenset("aeiou")


class Form(str, Enum):
    """Inflection of a reporting verb; past and participle look alike for most."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    FIXED = "fixed"
    NOUN = "noun"
    LABEL = "label"


def inflections(lemma: str, irregular: str = "-") -> list[tuple[str, Form]]:
    """The forms of an English verb: base, -s, past, participle, -ing.

    Args:
        lemma: The base form.
        irregular: "past,participle" or "past,participle,gerund"; "-" where all are by rule.
    """
    given = irregular.split(",") if irregular != "-" else []
    past = given[0] if given else _past(lemma)
    participle = given[1] if given else past
    gerund = given[2] if len(given) > 2 else _gerund(lemma)
    found = [
        (lemma, Form.BASE),
        (third_person(lemma), Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (gerund, Form.GERUND),
    ]
    if lemma.endswith("l") and past == lemma + "ed" and _ends_in_one_vowel(lemma):
        found += [(lemma + "led", Form.PAST), (lemma + "ling", Form.GERUND)]  # British: signalled
    return found


def third_person(lemma: str) -> str:
    """The -s form of a verb, or the plural of a noun."""
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _ends_in_one_vowel(lemma: str) -> bool:
    """Whether a single vowel stands before the last letter: `signal`, not `reveal`."""
    return lemma[-2:-1] in _VOWELS and lemma[-3:-2] not in _VOWELS


def _doubled(lemma: str) -> str:
    """`quip` becomes `quipp-`: one vowel between consonants in a word of one syllable."""
    body = lemma.replace("qu", "q")
    single = sum(letter in _VOWELS for letter in body) == 1
    if single and body[-2:-1] in _VOWELS and body[-1] not in _VOWELS and body[-1] not in "wxy":
        return lemma + lemma[-1]
    return lemma

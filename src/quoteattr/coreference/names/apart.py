"""Which names cannot be one person's because sentences name both: "Mrs. Holm called Rosa"."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr.coreference import settings
from quoteattr.coreference.names import limits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.records import Mention


@define
class Company:
    """How often names stand side by side in a sentence, by what is written of them.

    Attributes:
        times: Sentences that hold a name.
        both: Sentences that hold two of them.
        shorts: What stands without a given name, or for a single name by itself.
    """

    times: Counter[str] = field(factory=Counter)
    both: Counter[tuple[str, str]] = field(factory=Counter)
    shorts: set[str] = field(factory=set)

    def calls(self, nickname: str, full: str) -> bool:
        """Whether *nickname* may be how somebody is called who is also called *full* alone."""
        return full in self.shorts and not self.parts(nickname, full)

    def parts(self, short: str, other: str) -> bool:
        """Whether *short* ("mrs holm", "holm") and *other* ("rosa") are seen to be two persons.

        Nobody is named twice in a sentence by two names, a "Miss" aside whom a speech in the
        sentence calls by her first name. A title more or less parts only a "Mrs." from her
        husband, and a rare name with a title yields to a frequent one.
        """
        title, _, name = short.rpartition(" ")
        if short == other.rpartition(" ")[2] or (name == other and title != "mrs"):
            return False
        if " " in other and self.times[other] < self.times[short]:
            return False
        together = self.both[short, other]
        rarer = min(self.times[short], self.times[other])
        return together >= limits.APART_TIMES and together >= _least_share(short) * rarer


def _least_share(short: str) -> float:
    if short.startswith("miss "):
        return limits.MISSES_APART
    return limits.APART_SHARE if " " in short else limits.OTHERS_APART


def short_key(form: NameForm) -> str:
    """What a name without given name is counted under: "mrs holm", "holm"; "" for a full name."""
    return "" if form.given else " ".join((*form.titles[-1:], form.family))


def keep_company(
    analysis: Analysis, mentions: Sequence[Mention], forms: Mapping[int, NameForm]
) -> Company:
    """Count which names of persons share a sentence; the narrator's and each speech's apart."""
    company = Company()
    shorts: set[str] = set()
    others: set[str] = set()
    place: tuple[int, int | None] | None = None
    for i, form in forms.items():
        mention = mentions[i]
        here = (analysis.sentence_of[mention.head], mention.quoted)
        if here != place:
            _count(company, shorts, others)
            place, shorts, others = here, set(), set()
        if len(others) < settings.SPEAKERS:
            short = short_key(form)
            others.add(short or form.given[0])
            if short:
                shorts.add(short)
    _count(company, shorts, others)
    return company


def _count(company: Company, shorts: set[str], others: set[str]) -> None:
    company.times.update(others)
    company.shorts.update(shorts)
    company.both.update(pair for pair in product(shorts, others) if pair[0] != pair[1])

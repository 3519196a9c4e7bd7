"""Whether the words of two names may be one person's: titles, given names, spellings, nicknames."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.forms import SET_OFF
from quoteattr.coreference.names.keys import is_initial, spelling
from quoteattr.coreference.names.titles import title_kind
from quoteattr.lexicon import table
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_APART: Final = (
    *({"mrs", "miss"}, {"lady", "miss"}, {"mr", "mrs"}, {"mr", "miss"}, {"mr", "ms"}, {"jr", "sr"}),
    *({"mrs", "rank"}, {"miss", "rank"}),
)
_LADIES: Final = frozenset({"mrs", "miss", "lady"})
_SAINTS: Final = frozenset({"saint", "san", "santa", "santo"})
_GENERATIONS: Final = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr"}


def find_elders(
    forms: Iterable[NameForm], both: Mapping[tuple[str, str], int]
) -> frozenset[tuple[str, str]]:
    """Titles and surnames of who is told apart from younger relatives by bearing them alone.

    Where "Mr. John Holm" is a standing form, "Mr. Holm" is somebody else, if sentences name *both*,
    "mr holm" and "john".
    """
    full: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    bare: Counter[tuple[str, str]] = Counter()
    for form in forms:
        for title in form.titles[-1:]:
            if form.given:
                full[title, form.family][form.given[0]] += 1
            else:
                bare[title, form.family] += 1
    return frozenset(
        key
        for key, given in full.items()
        if limits.TITLED_IN_FULL <= given.total() < bare[key]
        and any(both.get((" ".join(key), name), 0) for name in given)
    )


def title_gender(form: NameForm) -> Gender:
    """Gender shown by the titles alone."""
    genders = vocabulary.title_genders()
    shown = [genders.get(t, Gender.UNKNOWN) for t in form.titles]
    return next((g for g in shown if g is not Gender.UNKNOWN), Gender.UNKNOWN)


def shown_titles(form: NameForm) -> list[str]:
    """The titles that show a gender: "mrs"."""
    genders = vocabulary.title_genders()
    return [t for t in form.titles if genders.get(t, Gender.UNKNOWN) is not Gender.UNKNOWN]


@cache
def ladies() -> frozenset[str]:
    """Titles that follow the name of a lady, or of her husband: "Karim Begum"."""
    return frozenset(word for word, row in table("name_suffixes").items() if row["kind"] == "title")


def is_ladys(thread: Thread, form: NameForm) -> bool:
    """Whether a surname alone is not for who is "Miss Holm" or "Mrs. Holm" elsewhere."""
    alone = not form.titles and same_family(form.family, thread.family)
    return alone and not _LADIES.isdisjoint(thread.courtesy)


def is_wifes(thread: Thread, form: NameForm) -> bool:
    """Whether a surname alone is not for who has no name but her husband's: "Mrs. Holm"."""
    return not form.titles and "mrs" in thread.courtesy and not thread.given


def is_only_told_of(thread: Thread, form: NameForm, mentions: Sequence[Mention]) -> bool:
    """Whether a "Mrs. Holm" is hardly who only others name in full: “Her name is Ada Holm”."""
    if "mrs" not in form.titles or "mrs" in thread.courtesy or not thread.given:
        return False
    return all(mentions[i].quoted is not None for i in thread.mentions)


def generation(form: NameForm) -> set[str]:
    """What tells a son from a father, "jr" and "sr", and an officer from his wife: "rank"."""
    found = {_GENERATIONS[suffix] for suffix in form.suffix if suffix in _GENERATIONS}
    ranked = any(title_kind(title) == "military" for title in form.titles)
    if ranked and form.gender is not Gender.FEMALE:
        found.add("rank")
    return found


def agree(one: Gender, other: Gender) -> bool:
    """Whether two genders may belong to one entity."""
    return Gender.UNKNOWN in (one, other) or one is other


def courteous(thread: Thread, form: NameForm) -> bool:
    """Whether titles may be one person's: not "Mrs. Holm", "Miss Holm"; "Holm Jr.", "Holm Sr."."""
    titles = set(form.titles) | generation(form)
    if ladies().isdisjoint(titles) is not ladies().isdisjoint(thread.courtesy):
        return False  # Karim, Karim Begum
    return not any(
        pair & titles and (pair - titles) & thread.courtesy and not pair <= titles
        for pair in _APART
    )


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: "John", "John F.", "J.F."; not "John", "Jack"."""
    first, second = one[0], other[0]
    if first == second or is_rest(one, other) or is_rest(other, one):
        return True
    if is_set_off(first, other) or is_set_off(second, one):
        return True
    if is_initial(first.upper()) or is_initial(second.upper()):
        return first[0] == second[0]
    return is_variant(first, second)


def is_rest(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a family name of several words follows: "Garcia Holm" after "Ines Garcia Holm"."""
    inner = len(other) < len(one) and one[-len(other) :] == other
    return inner and (other[0] in _SAINTS or other[0] not in vocabulary.given_names())


def is_begun(thread: Thread, form: NameForm) -> bool:
    """Whether one name is the other without its end: "Anna Lvovna" of "Anna Lvovna Holm".

    The end is one of names: not in "Anna Lvovna - the younger".
    """
    one, other = (*thread.given, thread.family), (*form.given, form.family)
    short, full = sorted((one, other), key=len)
    if not thread.given or len(short) == len(full) or full[: len(short)] != short:
        return False
    if not all(word.isalpha() for word in full[len(short) :]):
        return False
    return courteous(thread, form) and agree(thread.gender, form.gender)


def is_set_off(called: str, given: tuple[str, ...]) -> bool:
    """Whether a name stands in marks among given names: "ray" in "Raymond “Ray” Holm"."""
    return any(name[0] in SET_OFF and name.strip(SET_OFF) == called for name in given)


def is_nickname(nickname: str, full: str) -> bool:
    """Whether a given name is short for another: "kate" for "katherine"."""
    return full in full_forms(nickname)


def full_forms(given: str) -> tuple[str, ...]:
    """The names that a nickname may stand for: "kate" gives "katherine", "catherine"."""
    row = table("nicknames").get(given)
    return () if row is None else tuple(row["full"].split(","))


def same_family(one: str, other: str) -> bool:
    """Whether two family names are one, particles aside: "van der Berg", "Berg"."""
    return one == other or one.rpartition(" ")[2] == other.rpartition(" ")[2]


def is_variant(one: str, other: str) -> bool:
    """Whether two long names differ only in how their end is spelt: "Zelensky", "Zelenskyy".

    Or two names in their accents: "Zoë", "Zoe".
    """
    return one != other and spelling(one) == spelling(other)


def rank_name(name: str) -> tuple[bool, bool, int]:
    """How good a name is to show: several words, not all in capitals nor from a heading, long."""
    return " " in name and " OF " not in name, not name.isupper(), len(name)

"""Whether the text says nothing against a person's being whom a lead describes.

"The head of the railway has resigned. Ada Holm told reporters ...": not "Ada Holm, a baker, told".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.roles.body_names import sort_of
from quoteattr.coreference.roles.fitting import NARROWER, match

if TYPE_CHECKING:
    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Role, Thread

AGE: Final = regex.compile(r",? \(?\d{1,3}[,)]")
"""An age after a name: "Ada Holm, 54,"."""
_TOLD: Final = regex.compile(
    r" \(\p{Lu}|,? \(?(?:of|from|at|with|for|who|whose|an?|the|its|his|her|\d+)\b"
)
_DEGREE: Final = "dr"
_TURNS: Final = frozenset({"then", "but", "while", "and"})
"""Words before the name of another than spoke: "The mayor said no. Then Ada Holm replied"."""


def is_bare(scene: Scene, named: int, *, past_age: bool = False) -> bool:
    """Whether a name stands without a word of who it is: not "Ada Holm of Velm", "a baker".

    Nor as another's who answers: "Then Ada Holm replied". An age is one, but *past_age*.
    """
    if scene.words_before[named] in _TURNS:
        return False
    text, end = scene.analysis.text, scene.mentions[named].end
    age = AGE.match(text, end) if past_age else None
    return _TOLD.match(text, end if age is None else age.end()) is None


def may_hold(scene: Scene, first: int, thread: Thread, *, once: bool = False) -> bool:
    """Whether nothing the text says of a person speaks against an office.

    Not even an age where it names them first: who is introduced by it is another, unless the office
    was held *once*. What somebody once was, and a "Dr", says nothing.
    """
    named = scene.mentions[thread.mentions[0]].end
    aged = not once and AGE.match(scene.analysis.text, named) is not None
    other = any(_tells(role) for role in thread.roles)
    return agree(scene.mentions[first].gender, thread.gender) and not aged and not other


def _tells(role: Role) -> bool:
    """Whether a role says what somebody is now."""
    once = role.noun == "year-old" or "former" in role.modifiers
    return not once and plain(role.text) != _DEGREE


def has_office(form: NameForm) -> bool:
    """Whether more than a degree stands before a name: not "Dr Ada Holm"."""
    return bool(form.role) and plain(form.role) != _DEGREE


def is_held(directory: Directory, role: Role) -> bool:
    """Whether the text gives the office to somebody by name; to be head of a firm is another.

    So is that of another body: "the head of the railway", "the chairwoman of the safety board". Nor
    is it known which firm somebody heads: "the boss of an airline", "NATS boss Juho Ek".
    """
    of_firm = any(sort_of(word) == "firm" for word in role.modifiers)
    return any(
        match(role, given) >= NARROWER
        and role.group in (given.group, *given.broader)
        and not (of_firm and given.names and role.modifiers.isdisjoint(given.modifiers))
        for thread in directory.threads
        for given in thread.roles
    )

"""Characters that a caller names: who may speak in a text, and what they are called there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from quoteattr.errors import ArgumentTypeError, ArgumentValueError

if TYPE_CHECKING:
    from attrs import Attribute

GENDERS: Final = ("female", "male")


def _checked_name(argument: str, value: object) -> str:
    if not isinstance(value, str):
        raise ArgumentTypeError(argument, value, "a string")
    if not any(map(str.isalnum, value)):
        raise ArgumentValueError(argument, value, "a name with a letter or digit")
    return " ".join(value.split())


def _name(value: object) -> str:
    return _checked_name("name", value)


def _aliases(value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ArgumentTypeError("aliases", value, "an iterable of strings, not one string")
    return tuple(_checked_name("aliases", alias) for alias in value)


@frozen(order=True)
class Character:
    """A person who may speak in a text, as the caller knows them.

    Attributes:
        name: What the speaker is called in the results.
        aliases: Other names the text uses: `Miss Arden`, `Polly`, `the Duchess`.
        gender: "female", "male", or None where it is not known.

    Raises:
        ArgumentTypeError: A field has the wrong type.
        ArgumentValueError: A name has no letter, or *gender* is none of those.
    """

    name: str = field(converter=_name)
    aliases: tuple[str, ...] = field(default=(), converter=_aliases)
    gender: str | None = field(default=None)

    @gender.validator
    def _is_known(self, attribute: Attribute[str | None], value: object) -> None:
        if value is not None and not isinstance(value, str):
            raise ArgumentTypeError(attribute.name, value, "a string or None")
        if value is not None and value not in GENDERS:
            raise ArgumentValueError(attribute.name, value, f"None, {' or '.join(GENDERS)}")

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


def chosen_characters(characters: object) -> tuple[Character, ...]:
    """The cast a caller named; a string stands for a character without aliases.

    Raises:
        ArgumentTypeError: *characters* is one string, or no iterable of characters and strings.
        ArgumentValueError: A name has no letter, or two characters have one name.
    """
    accepted = "None or an iterable of Character or strings"
    if characters is None:
        return ()
    if isinstance(characters, str | bytes | dict) or not isinstance(characters, Iterable):
        raise ArgumentTypeError("characters", characters, accepted)
    cast: dict[str, Character] = {}
    for one in characters:
        if not isinstance(one, str | Character):
            raise ArgumentTypeError("characters", one, accepted)
        character = one if isinstance(one, Character) else Character(one)
        if character.name in cast:
            raise ArgumentValueError("characters", character.name, "characters of different names")
        cast[character.name] = character
    return tuple(cast.values())

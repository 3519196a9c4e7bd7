"""Who bears a word in their name."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr.coreference.names import limits
from quoteattr.coreference.names.keys import spelling
from quoteattr.coreference.names.variants import is_variant, same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.threads import Thread


@define(eq=False)
class Bearers:
    """The named persons of a text by the words of their names."""

    _by_word: dict[str, list[Thread]] = field(factory=lambda: defaultdict(list), init=False)
    _by_stem: dict[str, list[Thread]] = field(factory=lambda: defaultdict(list), init=False)

    def add(self, thread: Thread, form: NameForm) -> None:
        """Let the words that may name the bearer of a name alone lead to *thread*."""
        for word in form.alone:
            if thread not in self._by_word[word]:
                self._by_word[word].append(thread)
        self._by_stem[spelling(form.family)].append(thread)

    def of(self, word: str) -> Sequence[Thread]:
        """Who has *word* in their names."""
        return self._by_word.get(word, ())

    def family(self, name: str) -> Iterator[Thread]:
        """Who has this family name, however its end is spelt."""
        yield from (thread for thread in self.of(name) if same_family(thread.family, name))
        for thread in self._by_stem.get(spelling(name), ()):
            if is_variant(thread.family, name):
                yield thread

    def relatives(self, name: str) -> Sequence[Thread]:
        """Who is mentioned and has *name* in their names, in order of first mention."""
        found = (thread for thread in self.of(name) if thread.mentions)
        return list(islice(found, limits.RELATIVES))

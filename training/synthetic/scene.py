"""What a layout is handed: the draws it needs, and quotation marks of one style."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.synthetic.content import Clauses, Contents, as_that_clause, lowered, placeholder
from training.synthetic.cues import Cue, Verbs
from training.synthetic.nouns import comma
from training.synthetic.people import People, Speaker
from training.synthetic.phrase import HEAD, Part, Phrase, join, word

MARKS: tuple[tuple[int, str, str], ...] = ((66, "“", "”"), (24, '"', '"'), (10, "‘", "’"))
"""Weight, opening, closing. Straight marks stay rarer: the library turns them before parsing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage in the making. ``framed``: contents of whole quotations become ``QUOTE``."""

    rng: random.Random
    people: People
    verbs: Verbs
    contents: Contents
    opening: str
    closing: str
    framed: bool

    @classmethod
    def draw(cls, rng: random.Random, clauses: Clauses, *, framed: bool) -> Scene:
        """A scene with marks of one style."""
        _, opening, closing = rng.choices(MARKS, [m[0] for m in MARKS])[0]
        people = People(rng)
        return cls(
            rng=rng,
            people=people,
            verbs=Verbs(rng, people),
            contents=Contents(clauses, rng),
            opening=opening,
            closing=closing,
            framed=framed,
        )

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.rng.random() < probability

    # -- contents

    def whole(self) -> tuple[Phrase, str]:
        """A content fit to stand alone and its end mark; a placeholder in a frame."""
        phrase, end = self.contents.ended()
        return (placeholder() if self.framed else phrase), end

    def quoted_before_cue(self) -> Phrase:
        """“We will win,” : the comma and the marks hang on the content."""
        phrase, end = self.whole()
        mark = comma() if end == "." else word(end, ".")
        outside = end == "." and self.chance(0.08)
        if outside:
            return join(
                ("punct", self._open()),
                (HEAD, phrase),
                ("punct", self._close()),
                ("punct", comma()),
            )
        return join(
            ("punct", self._open()), (HEAD, phrase), ("punct", mark), ("punct", self._close())
        )

    def quoted_whole(self) -> Phrase:
        """“We will win.”"""
        phrase, end = self.whole()
        return join(
            ("punct", self._open()),
            (HEAD, phrase),
            ("punct", word(end, ".")),
            ("punct", self._close()),
        )

    def quoted_part(self, phrase: Phrase, mark: str | None = None) -> Phrase:
        """Marks around a phrase, with an optional comma or stop inside."""
        inside: list[Part] = [("punct", word(mark, "," if mark == "," else "."))] if mark else []
        return join(("punct", self._open()), (HEAD, phrase), *inside, ("punct", self._close()))

    def marks(self) -> tuple[Phrase, Phrase]:
        """The opening and the closing mark."""
        return self._open(), self._close()

    def _open(self) -> Phrase:
        return word(self.opening, "``", '"', space=False)

    def _close(self) -> Phrase:
        return word(self.closing, "''", '"')

    def statement(self) -> Phrase:
        """Reported in the reporter's words: lower case."""
        return lowered(self.contents.statement())

    def reported(self, cue: Cue) -> Phrase:
        """An indirect content as the cue takes it, sometimes with a part in marks."""
        phrase = self.contents.statement()
        if self.chance(0.18):
            phrase = self._partly_quoted(phrase)
        if "w" in cue.takes and "t" not in cue.takes:
            asked = word(self.rng.choice(("whether", "if")), "IN")
            return join(("mark", asked), (HEAD, lowered(phrase)))
        bare = "b" in cue.takes and self.chance(0.5)
        return lowered(phrase) if bare else as_that_clause(phrase)

    def _partly_quoted(self, phrase: Phrase) -> Phrase:
        """Marks around the last constituent of a clause, where one ends it."""
        words, root, last = phrase.words, phrase.root, len(phrase.words) - 1
        node = last
        while words[node].head not in (root, -1):
            node = words[node].head
        below = [i for i in range(len(words)) if _hangs_on(phrase, i, node)]
        if node == root or below != list(range(below[0], last + 1)) or below[0] < 2:
            return phrase
        rest = replace_words(phrase, 0, below[0])
        if rest is None:
            return phrase
        part = replace_words(phrase, below[0], last + 1)
        if part is None:
            return phrase
        return join((HEAD, rest), (words[node].dep, self.quoted_part(part)))

    # -- the reporting clause

    def speaker(self, **options: bool) -> Speaker:
        """A speaker of any kind."""
        return self.people.speaker(**options)

    def stop(self) -> Part:
        """The full stop of a sentence."""
        return ("punct", word(".", "."))


def replace_words(phrase: Phrase, start: int, end: int) -> Phrase | None:
    """The words start..end as a phrase of their own, or nothing where they have several roots."""
    words = []
    roots = 0
    for item in phrase.words[start:end]:
        inside = start <= item.head < end
        roots += not inside
        words.append(replace(item, head=item.head - start if inside else -1))
    if roots != 1:
        return None
    return Phrase(
        tuple(words),
        tuple(
            replace(n, start=n.start - start, end=n.end - start)
            for n in phrase.names
            if n.start >= start and n.end <= end
        ),
        frozenset(i - start for i in phrase.doubtful if start <= i < end),
    )


def _hangs_on(phrase: Phrase, node: int, ancestor: int) -> bool:
    while node != -1 and node != ancestor:
        node = phrase.words[node].head
    return node == ancestor

"""The likeliest sequence of speakers: what speaks for each, and who follows whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Path = tuple["int | None", "_Path | None"]


@frozen
class Link:
    """One turn in the sequence.

    Attributes:
        speakers: Who may speak, each with what speaks for them.
        same: What it counts that the speaker of the turn before speaks again.
        second: What it counts that the last but one speaker does.
        met: What it counts how often the speaker and the one before are heard together.
    """

    speakers: Mapping[int | None, float]
    same: float
    second: float
    met: float = 0.0


def likeliest(
    links: Sequence[Link], met: Mapping[tuple[int, int], float] | None = None
) -> list[int | None]:
    """The sequence of speakers with the highest sum of what speaks for each and of the bonds.

    *met* tells of two speakers how much they are heard after each other.
    """
    met = met or {}
    best: dict[tuple[int | None, int | None], tuple[float, _Path | None]] = {
        (None, None): (0.0, None)
    }
    for link in links:
        following: dict[tuple[int | None, int | None], tuple[float, _Path | None]] = {}
        for (second, last), (total, path) in best.items():
            for speaker, own in link.speakers.items():
                reached = total + own
                if speaker is not None:
                    reached += bond(link, (second, last, speaker), met)
                known = following.get((last, speaker))
                if known is None or reached > known[0]:
                    following[last, speaker] = (reached, (speaker, path))
        best = following
    path = max(best.values(), key=lambda one: one[0])[1]
    speakers: list[int | None] = []
    while path is not None:
        speakers.append(path[0])
        path = path[1]
    return speakers[::-1]


def bond(
    link: Link,
    speakers: tuple[int | None, int | None, int],
    met: Mapping[tuple[int, int], float],
) -> float:
    """What it counts that the last but one, the last and this turn have these *speakers*."""
    second, last, speaker = speakers
    if speaker == last:
        return link.same
    bond = link.second if speaker == second else 0.0
    return bond if last is None else bond + link.met * met.get((last, speaker), 0.0)

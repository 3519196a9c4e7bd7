"""Coreference from outside: the protocol, and what a callable gave, checked."""

from __future__ import annotations

from collections.abc import Iterable
from operator import index
from typing import TYPE_CHECKING, Protocol

from quoteattr.errors import ArgumentTypeError, ArgumentValueError

if TYPE_CHECKING:
    from quoteattr.records import Range

_ARGUMENT = "coreference"
_CLUSTERS = "a callable that gives clusters, each of (start, end) pairs of integers"


class CoreferenceBackend(Protocol):
    """Finds who is who: the clusters of a text, each the stretches that mean one entity.

    Offsets are half-open and count the Unicode code points of the text. Clusters, and the stretches
    in one, may come in any order; stretches may overlap. No clusters means that nothing is known.
    """

    def __call__(self, text: str, /) -> Iterable[Iterable[tuple[int, int]]]:
        """The clusters of *text*."""


def chosen_backend(backend: object) -> CoreferenceBackend | None:
    """The backend a caller named, None for none.

    Raises:
        ArgumentTypeError: *backend* cannot be called.
    """
    if backend is not None and not callable(backend):
        raise ArgumentTypeError(_ARGUMENT, backend, "a callable from a text to clusters, or None")
    return backend


def read_clusters(backend: CoreferenceBackend, text: str) -> tuple[tuple[Range, ...], ...]:
    """What *backend* says about *text*: each cluster in text order, repetitions left out.

    Raises:
        ArgumentTypeError: What came are no clusters of pairs of integers.
        ArgumentValueError: A stretch is empty, reversed, or reaches past the end of the text.
    """
    return tuple(
        tuple(sorted({_stretch(pair, len(text)) for pair in _listed(cluster)}))
        for cluster in _listed(backend(text))
    )


def _listed(value: object) -> Iterable[object]:
    if not isinstance(value, Iterable) or isinstance(value, str | bytes):
        raise ArgumentTypeError(_ARGUMENT, value, _CLUSTERS)
    return value


def _stretch(pair: object, length: int) -> Range:
    try:
        start, end = map(index, _listed(pair))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ArgumentTypeError(_ARGUMENT, pair, _CLUSTERS) from None
    if not 0 <= start < end <= length:
        accepted = f"a callable whose pairs have 0 <= start < end <= {length} for this text"
        raise ArgumentValueError(_ARGUMENT, (start, end), accepted)
    return start, end

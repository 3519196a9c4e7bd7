"""The shared encoder, quicker: rows of known words are kept, layers do no more than they must.

Nothing of what is saved changes, and training computes everything as spaCy does.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

REMEMBERED_WORDS = 20_000
"""Embedding rows kept, about 8 MB; when they are full the store starts anew. A news article brings
some 500 new words, so it fills once in forty articles or more."""


def quicken(encoder: Any) -> None:
    """Compute the embedding of each different word once, and the layers without detours."""
    embed, encode = encoder.get_ref("embed"), encoder.get_ref("encode")
    embed._func = _Rows(embed._func)
    encode._func = _Layers(encode._func)


class _Layers:
    """The forward pass of the convolutions, a quarter of the time.

    The same products, maxima and norms, but written into few arrays, and without the steps that
    only learning needs.
    """

    def __init__(self, plain: Callable[[Any, Any, bool], Any]) -> None:
        self._plain = plain

    def __call__(self, model: Any, rows: Any, is_train: bool) -> Any:
        if is_train:
            return self._plain(model, rows, is_train)
        ops, pad = model.ops, model.attrs["pad"]
        state = ops.flatten(rows, pad=pad)
        for layer in model.layers[0].layers:
            window, maxout, norm = _cells(layer)
            state += _normed(_highest(ops.seq2col(state, window), maxout), norm)
        lengths = np.asarray([len(each) for each in rows])
        return ops.unflatten(state, lengths, pad=pad), lambda gradient: gradient


def _cells(layer: Any) -> tuple[int, Any, Any]:
    """Width of the window, maxout layer and norm of a convolution."""
    nodes = {node.name: node for node in layer.walk()}
    return nodes["expand_window"].attrs["window_size"], nodes["maxout"], nodes["layernorm"]


def _highest(columns: Any, maxout: Any) -> Any:
    """The greatest of each unit's pieces.

    The first pieces of all units are put side by side, then the second ones: the maximum of two
    whole arrays takes a fifth of the time of thinc's loop over pieces.
    """
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    units, pieces, inputs = weights.shape
    products = columns @ weights.transpose(1, 0, 2).reshape(units * pieces, inputs).T
    products += bias.T.reshape(-1)
    highest = products[:, :units].copy()
    for start in range(units, units * pieces, units):
        np.maximum(highest, products[:, start : start + units], out=highest)
    return highest


def _normed(values: Any, norm: Any) -> Any:
    """Each row with mean 0 and variance 1, scaled and shifted; written over *values*."""
    width = values.shape[1]
    values -= values.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", values, values) / width + 1e-8
    values *= (1 / np.sqrt(variance))[:, None]
    values *= norm.get_param("G")
    values += norm.get_param("b")
    return values


class _Rows:
    """The forward pass of the embedding, with rows kept by word.

    Threads may share it: a row is written before its key is known.
    """

    def __init__(self, plain: Callable[[Any, Any, bool], Any]) -> None:
        self._plain = plain
        self._lock = threading.Lock()
        self._known: tuple[dict[int, int], Any] = ({}, None)

    def __reduce__(self) -> tuple[type[_Rows], tuple[Any]]:
        """Another process begins with an empty store."""
        return _Rows, (self._plain,)

    def __call__(self, model: Any, docs: Any, is_train: bool) -> Any:
        if is_train:
            return self._plain(model, docs, is_train)
        extract, _, look_up, mix, _ = model.layers

        def compute(features: Any) -> Any:
            return mix.predict(look_up.predict(features))

        return self._of(extract.predict(docs), compute), lambda gradient: gradient

    def _of(self, features: list[Any], compute: Callable[[Any], Any]) -> list[Any]:
        """One array of rows per document, from its (words, features) array."""
        stacked = np.concatenate(features)
        factors = np.arange(1, 2 * stacked.shape[1], 2, dtype=stacked.dtype)
        keys = (stacked * factors).sum(axis=1).tolist()  # odd factors: all features count
        index, table = self._known
        places = list(map(index.get, keys))
        if None in places:
            index, table = self._learn(keys, stacked, compute)
            places = [index[key] for key in keys]
        rows = table[places]
        cuts = np.cumsum([len(f) for f in features])[:-1]
        return list(np.split(rows, cuts))

    def _learn(
        self, keys: list[int], stacked: Any, compute: Callable[[Any], Any]
    ) -> tuple[dict[int, int], Any]:
        """The store with the rows of all keys in it, or a new one where it is full."""
        with self._lock:
            index, table = self._known
            unseen = {key: place for place, key in enumerate(keys) if key not in index}
            if not unseen:  # another thread was faster
                return index, table
            if table is None or len(index) + len(unseen) > len(table):
                index, unseen, table = {}, {key: place for place, key in enumerate(keys)}, None
            made = compute(stacked[list(unseen.values())])
            if table is None:
                table = np.empty((max(REMEMBERED_WORDS, len(made)), made.shape[1]), dtype="float32")
            first = len(index)
            table[first : first + len(made)] = made
            index.update((key, first + n) for n, key in enumerate(unseen))
            self._known = (index, table)
            return index, table

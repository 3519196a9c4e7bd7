"""The spaCy pipeline that comes in the wheel: verified, unpacked in memory, loaded once."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
import zlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from quoteattr.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

    from spacy.language import Language

NAME = "en_quoteattr"
CHECKSUMS = "checksums.json"
CONFIG = "config.cfg"
META = "meta.json"
STATE = "state.msgpack.gz"

_lock = threading.Lock()
_loaded: Language | None = None


def load_pipeline() -> Language:
    """The shipped English pipeline as an ordinary spaCy ``Language``.

    Its components are a shared encoder (``tok2vec``), ``tagger`` (Penn tags), ``parser`` (Universal
    Dependencies labels and sentence boundaries), ``ner`` (PERSON, ORG, LOC) and ``lemmatizer``.
    spaCy is imported and the files are read on the first call; every later call, from any thread,
    gives the same object. Whoever wants to change it should load another copy with
    ``read_pipeline``.

    Raises:
        PipelineError: a file of the pipeline is missing or not what the checksums say.
    """
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = read_pipeline()
    return _loaded


def read_pipeline(folder: Traversable | None = None) -> Language:
    """A fresh copy of a packed pipeline.

    Args:
        folder: A folder written by ``training.pack``; the shipped one by default.

    Raises:
        PipelineError: a file is missing, damaged, or not written by ``training.pack``.
    """
    folder = files("quoteattr") / "models" / NAME if folder is None else folder
    config, meta, state = _verified(folder)
    try:
        return _assemble(config.decode("utf-8"), json.loads(meta), gzip.decompress(state))
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise PipelineError(STATE, f"unreadable ({error})") from error


def _verified(folder: Traversable) -> tuple[bytes, bytes, bytes]:
    """The three files, once their SHA-256 sums agree with the list."""
    try:
        expected = json.loads(_read(folder, CHECKSUMS))
    except ValueError as error:
        raise PipelineError(CHECKSUMS, f"unreadable ({error})") from error
    contents = []
    for name in (CONFIG, META, STATE):
        content = _read(folder, name)
        if hashlib.sha256(content).hexdigest() != expected.get(name):
            raise PipelineError(name, "damaged: its checksum is not the one it was shipped with")
        contents.append(content)
    return contents[0], contents[1], contents[2]


def _read(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise PipelineError(name, f"cannot be read ({error.strerror})") from error


def _assemble(config: str, meta: dict[str, Any], packed: bytes) -> Language:
    """Build the components from the config, then fill in labels and weights."""
    import srsly  # type: ignore[import-untyped]
    from spacy.util import load_model_from_config
    from thinc.api import Config, NumpyOps

    nlp = load_model_from_config(
        Config().from_str(config, interpolate=False), meta=meta, auto_fill=False, validate=False
    )
    state = srsly.msgpack_loads(packed)
    for label in state["strings"]:
        nlp.vocab.strings.add(label)
    ops = NumpyOps(use_blis=False)  # numpy's BLAS is 2.5 times as fast as blis on x86-64
    for name, pipe in nlp.pipeline:
        saved = state["components"].get(name)
        if saved is None:
            continue
        if "model" in saved:
            saved["model"] = srsly.msgpack_dumps(_widened(saved["model"]))
        pipe.from_bytes(srsly.msgpack_dumps(saved), exclude=["vocab"])
        for node in pipe.model.walk() if "model" in saved else ():
            node.ops = ops
    nlp._link_components()
    _remember_rows(nlp.get_pipe("tok2vec").model)
    return nlp


def _widened(model: dict[str, Any]) -> dict[str, Any]:
    """The weights of a model as float32, from the halves and bytes they were packed as."""
    for params in model["params"]:
        for name, value in params.items():
            if isinstance(value, dict):  # one byte per weight, one scale per row
                params[name] = value["bytes"].astype("float32") * value["scale"]
            elif value is not None:
                params[name] = value.astype("float32")
    return model


_MIXERS = (1, 3, 5, 7)  # odd factors, so that the sum tells the four hashes of a word apart
REMEMBERED_WORDS = 20_000
"""Embedding rows kept, about 8 MB; when they are full the store starts anew. A news article brings
some 500 new words, so it fills once in forty articles or more."""


def _remember_rows(encoder: Any) -> None:
    """Compute the embedding of each different word once, not once per occurrence.

    The first half of the encoder looks at one word alone, so its rows can be kept. This changes
    no result and nothing of what is saved; training computes every row as before.
    """
    embed = encoder.get_ref("embed")
    embed._func = _Rows(embed._func)


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
        """One array of rows per document, from its (words, 4) array of feature hashes."""
        import numpy as np

        stacked = np.concatenate(features)
        keys = (stacked * _MIXERS).sum(axis=1).tolist()
        index, table = self._known
        if any(key not in index for key in keys):
            index, table = self._learn(keys, stacked, compute)
        rows = table[[index[key] for key in keys]]
        cuts = np.cumsum([len(f) for f in features])[:-1]
        return list(np.split(rows, cuts))

    def _learn(
        self, keys: list[int], stacked: Any, compute: Callable[[Any], Any]
    ) -> tuple[dict[int, int], Any]:
        """The store with the rows of all keys in it, or a new one where it is full."""
        import numpy as np

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

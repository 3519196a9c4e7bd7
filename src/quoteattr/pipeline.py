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

    import quoteattr.parts.boundaries
    import quoteattr.parts.knownwords
    import quoteattr.parts.wordclasses  # noqa: F401 - the config names what they register
    from quoteattr.parts.encoder import quicken
    from quoteattr.parts.lemmas import remember_lemmas
    from quoteattr.parts.parsing import hold_the_lock

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
    hold_the_lock(nlp, "parser")
    nlp._link_components()
    quicken(nlp.get_pipe("tok2vec").model)
    remember_lemmas(nlp.get_pipe("lemmatizer"))
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

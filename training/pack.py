"""Write a trained pipeline in the small form that ships: text files, and one gzip of msgpack.

The state holds, for each component, what spaCy's own ``to_bytes`` holds, with the weights made
small: embedding tables as one byte per weight and one scale per row, all other weights as
half-precision floats. ``quoteattr.pipeline`` reads it back.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from quoteattr.pipeline import CHECKSUMS, CONFIG, META, STATE

VERSION = "0.1.0"
NO_TREE = 2**32 - 1
"""spaCy's mark for an edit tree without a branch."""
TABLE_ROWS = 1000
"""Arrays with this many rows are embedding tables. Rounding them to a byte moves LAS by less than
0.1, rounding the other layers by 0.2; the others are a third of the weights."""


def pack(nlp: Language, folder: Path) -> dict[str, int]:
    """Write the pipeline into ``folder``; gives the size of each file in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    components = {}
    strings: set[str] = set()
    for name, pipe in nlp.pipeline:
        if not hasattr(pipe, "to_bytes"):  # a rule without state
            continue
        saved = srsly.msgpack_loads(pipe.to_bytes(exclude=["vocab"]))
        if "model" in saved:
            saved["model"] = _small(srsly.msgpack_loads(saved["model"]))
        if "trees" in saved:
            saved = _without_unused_trees(saved)
        components[name] = saved
        strings |= _strings(pipe)
    state = srsly.msgpack_dumps({"strings": sorted(strings), "components": components})
    written = {
        CONFIG: nlp.config.to_str().encode("utf-8"),
        META: (json.dumps(_meta(nlp), indent=1, ensure_ascii=False) + "\n").encode("utf-8"),
        STATE: gzip.compress(state, mtime=0),  # xz saves 7% and costs 0.15 s of each load
    }
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in written.items()}
    written[CHECKSUMS] = (json.dumps(sums, indent=1) + "\n").encode("utf-8")
    for name, content in written.items():
        (folder / name).write_bytes(content)
    return {name: len(content) for name, content in written.items()}


def _without_unused_trees(saved: dict[str, Any]) -> dict[str, Any]:
    """A lemmatizer with the edit trees of its labels only, a twentieth of those it met."""
    settings = json.loads(saved["cfg"])
    trees = srsly.msgpack_loads(saved["trees"])["trees"]
    branches = ("prefix_tree", "suffix_tree")
    used: set[int] = set()
    queue = list(settings["labels"])
    while queue:
        tree = queue.pop()
        if tree not in used:
            used.add(tree)
            queue += [trees[tree][b] for b in branches if trees[tree].get(b, NO_TREE) != NO_TREE]
    place = {tree: i for i, tree in enumerate(sorted(used))} | {NO_TREE: NO_TREE}
    kept = [
        {key: place[value] if key in branches else value for key, value in trees[tree].items()}
        for tree in sorted(used)
    ]
    settings["labels"] = [place[tree] for tree in settings["labels"]]
    return saved | {"cfg": json.dumps(settings), "trees": srsly.msgpack_dumps({"trees": kept})}


def _strings(pipe: Any) -> set[str]:
    """What the component must find in the string store: labels, or the pieces of edit trees."""
    data = getattr(pipe, "label_data", None)
    if isinstance(data, dict) and "trees" in data:
        return {tree[k] for tree in data["trees"] for k in ("orig", "subst") if k in tree}
    labels = set(getattr(pipe, "labels", ()))
    return labels | {part for label in labels for part in label.split("||")}


def _meta(nlp: Language) -> dict[str, Any]:
    return {
        "lang": "en",
        "name": "quoteattr",
        "version": VERSION,
        "description": "Tags, lemmas, trees and names, for news with quotations",
        "license": "CC BY-SA 4.0",
        "spacy_version": nlp.meta["spacy_version"],
    }


def _small(model: dict[str, Any]) -> dict[str, Any]:
    for params in model["params"]:
        for name, value in params.items():
            if isinstance(value, np.ndarray):
                params[name] = _rounded(value)
    return model


def _rounded(weights: np.ndarray) -> Any:
    if weights.ndim == 2 and weights.shape[0] >= TABLE_ROWS:
        scale = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-12) / 127
        return {
            "bytes": np.rint(weights / scale).astype("int8"),
            "scale": scale.astype("float32"),
        }
    return weights.astype("float16")

"""Save and restore a run between steps: weights, optimizer, random state; no pickle."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Optimizer

from training.build import trained_models

STATE = "state.json"
ARRAYS = "arrays.npz"


def save(folder: Path, nlp: Language, optimizer: Optimizer, step: int, rng: random.Random) -> None:
    """Write a checkpoint; the folder holds the last one only, replaced file by file."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {}
    updates: dict[str, int] = {}
    for path, key, value in parameters(nlp):
        arrays[f"weight/{path}"] = value
        for kind, store in _stores(optimizer).items():
            if key in store:
                arrays[f"{kind}/{path}"] = store[key]
        updates[path] = int(optimizer.nr_update.get(key, 0))
    for path, node, name in nodes(nlp):
        if node.has_grad(name):  # the encoder's gradient waits for the next step
            arrays[f"gradient/{path}"] = node.get_grad(name)
    np.savez(folder / f"new-{ARRAYS}", **arrays)
    version, internal, gauss = rng.getstate()
    state = {"step": step, "rng": [version, list(internal), gauss], "updates": updates}
    (folder / f"new-{STATE}").write_text(json.dumps(state), encoding="utf-8")
    (folder / f"new-{ARRAYS}").replace(folder / ARRAYS)
    (folder / f"new-{STATE}").replace(folder / STATE)


def restore(folder: Path, nlp: Language, optimizer: Optimizer, rng: random.Random) -> int:
    """Bring a freshly initialised run to its last checkpoint; gives the step, 0 without one."""
    if not (folder / STATE).is_file():
        return 0
    state = json.loads((folder / STATE).read_text(encoding="utf-8"))
    version, internal, gauss = state["rng"]
    rng.setstate((version, tuple(internal), gauss))
    with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
        for path, key, value in parameters(nlp):
            value[...] = arrays[f"weight/{path}"]
            for kind, store in _stores(optimizer).items():
                if f"{kind}/{path}" in arrays:
                    store[key] = arrays[f"{kind}/{path}"]
            if state["updates"][path]:
                optimizer.nr_update[key] = state["updates"][path]
        for path, node, name in nodes(nlp):
            if f"gradient/{path}" in arrays:
                node.set_grad(name, arrays[f"gradient/{path}"])
    return int(state["step"])


def _stores(optimizer: Optimizer) -> dict[str, dict[Any, Any]]:
    stores = {"first": optimizer.mom1, "second": optimizer.mom2}
    if optimizer.averages is not None:
        stores["average"] = optimizer.averages
    return stores


def nodes(nlp: Language) -> list[tuple[str, Any, str]]:
    """Every weight array once: a stable path, the layer that holds it, its name there."""
    found, seen = [], set()
    for number, model in enumerate(trained_models(nlp)):
        for place, node in enumerate(model.walk()):
            for name in node.param_names:
                if node.has_param(name) and (node.id, name) not in seen:
                    seen.add((node.id, name))
                    found.append((f"{number}/{place}/{name}", node, name))
    return found


def parameters(nlp: Language) -> list[tuple[str, tuple[int, str], Any]]:
    """Every weight array: a stable path, the optimizer's key, the array itself."""
    return [(path, (node.id, name), node.get_param(name)) for path, node, name in nodes(nlp)]

"""One thread for small matrices.

A small pipeline multiplies matrices of a few hundred rows. numpy's BLAS would split each over all
cores and spend its time waiting: on two cores that are busy with other work, a fifth of the speed.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


@cache
def _controller() -> Any:
    return ThreadpoolController()


def one_blas_thread() -> AbstractContextManager[Any]:
    """While the context is open, BLAS works in the calling thread alone."""
    context: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return context

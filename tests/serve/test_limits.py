"""Worker processes: killed when they are slow, replaced when they die, waited for in turn."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

import anyio
from starlette.exceptions import HTTPException

from quoteattr.serve.limits import Limits, Workers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def run(story: Callable[[], Awaitable[None]]) -> None:
    """Run an asynchronous test."""
    anyio.run(story)


def test_slow_work_is_given_up_and_the_next_is_done() -> None:
    """What takes too long is answered with 504, and does not block what comes after it."""

    async def story() -> None:
        workers = Workers(Limits(seconds=1.5, workers=1))
        await workers.start(os.getpid)
        first = await workers.run(os.getpid)
        with pytest.raises(HTTPException) as slow:
            await workers.run(time.sleep, 60)
        assert slow.value.status_code == 504
        assert await workers.run(os.getpid) != first

    started = time.monotonic()
    run(story)
    assert time.monotonic() - started < 30


def test_who_finds_no_worker_in_time_is_told_to_come_back() -> None:
    """While all processes are busy, a request waits, and then gets 503."""

    async def story() -> None:
        limits = Limits(seconds=2, workers=1)
        workers = Workers(limits)
        await workers.start(os.getpid)
        statuses: list[int] = []

        async def ask(seconds: float) -> None:
            try:
                await workers.run(time.sleep, seconds)
            except HTTPException as error:
                statuses.append(error.status_code)

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(ask, 1.5)
        assert statuses == [503]

    run(story)


def test_a_worker_that_dies_is_replaced() -> None:
    """A crash of one process costs one request."""

    async def story() -> None:
        workers = Workers(Limits(workers=1))
        with pytest.raises(HTTPException) as died:
            await workers.run(os._exit, 1)
        assert died.value.status_code == 503
        assert await workers.run(abs, -1) == 1

    run(story)


@pytest.mark.parametrize("field", ["body", "seconds", "workers"])
def test_limits_are_checked(field: str) -> None:
    """A limit of nothing is a mistake."""
    with pytest.raises(ValueError, match=field):
        Limits(**{field: 0})

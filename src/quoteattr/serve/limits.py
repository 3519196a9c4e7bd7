"""What one request may take: bytes, seconds, and a worker process that can be killed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

import anyio
from anyio import to_process
from attrs import field, frozen
from attrs.validators import ge, gt
from starlette.exceptions import HTTPException

from quoteattr import config

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Result = TypeVar("Result")

TOO_LARGE, BUSY, TOO_SLOW = 413, 503, 504


@frozen(kw_only=True)
class Limits:
    """How much one request, and all of them together, may take.

    Attributes:
        body: Bytes of a request.
        seconds: How long a text may wait for a worker, and how long it may be worked on.
        workers: Processes, and so texts that are worked on at a time.
    """

    body: int = field(default=config.SERVE_BYTES, validator=ge(1))
    seconds: float = field(default=config.SERVE_SECONDS, validator=gt(0))
    workers: int = field(default=config.SERVE_WORKERS, validator=ge(1))


class BodyLimit:
    """Refuses a request as soon as its body is known to be too long."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app, self._limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting the bytes of its body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise HTTPException(TOO_LARGE, f"a request may have {self._limit:,} bytes")
            return message

        await self._app(scope, counted, send)


class Workers:
    """Processes that do the work, one text each; one that takes too long is killed."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._number = limits.workers
        self._free = anyio.Semaphore(limits.workers)
        self._slots = anyio.CapacityLimiter(limits.workers)

    async def start(self, warm: Callable[[], object]) -> None:
        """Start all processes, each with a call of *warm*."""
        async with anyio.create_task_group() as group:
            for _ in range(self._number):
                group.start_soon(partial(to_process.run_sync, warm, limiter=self._slots))

    async def run(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """The result of *function* in a process of its own.

        Raises:
            HTTPException: All processes were busy all the time (503), or it took too long (504).
        """
        with anyio.move_on_after(self._seconds) as waiting:
            await self._free.acquire()
        if waiting.cancelled_caught:
            raise HTTPException(BUSY, "all workers are busy", {"Retry-After": "1"})
        try:
            with anyio.move_on_after(self._seconds):
                result: Result = await to_process.run_sync(
                    function, *arguments, cancellable=True, limiter=self._slots
                )
                return result
        except anyio.BrokenWorkerProcess as error:
            raise HTTPException(BUSY, "a worker has died", {"Retry-After": "1"}) from error
        finally:
            self._free.release()
        raise HTTPException(TOO_SLOW, f"this text took longer than {self._seconds:g} seconds")

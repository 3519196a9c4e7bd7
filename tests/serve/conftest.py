"""One server for the tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.served import serving

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server with one process and room for 20,000 bytes."""
    with serving("--workers", "1", "--max-bytes", "20000") as address:
        yield address

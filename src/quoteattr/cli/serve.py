"""`quoteattr serve`: the engine behind HTTP."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from quoteattr import config
from quoteattr.cli.ending import quiet_end
from quoteattr.errors import MissingExtraError


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen at; 0.0.0.0 for every one.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any free one.")] = 8000,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes, and so texts worked on at a time.")
    ] = config.SERVE_WORKERS,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="How long a text may wait, and then be worked on.")
    ] = config.SERVE_SECONDS,
    max_bytes: Annotated[
        int, typer.Option(min=1, help="Bytes that a request may have.")
    ] = config.SERVE_BYTES,
) -> None:
    """Answer over HTTP: quotations as JSON at /extract, a page with a text box at /.

    Needs the extra quoteattr[serve]. The description of the API is at /openapi.json.
    """
    with quiet_end():
        for package in ("fastapi", "uvicorn"):
            if find_spec(package) is None:
                raise MissingExtraError("serve", package)
        import uvicorn

        from quoteattr.serve import Limits, create_app

        limits = Limits(body=max_bytes, seconds=seconds, workers=workers)
        uvicorn.run(create_app(limits), host=host, port=port)

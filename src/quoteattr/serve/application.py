"""The routes: quotations as JSON, a sign of life, and the page."""

# No postponed annotations: FastAPI reads them when the routes are made.
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictStr
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.page import page_of
from quoteattr.serve import problems, work
from quoteattr.serve.description import components
from quoteattr.serve.limits import BodyLimit, Limits, Workers


class Extraction(BaseModel):
    """A text, and what is wanted of it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[
        StrictStr,
        Field(description="Any text; offsets count its Unicode code points."),
    ]
    kinds: Annotated[
        list[QuoteKind] | None, Field(min_length=1, description="Kinds to return; null for all.")
    ] = None
    modes: Annotated[
        list[Mode] | None,
        Field(min_length=1, description="Modes to return; null for speech and writing."),
    ] = None
    min_confidence: Annotated[
        StrictFloat, Field(ge=0, le=1, description="Speakers less sure than this become null.")
    ] = 0.0


class Health(BaseModel):
    """A sign of life."""

    status: str
    version: str


def create_app(limits: Limits | None = None) -> FastAPI:
    """The application, with the limits given or the usual ones.

    Its processes start, and load the pipeline, before it takes requests; mounted in another
    application, with the first requests.
    """
    limits = limits or Limits()
    workers = Workers(limits)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await workers.start(work.warm)
        yield

    app = FastAPI(
        title="quoteattr",
        summary="Who said what: quotations and their speakers, out of any English text.",
        version=version("quoteattr"),
        lifespan=lifespan,
        docs_url=None,  # they would load scripts from the network
        redoc_url=None,
    )
    app.add_middleware(BodyLimit, limit=limits.body)
    app.add_exception_handler(HTTPException, problems.on_http_error)
    app.add_exception_handler(RequestValidationError, problems.on_invalid_request)
    app.add_exception_handler(Exception, problems.on_crash)
    _add_routes(app, workers)
    _describe(app)
    return app


def _add_routes(app: FastAPI, workers: Workers) -> None:
    answer = {"schema": {"$ref": "#/components/schemas/Quotations"}}
    found = {
        "description": "Top-level quotations in text order.",
        "content": {"application/json": answer},
    }

    @app.post(
        "/extract",
        summary="Find the quotations of a text",
        response_class=Response,
        responses={200: found, **problems.documented(400, 413, 415, 422, 503, 504)},
    )
    async def extract(wanted: Extraction) -> Response:
        """What was said in the text, and who said it."""
        body = await workers.run(work.quotations, *wanted.model_dump(mode="json").values())
        return Response(body, media_type="application/json")

    @app.get("/healthz", summary="Ask whether the server is up")
    async def healthz() -> Health:
        """A sign of life."""
        return Health(status="ok", version=version("quoteattr"))

    @app.get("/", include_in_schema=False)
    async def empty_page() -> HTMLResponse:
        return HTMLResponse(page_of("", [], title="quoteattr", asks=True))

    @app.post("/", include_in_schema=False)
    async def page(request: Request) -> HTMLResponse:
        form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=8)
        text = form.get("text", [""])[0].replace("\r\n", "\n")
        return HTMLResponse(await workers.run(work.page, text))


def _describe(app: FastAPI) -> None:
    """Put the published schema of quotations into the description of the API."""
    plain: Callable[[], dict[str, Any]] = app.openapi

    def described() -> dict[str, Any]:
        schema = plain()
        schema.setdefault("components", {}).setdefault("schemas", {}).update(components())
        return schema

    app.openapi = described

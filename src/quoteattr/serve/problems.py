"""What went wrong, always in one shape: problem details (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import HTMLResponse, JSONResponse, Response

from quoteattr.page import page_of

if TYPE_CHECKING:
    from fastapi.exceptions import RequestValidationError
    from starlette.exceptions import HTTPException
    from starlette.requests import Request

MEDIA_TYPE: Final = "application/problem+json"

SCHEMA: Final[dict[str, Any]] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "properties": {
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer", "description": "The status of the answer."},
        "detail": {"type": "string", "description": "What went wrong, in a sentence."},
        "errors": {
            "type": "array",
            "description": "What is wrong with single fields.",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
                "required": ["field", "message"],
            },
        },
    },
    "required": ["title", "status", "detail"],
}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers with these statuses, for the description of the API."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in statuses
    }


async def on_http_error(request: Request, error: HTTPException) -> Response:
    """Everything that has a status: no such page, too large, too slow."""
    return problem(request, error.status_code, error.detail, headers=error.headers)


async def on_invalid_request(request: Request, error: RequestValidationError) -> Response:
    """A body that is no JSON by its name (415) or in fact (400), or not what the schema says."""
    if "json" not in request.headers.get("content-type", ""):
        return problem(request, 415, "the body must have the content type application/json")
    found = error.errors()
    for one in found:
        if one["type"] == "json_invalid":
            detail = f"no JSON: {one['ctx']['error']}, at character {one['loc'][-1]}"
            return problem(request, 400, detail)
    errors = [
        {"field": ".".join(map(str, one["loc"][1:])) or "body", "message": one["msg"]}
        for one in found
    ]
    detail = "; ".join(f"{one['field']}: {one['message']}" for one in errors)
    return problem(request, 422, detail, errors=errors)


async def on_crash(request: Request, _error: Exception) -> Response:
    """Whatever nobody thought of; the log has it, the answer does not."""
    return problem(request, 500, "the server failed; its log says why")


def problem(
    request: Request, status: int, detail: str, *, headers: Any = None, **more: Any
) -> Response:
    """An answer that says what went wrong: a page where the page was asked for."""
    if request.url.path == "/":
        page = page_of("", [], title="quoteattr", asks=True, alert=detail)
        return HTMLResponse(page, status, headers)
    body = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)

"""The server over HTTP: what it answers, and what it says when it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi")

import httpx
from jsonschema import Draft202012Validator
from tests.served import serving

from quoteattr import extract_quotes, from_dict, json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "“We are late,” said Tom Arden 🌊. He said that it was “over”. She wrote that it rained."


def extract(server: str, **wanted: Any) -> httpx.Response:
    """What the server answers to a request for quotations."""
    return httpx.post(f"{server}/extract", json=wanted, timeout=30)


def test_answers_what_the_library_answers(server: str) -> None:
    """The quotations are those of `extract_quotes`, in the published form."""
    quotes = extract(server, text=TEXT).json()["quotes"]
    assert [from_dict(quote) for quote in quotes] == extract_quotes(TEXT)
    for quote in quotes:
        Draft202012Validator(json_schema()).validate(quote)


def test_options_hold(server: str) -> None:
    """Kinds, modes and the least confidence are those of the library."""
    answer = extract(server, text=TEXT, kinds=["mixed"], modes=["speech"], min_confidence=1)
    (quote,) = answer.json()["quotes"]
    assert quote["kind"] == "mixed"
    assert quote["speaker"] is None


@pytest.mark.parametrize("text", ["", "Nothing.", "\x00\ud800“", "“" * 2000])
def test_any_text_is_answered(server: str, text: str) -> None:
    """Empty, malformed and odd texts are no errors."""
    body = b'{"text": "%s"}' % text.encode("unicode-escape").replace(b"\\x00", b"\\u0000")
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(f"{server}/extract", content=body, headers=headers, timeout=30)
    assert answer.status_code == 200


def test_sign_of_life(server: str) -> None:
    """Whoever watches the server can ask."""
    assert httpx.get(f"{server}/healthz").json()["status"] == "ok"


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "detail"),
    [
        ("GET", "/nosuch", b"", {}, 404, "Not Found"),
        ("PUT", "/extract", b"", {}, 405, "Method Not Allowed"),
        ("POST", "/extract", b'{"text": ', JSON, 400, "no JSON: "),
        ("POST", "/extract", b"[" * 15000, JSON, 400, ""),
        ("POST", "/extract", b"text", {}, 415, "must have the content type application/json"),
        ("POST", "/extract", b"{}", JSON, 422, "text: Field required"),
        ("POST", "/extract", b'{"text": "", "kinds": ["x"]}', JSON, 422, "kinds.0: Input should"),
        ("POST", "/extract", b'{"text": "", "nlp": "x"}', JSON, 422, "nlp: Extra inputs"),
        ("POST", "/extract", b'{"text": "%s"}' % (b"x" * 20000), JSON, 413, "20,000 bytes"),
    ],
)
def test_errors_have_one_shape(
    server: str,
    method: str,
    path: str,
    body: bytes,
    headers: dict[str, str],
    status: int,
    detail: str,
) -> None:
    """Status, title and a sentence that says what is wrong, as problem details."""
    answer = httpx.request(method, server + path, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert detail in problem["detail"]
    assert problem["title"]


def test_a_wrong_field_is_named(server: str) -> None:
    """Programs find each field with what is wrong with it."""
    problem = extract(server, text=1, min_confidence=2).json()
    assert [error["field"] for error in problem["errors"]] == ["text", "min_confidence"]


def test_a_body_without_a_length_is_counted(server: str) -> None:
    """Sent in pieces, a body that grows too long is refused, too."""

    def pieces() -> Iterator[bytes]:
        for _ in range(30):
            yield b" " * 1000

    answer = httpx.post(f"{server}/extract", content=pieces(), headers=JSON)
    assert answer.status_code == 413


def test_a_text_that_takes_too_long() -> None:
    """It is given up, the answer says so, and the server lives on."""
    with serving("--workers", "1", "--seconds", "0.1") as address:
        answer = extract(address, text=TEXT * 3000)
        assert answer.status_code == 504
        assert answer.json()["detail"] == "this text took longer than 0.1 seconds"
        assert httpx.get(f"{address}/healthz").status_code == 200


def test_the_page_shows_its_text(server: str) -> None:
    """The form sends a text, and the page with its quotations comes back, the text in the box."""
    empty = httpx.get(server)
    assert empty.headers["content-type"].startswith("text/html")
    assert "<textarea" in empty.text
    page = httpx.post(server, data={"text": TEXT}, timeout=30).text
    assert f"\n{TEXT}</textarea>" in page
    assert "1 Tom Arden: quotation 1, direct" in page


def test_errors_of_the_page_are_pages(server: str) -> None:
    """Who uses the page is told on the page."""
    answer = httpx.post(server, data={"text": "x" * 30000})
    assert answer.status_code == 413
    assert '<p class="alert" role="alert">a request may have 20,000 bytes</p>' in answer.text

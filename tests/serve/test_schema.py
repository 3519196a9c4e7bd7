"""The server against its own description: requests of every kind, right and wrong."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("schemathesis")

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
OPERATIONS = (("/extract", "POST", RIGHT), ("/extract", "POST", WRONG), ("/healthz", "GET", RIGHT))


@pytest.fixture(scope="module")
def api(server: str) -> Any:
    """The description that the server gives of itself."""
    return schemathesis.openapi.from_url(f"{server}/openapi.json")


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS)
def test_answers_as_described(api: Any, path: str, method: str, mode: GenerationMode) -> None:
    """Whatever is sent, right or wrong, the answer's status, headers and body are as described."""
    cases = api[path][method].as_strategy(generation_mode=mode)

    @settings(settings.get_profile("fast"), suppress_health_check=list(HealthCheck))
    @given(st.data())
    def answers(data: st.DataObject) -> None:
        data.draw(cases).call_and_validate()

    answers()


def test_every_operation_is_tested(api: Any) -> None:
    """A new route is tested like the others."""
    described = {
        (path, method.upper())
        for path, operations in api.raw_schema["paths"].items()
        for method in operations
    }
    assert described == {(path, method) for path, method, _ in OPERATIONS}


def test_description_is_complete(api: Any) -> None:
    """Every reference leads to a part of the description itself."""
    schema = api.raw_schema
    known = {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}
    assert references(schema)
    for reference in references(schema):
        assert any(reference == name or reference.startswith(f"{name}/") for name in known)


def references(value: Any) -> set[str]:
    """All references in a schema."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
    return own.union(*map(references, value.values()))

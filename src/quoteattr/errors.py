"""What can go wrong, each as a class whose facts are fields and whose message is made from them."""

from __future__ import annotations


class QuoteAttrError(Exception):
    """Base of every error this library raises on purpose."""


class ArgumentTypeError(QuoteAttrError, TypeError):
    """An argument has the wrong type."""

    def __init__(self, argument: str, value: object, accepted: str) -> None:
        super().__init__(argument, value, accepted)
        self.argument, self.value, self.accepted = argument, value, accepted

    def __str__(self) -> str:
        given = f"{self.value!r:.80}"
        return f"{self.argument} must be {self.accepted}, got {type(self.value).__name__}: {given}"


class ArgumentValueError(QuoteAttrError, ValueError):
    """An argument has the right type but a value that is not accepted."""

    def __init__(self, argument: str, value: object, accepted: str) -> None:
        super().__init__(argument, value, accepted)
        self.argument, self.value, self.accepted = argument, value, accepted

    def __str__(self) -> str:
        return f"{self.argument} must be {self.accepted}, got {self.value!r:.80}"


class OffsetError(QuoteAttrError, ValueError):
    """A span is empty, reversed, or does not have the length of its text."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(start, end, length)
        self.start, self.end, self.length = start, end, length

    def __str__(self) -> str:
        return (
            f"a span needs 0 <= start < end and a text of end - start code points, "
            f"got [{self.start}, {self.end}) with a text of {self.length}"
        )


class RecordError(QuoteAttrError, ValueError):
    """Two fields of a record contradict each other."""

    def __init__(self, record: str, rule: str, value: object) -> None:
        super().__init__(record, rule, value)
        self.record, self.rule, self.value = record, rule, value

    def __str__(self) -> str:
        return f"{self.record}: {self.rule}, got {self.value!r:.120}"


class SerializationError(QuoteAttrError, ValueError):
    """Data to be read back is not a quotation of a schema version that is known."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where, self.problem = where, problem

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


class PipelineError(QuoteAttrError, RuntimeError):
    """The shipped spaCy pipeline cannot be loaded: a file is missing, damaged or unreadable."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(file, problem)
        self.file, self.problem = file, problem

    def __str__(self) -> str:
        return f"shipped pipeline, {self.file}: {self.problem}; reinstalling quoteattr repairs it"


class MissingExtraError(QuoteAttrError, ImportError):
    """What is asked for needs a package that comes with an extra, and it is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra, self.package = extra, package

    def __str__(self) -> str:
        return f"this needs {self.package}: pip install 'quoteattr[{self.extra}]'"

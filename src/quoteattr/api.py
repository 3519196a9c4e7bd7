"""The calls: choose the pipeline and the options. No linguistics here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from quoteattr import config
from quoteattr.characters import chosen_characters
from quoteattr.clusters import chosen_backend
from quoteattr.errors import ArgumentTypeError, ArgumentValueError
from quoteattr.options import chosen_kinds, chosen_modes, chosen_share
from quoteattr.selection import select, withhold
from quoteattr.workers import stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from quoteattr.characters import Character
    from quoteattr.clusters import CoreferenceBackend
    from quoteattr.datatypes import Mode, Quote, QuoteKind


def extract_quotes(
    text: str,
    *,
    nlp: Language | None = None,
    kinds: Iterable[QuoteKind | str] | str | None = None,
    modes: Iterable[Mode | str] | str | None = None,
) -> list[Quote]:
    """Find what was said in *text*, and who said it.

    Args:
        text: Any string; offsets of the result count its Unicode code points.
        nlp: A spaCy pipeline to use in place of the one that comes with the library.
        kinds: Kinds to return, as names or members; None or "all" for all three.
        modes: Modes to return; None for speech and writing, "all" for thought as well.

    Returns:
        Top-level quotations in text order, nested ones inside them; empty when there are none.

    Raises:
        ArgumentTypeError: An argument has the wrong type.
        ArgumentValueError: *kinds* or *modes* names something unknown.
    """
    return QuoteExtractor(nlp, kinds=kinds, modes=modes)(text)


class QuoteExtractor:
    """The reusable engine: options checked once, then called on any number of texts.

    Args:
        nlp: A spaCy pipeline to use in place of the one that comes with the library.
        kinds: Kinds to return, as names or members; None or "all" for all three.
        modes: Modes to return; None for speech and writing, "all" for thought as well.
        characters: Who may speak, as far as known, as `Character` or by name; a speaker who is one
            of them has that name. The text may hold others.
        min_confidence: Speakers that are less sure than this, from 0 to 1, become None; source and
            trace are kept.
        coreference: Another system's word on who is who: a callable from a text to clusters of
            (start, end) pairs, called once for each text that holds a quotation. What it puts in
            one cluster is one speaker; the rest is found as without it.

    Raises:
        ArgumentTypeError: An argument has the wrong type.
        ArgumentValueError: *kinds* or *modes* names something unknown, two *characters* have one
            name, or *min_confidence* is not from 0 to 1.
    """

    def __init__(
        self,
        nlp: Language | None = None,
        *,
        kinds: Iterable[QuoteKind | str] | str | None = None,
        modes: Iterable[Mode | str] | str | None = None,
        characters: Iterable[Character | str] | None = None,
        min_confidence: float = 0.0,
        coreference: CoreferenceBackend | None = None,
    ) -> None:
        if nlp is not None and not _is_pipeline(nlp):
            raise ArgumentTypeError("nlp", nlp, "a spaCy Language or None")
        self._nlp = nlp
        self._spared = () if nlp is not None else config.SPARED_COMPONENTS
        self.kinds = chosen_kinds(kinds)
        self.modes = chosen_modes(modes)
        self.characters = chosen_characters(characters)
        self.min_confidence = chosen_share("min_confidence", min_confidence)
        self.coreference = chosen_backend(coreference)

    @property
    def nlp(self) -> Language:
        """The pipeline in use; the library's own is loaded on first use."""
        if self._nlp is None:
            from quoteattr.pipeline import load_pipeline

            self._nlp = load_pipeline()
        return self._nlp

    def __call__(self, text: str) -> list[Quote]:
        """The quotations of one text, in text order; empty when there are none.

        Raises:
            ArgumentTypeError: *text* is not a string, or *coreference* gave no clusters.
            ArgumentValueError: *coreference* gave a stretch that is not in the text.
        """
        from quoteattr.flow import Known, quotes_of_text

        if not isinstance(text, str):
            raise ArgumentTypeError("text", text, "a string")
        known = Known(self.characters, self.coreference)
        quotes = quotes_of_text(text, self.nlp, self.kinds, self._spared, known)
        return self._chosen(quotes)

    def from_doc(self, doc: Doc) -> list[Quote]:
        """The quotations of a document that a pipeline has annotated; offsets count `doc.text`.

        Raises:
            ArgumentTypeError: *doc* is not a spaCy Doc, or *coreference* gave no clusters.
            ArgumentValueError: *coreference* gave a stretch that is not in the text.
        """
        from spacy.tokens import Doc

        from quoteattr.flow import Known, quotes_of_doc

        if not isinstance(doc, Doc):
            raise ArgumentTypeError("doc", doc, "a spaCy Doc")
        return self._chosen(quotes_of_doc(doc, Known(self.characters, self.coreference)))

    def _chosen(self, quotes: list[Quote]) -> list[Quote]:
        chosen = select(quotes, self.kinds, self.modes)
        return withhold(chosen, self.min_confidence) if self.min_confidence else chosen

    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = ...,
        n_process: int = ...,
        on_error: Callable[[Any, Exception], object] | None = ...,
    ) -> Iterator[list[Quote]]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, Any]],
        *,
        as_tuples: Literal[True],
        batch_size: int = ...,
        n_process: int = ...,
        on_error: Callable[[Any, Exception], object] | None = ...,
    ) -> Iterator[tuple[list[Quote], Any]]: ...

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = config.TEXTS_PER_BATCH,
        n_process: int = 1,
        on_error: Callable[[Any, Exception], object] | None = None,
    ) -> Iterator[Any]:
        """A stream of texts to a stream of results, in order and in constant memory.

        Args:
            texts: Strings; or pairs of a string and anything, with *as_tuples*.
            as_tuples: Give pairs of a result and what came beside the text.
            batch_size: Texts handed to a process at once.
            n_process: Processes; -1 for one a core.
            on_error: Called with the text, or what came beside it, and the exception when a
                pipeline or a coreference back end fails on a text; that text has no result then,
                and the others go on. By default the exception ends the stream.

        Yields:
            A list of quotes for each text, empty when it holds none.

        Raises:
            ArgumentTypeError: *texts* is a string, or one of them is not.
            ArgumentValueError: *batch_size* or *n_process* is out of range.
        """
        if isinstance(texts, str):
            raise ArgumentTypeError("texts", texts, "an iterable of strings, not one string")
        for name, value in (("batch_size", batch_size), ("n_process", n_process)):
            if not isinstance(value, int) or isinstance(value, bool):
                raise ArgumentTypeError(name, value, "an integer")
        if batch_size < 1:
            raise ArgumentValueError("batch_size", batch_size, "1 or more")
        if n_process < 1 and n_process != -1:
            raise ArgumentValueError("n_process", n_process, "1 or more, or -1 for one a core")
        return self._pipe(texts, as_tuples, batch_size, n_process, on_error)

    def _pipe(
        self,
        texts: Iterable[Any],
        as_tuples: bool,
        batch_size: int,
        n_process: int,
        on_error: Callable[[Any, Exception], object] | None,
    ) -> Iterator[Any]:
        pairs = iter(texts if as_tuples else ((text, text) for text in texts))
        for result, beside in stream(self, pairs, batch_size, n_process):
            if isinstance(result, list):
                yield (result, beside) if as_tuples else result
            elif on_error is None:
                raise result
            else:
                on_error(beside, result)

    def __repr__(self) -> str:
        kinds, modes = (sorted(map(str, names)) for names in (self.kinds, self.modes))
        return f"QuoteExtractor(kinds={kinds}, modes={modes})"


def _is_pipeline(nlp: object) -> bool:
    from spacy.language import Language

    return isinstance(nlp, Language)

"""A report as a small table of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quoteattr.evaluation.report import Figure, Report

COLUMNS: Final = (
    ("precision", "P"),
    ("recall", "R"),
    ("f1", "F1"),
    ("exact", "exact"),
    ("kind", "kind"),
    ("cue", "cue"),
    ("source", "source"),
    ("entity", "entity"),
    ("end_to_end_f1", "end to end F1"),
)


def rows(report: Report) -> list[list[str]]:
    """The table as cells, the header first; a figure that was not measured is "-"."""
    header = ["", "gold", *(title for _, title in COLUMNS)]
    body = [
        [
            score.subset,
            str(score.counts.gold),
            *(cell(score.figures.get(name)) for name, _ in COLUMNS),
        ]
        for score in report.scores
    ]
    return [header, *body]


def cell(figure: Figure | None, *, interval: bool = False) -> str:
    """A figure to three places, `.873` or `.873 (.85-.90)`; "-" for none."""
    if figure is None:
        return "-"
    value = _short(figure.value, 3)
    if not interval or figure.interval is None:
        return value
    low, high = figure.interval
    return f"{value} ({_short(low, 2)}-{_short(high, 2)})"


def text_table(report: Report) -> str:
    """The table as aligned lines, with the calibration error below where it was measured."""
    lines = rows(report)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    out = [
        "  ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    if report.calibration is not None:
        calibration = report.calibration
        out.append(
            f"expected calibration error {_short(calibration.error, 3)} "
            f"over {calibration.count} attributions"
        )
    return "\n".join(out)


def _short(value: float, places: int) -> str:
    return f"{value:.{places}f}".removeprefix("0")

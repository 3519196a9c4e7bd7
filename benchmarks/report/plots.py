"""The plots of the benchmark page, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks.report.tables import system_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

Result = dict[str, Any]

_NEWS: Final = "polnear"
_WIDTH: Final = 0.8  # of a group of bars


def plots(found: Sequence[Result], speed: Result | None, folder: Path) -> list[tuple[str, str]]:
    """Draw what the results allow; gives (file name, caption) of each plot written."""
    import matplotlib as mpl

    mpl.use("svg")
    # the same results give the same file, byte for byte
    mpl.rcParams.update({"svg.hashsalt": "benchmark", "figure.figsize": (7.5, 4), "font.size": 9})
    drawn: list[tuple[str, str, Any, Any]] = [
        ("benchmark-accuracy.svg", "F1 by corpus and kind, with 95% intervals", _accuracy, found),
        ("benchmark-risk.svg", "Share of wrong speakers among the most confident", _risk, found),
        (
            "benchmark-reliability.svg",
            "Confidence and share of right speakers",
            _reliability,
            found,
        ),
        ("benchmark-speed.svg", "Words per second and end to end F1 on PolNeAR", _pareto, found),
    ]
    if speed is not None:
        drawn.append(("benchmark-growth.svg", "Seconds by size of the input", _growth, speed))
    return [
        (name, caption) for name, caption, draw, data in drawn if _draw(folder / name, draw, data)
    ]


def _draw(path: Path, draw: Any, data: Any) -> bool:
    """Write one plot; False when there was nothing to draw."""
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots()
    something = draw(axes, data)
    if something:
        figure.tight_layout()
        figure.savefig(path, metadata={"Date": None, "Creator": None})
    plt.close(figure)
    return bool(something)


def _legend(axes: Axes) -> None:
    if axes.get_legend_handles_labels()[1]:
        axes.legend(fontsize=7)


def _part(signature: dict[str, Any]) -> str:
    split = signature["split"]
    return str(signature["corpus"]) + ("" if split == "all" else f" {split}")


def _accuracy(axes: Axes, found: Sequence[Result]) -> bool:
    systems = list(dict.fromkeys(system_name(result["signature"]) for result in found))
    bars: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in systems}
    for result in found:
        signature = result["signature"]
        for score in result["report"]["scores"]:
            figure = score["figures"].get("f1")
            if figure is not None:
                label = f"{_part(signature)}\n{score['subset']}"
                bars[system_name(signature)][label] = figure
    labels = list(dict.fromkeys(label for of_system in bars.values() for label in of_system))
    width = _WIDTH / max(1, len(systems))
    for number, (name, of_system) in enumerate(bars.items()):
        places = [labels.index(label) + number * width for label in of_system]
        values = [figure["value"] for figure in of_system.values()]
        spans = [figure["interval"] or (figure["value"],) * 2 for figure in of_system.values()]
        errors = [
            [max(0.0, value - low) for value, (low, _) in zip(values, spans, strict=True)],
            [max(0.0, high - value) for value, (_, high) in zip(values, spans, strict=True)],
        ]
        axes.bar(places, values, width, yerr=errors, label=name, error_kw={"elinewidth": 0.8})
    axes.set_xticks(
        [place + _WIDTH / 2 - width / 2 for place in range(len(labels))],
        labels,
        rotation=60,
        ha="right",
    )
    axes.set_ylim(0, 1)
    axes.set_ylabel("F1")
    if labels:
        axes.legend(fontsize=7, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return bool(labels)


def _calibrated(found: Sequence[Result]) -> list[tuple[str, dict[str, Any]]]:
    """Label and calibration of each result of ours."""
    return [
        (f"{_part(signature)}, {system_name(signature)}", calibration)
        for result in found
        if (calibration := result["report"]["calibration"])
        and (signature := result["signature"])["system"].startswith("quoteattr")
    ]


def _risk(axes: Axes, found: Sequence[Result]) -> bool:
    curves = _calibrated(found)
    for label, calibration in curves:
        coverage, risk = zip(*calibration["curve"], strict=True)
        axes.plot(coverage, risk, label=label, linewidth=1, marker=".", markersize=3)
    axes.set_xlabel("coverage")
    axes.set_ylabel("risk: share of wrong speakers")
    axes.set_xlim(0, 1)
    axes.set_ylim(bottom=0)
    _legend(axes)
    return bool(curves)


def _reliability(axes: Axes, found: Sequence[Result]) -> bool:
    curves = _calibrated(found)
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle="--")
    for label, calibration in curves:
        axes.plot(
            [b["confidence"] for b in calibration["bins"]],
            [b["right"] for b in calibration["bins"]],
            marker="o",
            markersize=3,
            linewidth=1,
            label=label,
        )
    axes.set_xlabel("confidence")
    axes.set_ylabel("share of right speakers")
    _legend(axes)
    return bool(curves)


def _pareto(axes: Axes, found: Sequence[Result]) -> bool:
    points = []
    for result in found:
        signature = result["signature"]
        figure = result["report"]["scores"][0]["figures"].get("end_to_end_f1")
        if signature["corpus"] == _NEWS and figure and signature["words_per_second"]:
            points.append((signature["words_per_second"], figure["value"], system_name(signature)))
    for words, value, name in points:
        axes.scatter([words], [value], s=18)
        axes.annotate(name, (words, value), textcoords="offset points", xytext=(5, 4), fontsize=8)
    axes.set_xscale("log")
    axes.set_xlabel("words per second")
    axes.set_ylabel("end to end F1")
    axes.set_ylim(0, 1)
    axes.margins(x=0.2)
    return bool(points)


def _growth(axes: Axes, speed: Result) -> bool:
    styles = {"one": "-", "many": "--"}
    series: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for row in speed["growth"]:
        if row["seconds"] is not None:
            series.setdefault((row["system"], row["shape"]), []).append(
                (row["size"], row["seconds"])
            )
    for (name, shape), points in series.items():
        sizes, seconds = zip(*sorted(points), strict=True)
        label = f"{name}, {shape} document{'s' if shape == 'many' else ''}"
        axes.plot(sizes, seconds, styles[shape], marker=".", label=label, linewidth=1)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("characters")
    axes.set_ylabel("seconds")
    _legend(axes)
    return bool(series)

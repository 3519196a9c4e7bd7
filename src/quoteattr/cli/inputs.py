"""The files that the arguments name: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.cli.ending import reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.cli.ending import Problems


class UnreadableError(Exception):
    """A file that cannot be read as text, with the reason in words."""


@frozen
class Input:
    """A file to read.

    Attributes:
        name: Its path as the user would write it; `-` is standard input. Names it in the output.
        inside: Its path seen from the folder that was named, for output into another folder.
    """

    name: str
    inside: str


def find_inputs(
    arguments: Sequence[str], suffixes: Sequence[str], problems: Problems
) -> list[Input]:
    """The files that *arguments* name, in their order; those of one folder by name.

    A folder stands for all files in it and in the folders below that end in one of *suffixes*; what
    begins with a dot is passed over, and links to folders are not followed. A pattern (`*`, `?`,
    `[...]`, `**`) stands for the files it fits, whatever they end in, unless a file has that name.
    """
    found: list[Input] = []
    for argument in arguments:
        if argument == "-":
            found.append(Input("-", "stdin.txt"))
        elif not glob.has_magic(argument) or os.path.lexists(argument):
            found += _of_path(argument, suffixes, problems)
        elif matches := sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207 -- as written
            for match in matches:
                found += _of_path(match, suffixes, problems)
        else:
            problems.report(argument, "no file fits this pattern")
    return found


def _of_path(name: str, suffixes: Sequence[str], problems: Problems) -> list[Input]:
    if not Path(name).is_dir():
        return [Input(name, Path(name).name)]
    before = problems.count
    found = list(_in_folder(name, suffixes, problems))
    if not found and problems.count == before:
        problems.report(name, f"the folder holds no file that ends in {' or '.join(suffixes)}")
    return found


def _in_folder(folder: str, suffixes: Sequence[str], problems: Problems) -> Iterator[Input]:
    def unreadable(error: OSError) -> None:
        problems.report(str(error.filename), reason(error))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(tuple(suffixes)) and not name.startswith("."):
                path = os.path.join(parent, name)  # noqa: PTH118 -- keeps `./` as it was given
                yield Input(path, Path(path).relative_to(folder).as_posix())


def distinct(inputs: Sequence[Input], problems: Problems) -> list[Input]:
    """The inputs without those whose place in another folder is taken; they are reported."""
    kept: dict[Path, Input] = {}
    for one in inputs:
        first = kept.setdefault(Path(one.inside).with_suffix(""), one)
        if first is not one:
            problems.report(one.name, f"would be written over what comes from {first.name}")
    return list(kept.values())


def read_text(name: str) -> str:
    """The text of a UTF-8 file, every code point of it; `-` is standard input.

    No line end is translated and no byte order mark dropped, so offsets count the file's own text.

    Raises:
        UnreadableError: There is no such file, it cannot be read, or it is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except IsADirectoryError as error:
        raise UnreadableError("is a folder, not a file") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(reason(error)) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} (line {line})"
        ) from error

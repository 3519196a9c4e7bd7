"""Which corpora may teach or measure, and the licence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Use(Enum):
    """What a corpus may serve for."""

    TRAIN = "train"
    TUNE = "tune"
    TEST = "test"


class LicenceError(Exception):
    """A corpus carries no licence that is on the allow-list, so nothing is trained on it."""

    def __init__(self, corpus: str, looked_at: Path, wanted: str) -> None:
        super().__init__(corpus, looked_at, wanted)
        self.corpus, self.looked_at, self.wanted = corpus, looked_at, wanted

    def __str__(self) -> str:
        return (
            f"refusing {self.corpus}: {self.looked_at} does not state {self.wanted!r}, "
            "the licence this corpus is allowed under"
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus folder: where its licence is stated, in which words, and what it may be used for."""

    folder: str
    title: str
    licence: str
    licence_file: str
    licence_words: str
    uses: frozenset[Use]
    credit: str

    def check(self, data: Path) -> Path:
        """The folder, once its licence file says what this list expects.

        Raises:
            LicenceError: the file is missing or states something else.
        """
        stated = data / self.folder / self.licence_file
        if not stated.is_file() or self.licence_words not in " ".join(
            stated.read_text(encoding="utf-8", errors="replace").split()
        ):
            raise LicenceError(self.folder, stated, self.licence_words)
        return data / self.folder


_ALL = frozenset(Use)

ALLOWED: dict[str, Source] = {
    s.folder: s
    for s in (
        Source(
            folder="ud-ewt",
            title="Universal Dependencies English Web Treebank",
            licence="CC BY-SA 4.0",
            licence_file="LICENSE.txt",
            licence_words="Attribution-ShareAlike 4.0 International",
            uses=_ALL,
            credit="Silveira et al. 2014; Board of Trustees of Leland Stanford Junior University",
        ),
        Source(
            folder="gum-open",
            title="Georgetown University Multilayer corpus, documents free for commercial use",
            licence="CC BY 4.0 on texts CC BY 2.5, CC BY 4.0 and CC BY-SA 3.0",
            licence_file="README.md",
            licence_words="annotations CC BY 4.0",
            uses=_ALL,
            credit="Zeldes 2017; Wikinews, Wikipedia and Wikivoyage contributors; article authors",
        ),
        Source(
            folder="ud-pud",
            title="Universal Dependencies English PUD",
            licence="CC BY-SA 3.0",
            licence_file="README.md",
            licence_words="CC BY-SA 3.0",
            uses=frozenset({Use.TEST}),
            credit="Zeman et al. 2017",
        ),
        Source(
            folder="wikigold",
            title="WikiGold named entities",
            licence="CC BY 4.0",
            licence_file="README.md",
            licence_words="CC BY 4.0",
            uses=_ALL,
            credit="Balasuriya, Ringland, Nothman, Murphy and Curran 2009; Wikipedia contributors",
        ),
        Source(
            folder="uner-ewt",
            title="Universal NER over the English Web Treebank",
            licence="CC BY-SA 4.0",
            licence_file="LICENSE.txt",
            licence_words="Attribution-ShareAlike 4.0 International",
            uses=_ALL,
            credit="Mayhew et al. 2024",
        ),
        Source(
            folder="litbank-entities",
            title="LitBank entities",
            licence="CC BY 4.0",
            licence_file="README.md",
            licence_words="CC BY 4.0",
            uses=_ALL,
            credit="Bamman, Popat and Shen 2019",
        ),
    )
}


def folder_for(data: Path, name: str, use: Use) -> Path:
    """The checked folder of a corpus for one use.

    Raises:
        LicenceError: the corpus is not on the list, not for this use, or states another licence.
    """
    source = ALLOWED.get(name)
    if source is None or use not in source.uses:
        raise LicenceError(name, data / name, f"a licence listed for use to {use.value}")
    return source.check(data)

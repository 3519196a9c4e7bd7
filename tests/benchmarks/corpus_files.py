"""Invented mini corpora in each upstream format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, files: dict[str, str]) -> Path:
    """Write *files* below *root*."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


POLNEAR_TEXT = (
    "“No,” said Ada Okoro. Ben Lund said the road was shut. She fears rain.\n\nRead more."
)
POLNEAR_ANN = """T1\tContent 0 5\t“No,”
T2\tCue 6 10\tsaid
T3\tSource 11 20\tAda Okoro
E1\tAttribution:T2 Cue:T2 Source:T3 Content:T1
T4\tContent 36 53\tthe road was shut
T5\tCue 31 35\tsaid
T6\tSource 22 30\tBen Lund
E2\tAttribution:T5 Source:T6 Cue:T5 Content:T4
T7\tContent 65 69\train
T8\tCue 59 64\tfears
E3\tAttribution-no-source:T8 Cue:T8 Content:T7
T9\tDiscard 72 82\tRead more.
"""


def polnear(root: Path) -> Path:
    """One article, two annotators: the second marks nothing."""
    folder = "polnear/data/dev"
    return write(
        root,
        {
            f"{folder}/text/post_1.txt": POLNEAR_TEXT,
            f"{folder}/attributions/post_1_aaaa.ann": POLNEAR_ANN,
            f"{folder}/attributions/post_1_bbbb.ann": "T1\tDiscard 0 5\t“No,”\n",
        },
    )


def _row(number: int, form: str, tag: str, misc: str = "_") -> str:
    return f"{number}\t{form}\t{form}\t{tag}\t_\t_\t0\t_\t_\t{misc}"


GUM_CONLLU = "\n".join(
    [
        "# newdoc id = GUM_mini",
        "# newpar",
        "# sent_id = 1",
        "# text = Ada Okoro says it's late.",
        _row(1, "Ada", "PROPN", "Entity=(1-person-new-cf1-1,2-coref-Ada_Okoro"),
        _row(2, "Okoro", "PROPN", "Entity=1)"),
        _row(3, "says", "VERB"),
        "4-5\tit's\t_\t_\t_\t_\t_\t_\t_\t_",
        _row(4, "it", "PRON"),
        _row(5, "'s", "AUX"),
        _row(6, "late", "ADJ", "SpaceAfter=No"),
        _row(7, ".", "PUNCT"),
        "",
        "# newpar",
        "# sent_id = 2",
        '# text = She said "no".',
        _row(1, "She", "PRON", "Entity=(1-person-giv-cf1-1-ana)"),
        _row(2, "said", "VERB"),
        _row(3, '"', "PUNCT", "SpaceAfter=No"),
        _row(4, "no", "INTJ", "SpaceAfter=No"),
        _row(5, '"', "PUNCT", "SpaceAfter=No"),
        _row(6, ".", "PUNCT"),
        "",
    ]
)
GUM_RST = """<rst><header><relations>
<rel name="attribution-positive" type="rst"/><rel name="joint-list" type="multinuc"/>
</relations></header><body>
<segment id="1" parent="2" relname="attribution-positive">Ada Okoro says</segment>
<segment id="2" parent="5" relname="span">it 's late .</segment>
<segment id="3" parent="4" relname="attribution-positive">She said</segment>
<segment id="4" parent="6" relname="span">" no " .</segment>
<group id="5" type="span" parent="7" relname="joint-list"/>
<group id="6" type="span" parent="7" relname="joint-list"/>
<group id="7" type="multinuc"/>
<signals>
<signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/>
<signal source="1" type="lexical" subtype="indicative_word" tokens="3"/>
<signal source="3" type="semantic" subtype="attribution_source" tokens="8"/>
<signal source="3" type="lexical" subtype="indicative_word" tokens="9"/>
</signals></body></rst>
"""


def gum(root: Path) -> Path:
    """One document of two sentences, one speaker by name and by pronoun."""
    return write(
        root,
        {
            "gum-open/dev/conllu/GUM_mini.conllu": GUM_CONLLU,
            "gum-open/dev/rst/GUM_mini.rs4": GUM_RST,
        },
    )


LITBANK_TEXT = "“Good\nday,” said Miss Lund.\n\n“Don't go,” he said."
LITBANK_TOKENS = "“ Good day , ” said Miss Lund .\n“ Do n't go , ” he said ."
LITBANK_QUOTES = """QUOTE\tQ1\t0\t0\t0\t4\t“ Good day , ”
QUOTE\tQ2\t1\t0\t1\t5\t“ Do n't go , ”
ATTRIB\tQ1\tMiss_Lund-1
ATTRIB\tQ2\tthe_cook-2
"""
LITBANK_CHAINS = """MENTION\tT1\t0\t6\t0\t7\tMiss Lund\tPER\tPROP
MENTION\tT2\t1\t6\t1\t6\tthe cook , whom she met\tPER\tNOM
COREF\tT1\tMiss_Lund-1
COREF\tT2\tthe_cook-2
COP\tT1\tT2
"""


def litbank(root: Path) -> Path:
    """One excerpt: a named and an unnamed speaker."""
    folder = "litbank-quotations"
    return write(
        root,
        {
            f"{folder}/original/1_mini.txt": LITBANK_TEXT,
            f"{folder}/quotations/tsv/1_mini_brat.txt": LITBANK_TOKENS,
            f"{folder}/quotations/tsv/1_mini_brat.ann": LITBANK_QUOTES,
            f"{folder}/coref/tsv/1_mini_brat.ann": LITBANK_CHAINS,
        },
    )


PDNC_TEXT = '"Yes," said Ada, "at\nnoon." "Who knows?"'
PDNC_QUOTES = (
    '"quoteID","quoteText","subQuotationList","quoteByteSpans","speaker","quoteType"\n'
    """"Q0","Yes, at\nnoon.","['Yes,', 'at\\nnoon.']","[[1, 5], [18, 26]]","Addie","Explicit"\n"""
    """"Q1","Who knows?","['Who knows?']","[[29, 39]]","_unknowable","Implicit"\n"""
)
PDNC_PEOPLE = """Character ID,Main Name,Aliases,Gender,Category
0,Ada Okoro,"{'Ada Okoro', 'Addie'}",F,major
"""


def pdnc(root: Path) -> Path:
    """One novel of two quotations."""
    folder = "pdnc/data/Mini"
    return write(
        root,
        {
            f"{folder}/novel_text.txt": PDNC_TEXT,
            f"{folder}/quotation_info.csv": PDNC_QUOTES,
            f"{folder}/character_info.csv": PDNC_PEOPLE,
        },
    )


CLIC_XML = """<samples book="sample" num="1">
  <div book="sample1" num="1">
    <p type="speech">
      <s><qs/>'What,
        now?'<qe/><sls/> said he, <sle/><qs/>'I
        said <alt-qs/>"go",<alt-qe/> Sir.</s>
      <s>Good night!'<qe/></s>
    </p>
  </div>
  <div book="sample1" num="2"><p><s><qs/>"Well,</s></p><p><s>"come in."<qe/></s></p></div>
  <div book="sample1" num="3">
    <p><s><qs/>"<alt-qs/>'He said <qs/>"no,"<qe/> Sir.'<alt-qe/></s></p><p><s>"That is all.</s></p>
  </div>
</samples>
"""


def clic(root: Path) -> Path:
    """Three texts of one sample."""
    return write(root, {"clic-gold/DNov/sample1.xml": CLIC_XML})


SEED_TEXT = "Ada Okoro called it “a mess”, and said it would rain soon, in May."


def seeds(root: Path) -> Path:
    """One article with another kind and another extent."""
    quotes = [
        {
            "kind": "mixed",
            "content": [[20, 28]],
            "quoted": [[20, 28]],
            "cue": [[10, 16]],
            "speaker_mention": [[0, 9]],
            "speaker": "Ada Okoro",
            "speaker_kind": "person",
            "reference": "name",
            "nested_in": None,
            "note": "",
        },
        {
            "kind": "indirect",
            "content": [[39, 65]],
            "cue": [[34, 38]],
            "speaker_mention": [[0, 9]],
            "speaker": "a clerk",
            "speaker_kind": "unnamed",
            "reference": "nominal",
            "nested_in": 0,
            "note": "alt content: [[39, 57]]; alt kind: mixed",
        },
    ]
    article = {"id": "1", "text": SEED_TEXT, "quotes": quotes}
    return write(root, {"seeds/mini.json": json.dumps(article)})

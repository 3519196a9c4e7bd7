"""Patterns of what the writer says of a report to take it back: `no evidence that | Lee said`."""

from __future__ import annotations

from typing import Final

import regex

_BACKWARDS: Final = regex.IGNORECASE | regex.REVERSE
"""From the clause, where these patterns end: that halves the time they take."""

_WRONGLY: Final = (
    r"(?:falsely|wrongly|wrongfully|incorrectly|mistakenly|erroneously|inaccurately|misleadingly"
    r"|fraudulently|baselessly)"
)
_UNTRUE: Final = (
    r"(?:false|untrue|fake|fabricated|baseless|bogus|unfounded|unproven|unsubstantiated|incorrect"
    r"|inaccurate|misleading|a\s(?:lie|myth|fabrication|hoax)|not\s(?:true|the\scase|correct))"
)
_NOT: Final = (
    r"(?:\b(?:no|little|scant|zero|without)"
    r"|(?:\b(?:not|never|cannot|unable|failed)|n[’']t)\b[^.;:]{1,50})"
)
_PROOF: Final = (
    r"(?:evidence|records?|proof|signs?|indications?|suggestions?|transcripts?|traces?|recordings?"
    r"|footage|reports?|basis|confirmation|mentions?|instances?|examples?|videos?|sources?)"
)
_OF_WHAT: Final = (
    r"(?:\s(?:whatsoever|at\sall|anywhere|exists?|(?:has\s|have\s)?emerged"
    r"|(?:was|were|has\sbeen|have\sbeen|could\sbe)\s(?:found|produced|offered)))?+"
    r"(?:\s(?:to\s(?:show|suggest|prove|support|indicate|confirm|back(?:\sup)?)|supporting|showing"
    r"|suggesting|indicating|proving|for|behind))?+"
    r"(?:\s(?:of\s)?(?:the|this|these|any|such)\s(?:claim|allegation|suggestion|idea|notion"
    r"|rumou?r|report|assertion|theory)s?)?+"
)
_FAKE: Final = (
    r"(?:fake|faked|false|fabricated|bogus|doctored|altered|manipulated|made-up|invented"
    r"|ai-generated|deepfake|deepfaked|spurious|phon(?:e)?y|edited|photoshopped|digitally\saltered)"
)
_FORGERY: Final = r"(?:deepfakes?|hoax|forgery|fabrication)"
_SAYINGS: Final = (
    r"(?:quotes?|quotations?|statements?|sayings?|remarks?|words|lines?|posts?|tweets?)"
)
_MEDIA: Final = (
    r"(?:quotes?|quotations?|videos?|clips?|audio|recordings?|posts?|tweets?|images?|headlines?"
    r"|screenshots?|statements?|letters?|memes?|footage|interviews?)"
)

_UNPROVEN: Final = regex.compile(
    rf"{_NOT}\s(?:[\w-]+\s){{0,3}}?{_PROOF}{_OF_WHAT}"
    r"(?:\s(?:that|whether|in\swhich|where|when))?+\s?\Z",
    _BACKWARDS,
)
"""`There is no record that | Ann Lee said`, `could not find evidence to suggest | she said`."""
_NOT_HEARD: Final = regex.compile(
    rf"{_NOT}\s(?:[\w-]+\s){{0,3}}?{_PROOF}{_OF_WHAT}\sof\s(?:[^\s,;:.]+\s){{1,6}}\Z", _BACKWARDS
)
"""`There is no record of Ann Lee | saying`."""
_UNLIKELY: Final = regex.compile(
    r"\b(?:it|that)\s?(?:is|was|[’']s|seems|appears|remains)(?:\s[\w-]+)?\s"
    rf"(?:unlikely|doubtful|improbable|impossible|inconceivable|unclear|unknown|uncertain|{_UNTRUE}"
    r"|not\s(?:clear|known|certain|likely|confirmed))(?:\sto\s(?:say|claim))?"
    r"\s(?:that|if|whether)\s\Z",
    _BACKWARDS,
)
"""`It is unlikely that | Ann Lee said`."""
_MISQUOTED: Final = regex.compile(
    rf"\b(?:misquoted|misreported|{_WRONGLY}\s(?:quoted|cited|reported|portrayed|depicted|shown))"
    r"\s(?:[^.,;:]{1,40}\s)?as\s(?:having\s)?\Z",
    _BACKWARDS,
)
"""`was misquoted as | saying`, `was falsely quoted online as | saying`."""
_MISREPORTED: Final = regex.compile(
    rf"\b{_WRONGLY}\s(?:claim|say|state|alleg|suggest|report|assert|impl)[a-z]*\s(?:that\s)?\Z",
    _BACKWARDS,
)
"""`The post falsely claims that | Ann Lee said`."""
FAKED: Final = regex.compile(
    rf"\b(?:{_FAKE}\s(?:[\w-]+\s){{0,2}}?{_MEDIA}|{_FORGERY})\s"
    r"(?:(?:that|which)\s)?(?:(?:purports|purporting|appears|seems)\sto\s)?"
    r"(?:has|have|had|shows?|showed|showing|makes?|made|depicts?|depicting|in\swhich|where|of)\s"
    r"(?:[^\s,;:.]+\s){0,6}\Z",
    _BACKWARDS,
)
"""`A fake clip shows Ann Lee | saying`, `A deepfake of Ann Lee | saying`."""
_FAKED_CLAUSE: Final = regex.compile(
    rf"\b(?:{_FAKE}\s(?:[\w-]+\s){{0,2}}?{_MEDIA}|{_FORGERY})\s(?:in\swhich|where|that)\s\Z",
    _BACKWARDS,
)
"""`A fake clip in which | Ann Lee says`."""
_NEVER: Final = r"(?:\b(?:not|never|cannot|unable|failed|nobody)|n[’']t)(?:\s[\w’'-]+){0,3}?"
_PURPORTED: Final = regex.compile(
    r"\b(?:purports|purported|purporting)\sto\s(?:show|be|have|depict|quote)\s"
    r"(?:[^\s,;:.]+\s){0,8}\Z",
    _BACKWARDS,
)
"""`The message purports to show Ann Lee | saying`."""
_UNVERIFIED: Final = regex.compile(
    rf"{_NEVER}\s(?:verify|verified|confirm|confirmed|prove|proven?|proved|establish"
    r"|established|corroborate|corroborated|substantiate|substantiated|demonstrate|find)"
    r"(?:\s(?:that|whether|if))?+\s\Z",
    _BACKWARDS,
)
"""`We could not verify that | Ann Lee said`."""
_NOWHERE: Final = regex.compile(
    rf"{_NOT}\s(?:[\w-]+\s){{0,4}}?(?:interview|speech|occasion|article|account|post|tweet|text"
    r"|statement|document|letter|time|place|case|reference|passage)s?(?:\s[\w-]+)?"
    r"\s(?:in\swhich|on\swhich|where|when)\s\Z",
    _BACKWARDS,
)
"""`I am not aware of any interview in which | Ann Lee said`."""
_UNHEARD: Final = regex.compile(
    rf"{_NEVER}\s(?:recalls?|remembers?|recollects?|hear|heard)\s(?:[^\s,;:.]+\s){{0,6}}\Z",
    _BACKWARDS,
)
"""`I do not recall Ann Lee | saying`."""
_UNHEARD_TO: Final = regex.compile(rf"{_NEVER}\s(?:hear|heard)\s\Z", _BACKWARDS)
"""`I never heard | Ann Lee say`."""
_CONTRARY: Final = regex.compile(
    r"\bcontrary\sto\s(?:[\w-]+\s){0,3}?(?:claims|rumou?rs|reports|posts"
    r"|suggestions|speculation)(?:\s[\w-]+){0,2}\sthat\s\Z",
    _BACKWARDS,
)
"""`Contrary to claims online that | Ann Lee said`."""
SUPPOSED: Final = regex.compile(
    r"(?:\A|[,;:—–]\s|\b(?:let[’']?s|let\sus|now|just)\s)(?:suppose|supposing|imagine|imagining"
    r"|pretend|assume|assuming)\s(?:(?:that|if)\s)?(?:[^\s,;:.]+\s){0,4}\Z",
    _BACKWARDS,
)
"""`Suppose | Ann Lee said`, `Imagine Ann Lee | saying`."""
_DENYING: Final = regex.compile(
    r"\bden(?:y|ies|ied|ying)\s(?:that\s|(?:ever\s)?(?:having\s)?(?:ever\s)?)?\Z", _BACKWARDS
)
"""`Ann Lee denied that | she said`, `denied ever | saying`."""
_ONE_MIGHT: Final = regex.compile(
    r"\bit(?:[’'](?:s|d)|\s(?:is|was|would|will|may|might|could|seems))(?:\sbe|\sbeen)?"
    r"(?:\s(?:not|also|perhaps|always|just|only|all|far|too|very|so|quite|as|more|a|an))*+"
    r"\s(?:wrong|easy|easier|hard|harder|difficult|fair|fairer|unfair|safe|tempting|early|soon|much"
    r"|possible|impossible|ridiculous|absurd|simplistic|accurate|inaccurate|reasonable|enough|well"
    r"|fine|true|untrue|foolish|naive|misleading|premature|exaggeration|stretch|mistake|lie|error)"
    r"\sto\s\Z",
    _BACKWARDS,
)
"""`It would be wrong to | say that it was over`."""
WRONG: Final = regex.compile(
    rf"\b(?:{_WRONGLY}|not\s(?:correctly|rightly)|{_FAKE}\s{_SAYINGS}(?:\s[\w-]+)?)\s\Z",
    _BACKWARDS,
)
"""`“It is dead” is wrongly | attributed to Ann Lee`, `a fake quote | attributed to her`."""
CLAIM: Final = regex.compile(
    r"\b(?:claims?|rumou?rs?|assertions?|allegations?|suggestions?|idea|notion|reports?|posts?)"
    r"\s(?:[\w-]+\s){0,3}?(?:that|claiming|saying)\s\Z",
    _BACKWARDS,
)
REFUTED: Final = regex.compile(
    rf"\b(?:is|are|was|were|proved|(?:has|have)\sbeen)\s(?:[\w-]+\s)?(?:{_UNTRUE}"
    r"|(?:dismissed|denied|rejected|debunked|refuted|disputed|discredited|disproved|retracted"
    r"|withdrawn|contradicted)\b)",
    regex.IGNORECASE,
)
"""`The claim that | Ann Lee said it | is false.`"""
CLIP: Final = regex.compile(
    rf"\b{_MEDIA}\s(?:[\w-]+\s){{0,3}}?(?:in\swhich|where|that|of|showing|shows)\s"
    r"(?:[^\s,;:.]+\s){0,5}\Z",
    _BACKWARDS,
)
FORGED: Final = regex.compile(
    rf"\b(?:is|are|was|were|(?:has|have)\sbeen)\s(?:[\w-]+\s){{0,2}}?(?:{_UNTRUE}\b|{_FAKE}\b"
    r"|(?:generated|created|made|produced|synthesi[sz]ed)\s(?:by|with|using)\b|forged|staged"
    r"|spliced|a\s(?:fake|forgery|deepfake))",
    regex.IGNORECASE,
)
"""`The clip in which | Ann Lee says it | was doctored.`"""
IF: Final = regex.compile(r"\bif\s\Z", _BACKWARDS)

CHECKED: Final = regex.compile(
    r"(?:\A|\n)\W{0,4}(?:the\s|viral\s)?claim\W{0,3}:\W{0,4}[^\n]{0,300}\Z", _BACKWARDS
)
VERDICT: Final = regex.compile(
    r"\b(?:verdict|rating|ruling|conclusion|assessment)\W{1,6}(?:(?:this|the\sclaim)\sis\s)?"
    rf"(?:(?:mostly|largely|partly)\s)?(?:{_UNTRUE}\b|pants\son\sfire|{_FAKE}\b)",
    regex.IGNORECASE,
)
"""`CLAIM: | Ann Lee said it`, with `VERDICT: False` below."""

BEFORE_CLAUSE: Final = (
    *(_UNPROVEN, _UNLIKELY, _MISREPORTED, _DENYING, _ONE_MIGHT),
    *(_FAKED_CLAUSE, _UNVERIFIED, _NOWHERE, _CONTRARY, _UNHEARD_TO),
)
"""Before `Ann Lee said it`."""
BEFORE_PARTICIPLE: Final = (_NOT_HEARD, _MISQUOTED, FAKED, _DENYING, _UNHEARD, _PURPORTED)
"""Before `saying it`."""

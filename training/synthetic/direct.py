"""Layouts of direct quotations, each a function from a scene to the sentences it makes."""

from __future__ import annotations

from training.synthetic.content import split_points
from training.synthetic.lists import fixed
from training.synthetic.nouns import comma
from training.synthetic.phrase import HEAD, Part, Phrase, chain, inserted, join, removed, word
from training.synthetic.reporting import (
    closing,
    plain_sentences,
    report_clause,
    stopped,
    subject_first,
)
from training.synthetic.scene import Scene


def quote_then_speaker(scene: Scene) -> list[Phrase]:
    """“Content,” Jane Doe said."""
    clause = report_clause(scene, "q", invert=False)
    return [stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, *closing(scene)])]


def quote_then_verb(scene: Scene) -> list[Phrase]:
    """“Content,” said Jane Doe, a spokeswoman for the bank."""
    clause = report_clause(scene, "qi", invert=True)
    return [stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, *closing(scene)])]


def quote_in_the_middle(scene: Scene) -> list[Phrase]:
    """“Content,” she said. “More content.”"""
    first = quote_then_verb(scene) if scene.chance(0.4) else quote_then_speaker(scene)
    return [
        *first,
        *[scene.quoted_whole().capitalised() for _ in range(scene.rng.choice((1, 1, 2)))],
    ]


def interrupted_quote(scene: Scene) -> list[Phrase]:
    """“Part of a clause,” he said, “and the rest.”"""
    if scene.framed:
        return _interrupted_frame(scene)
    for _ in range(8):
        phrase = scene.contents.statement()
        points = split_points(phrase)
        if points:
            break
    else:
        return quote_then_speaker(scene)
    clause = join(*report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.15))
    cut = scene.rng.choice(points)
    return [_interrupted(scene, phrase, cut, clause, quoted=True)]


def _interrupted_frame(scene: Scene) -> list[Phrase]:
    """“QUOTE,” he said, “QUOTE.” : both placeholders hang on the verb, there is no clause."""
    clause = report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.15)
    rest = join(("punct", comma()), (HEAD, scene.quoted_whole()))
    return [stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, ("ccomp", rest)])]


def interrupted_report(scene: Scene) -> list[Phrase]:
    """The plan, officials said, will fail."""
    for _ in range(8):
        phrase = scene.contents.statement()
        points = split_points(phrase)
        if points:
            break
    else:
        return quote_then_speaker(scene)
    clause = join(*report_clause(scene, "t", invert=False, tail=0.1))
    return [_interrupted(scene, phrase, scene.rng.choice(points), clause, quoted=False)]


def _interrupted(scene: Scene, phrase: Phrase, cut: int, clause: Phrase, *, quoted: bool) -> Phrase:
    """A clause with a reporting clause put in at ``cut``, hanging on its root as ``parataxis``."""
    if phrase.words[cut - 1].form == ",":
        phrase, cut = removed(phrase, cut - 1), cut - 1
    opening, closing_mark = scene.marks()
    between: list[Part] = [("punct", comma()), ("parataxis", clause), ("punct", comma())]
    if quoted:
        between.insert(1, ("punct", closing_mark))
        between.append(("punct", opening))
    for dep, part in between:
        phrase = inserted(phrase, cut, dep, part)
        cut += len(part.words)
    if not quoted:
        return join((HEAD, phrase), scene.stop())
    return join(("punct", opening), (HEAD, phrase), scene.stop(), ("punct", closing_mark))


def cue_then_quote(scene: Scene) -> list[Phrase]:
    """Jane Doe said: “Content.”   He told reporters, “Content.”"""
    takes = "n" if scene.chance(0.2) else "q"
    cue = scene.verbs.cue(takes)
    speaker = scene.speaker()
    verb = scene.verbs.finite(cue, speaker)
    hearer: list[Part] = [("iobj", scene.verbs.hearer())] if takes == "n" else []
    mark = word(":", ":") if scene.chance(0.5) else comma()
    content = join(("punct", mark), (HEAD, scene.quoted_whole()))
    parts = [*subject_first(speaker, verb), *hearer, *scene.verbs.adjunct(0.3), ("ccomp", content)]
    more = [scene.quoted_whole()] if scene.chance(0.15) else []
    return [stopped(scene, parts), *more]


def quote_alone(scene: Scene) -> list[Phrase]:
    """“Content.”  “Content. More.” : the speaker stands elsewhere."""
    return [scene.quoted_whole() for _ in range(scene.rng.choice((1, 1, 2)))]


def speech_of_sentences(scene: Scene) -> list[Phrase]:
    """“One. Two. Three,” she said. : the marks embrace several sentences."""
    if scene.framed:
        return quote_then_speaker(scene)
    opened, closed = _open_ended(scene)
    return [opened, *plain_sentences(scene, scene.rng.randrange(2)), closed]


def _open_ended(scene: Scene) -> tuple[Phrase, Phrase]:
    first, end = scene.contents.ended()
    opened = join(
        ("punct", word(scene.opening, "``", '"', space=False)),
        (HEAD, first),
        ("punct", word(end, ".")),
    )
    content = join(
        (HEAD, scene.contents.statement()),
        ("punct", comma()),
        ("punct", word(scene.closing, "''", '"')),
    )
    clause = report_clause(scene, "qi", invert=scene.chance(0.4))
    return opened, stopped(scene, [("ccomp", content), *clause])


def spoken_tag(scene: Scene) -> list[Phrase]:
    """“Content,” he said quietly, shaking his head. : as stories have it."""
    clause = report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.1)
    action = join(("punct", comma()), (HEAD, chain(scene.rng.choice(fixed("action")))))
    parts: list[Part] = [("ccomp", scene.quoted_before_cue()), *clause, ("advcl", action)]
    more = [scene.quoted_whole()] if scene.chance(0.4) else []
    return [stopped(scene, parts), *more]


def called_it(scene: Scene) -> list[Phrase]:
    """Doe called the plan “a disaster.” / The plan is “unfair,” Doe said."""
    speaker = scene.speaker()
    judged = scene.rng.choice(fixed("judged"))
    quality = chain(scene.rng.choice(fixed("quality")))
    if scene.chance(0.6):
        verb = scene.rng.choice(
            (("called", "call"), ("described", "describe"), ("labeled", "label"))
        )
        inside = scene.quoted_part(quality, "." if scene.chance(0.6) else None)
        if verb[1] == "describe":
            inside = join(("case", word("as", "IN")), (HEAD, inside))
            dep = "obl"
        else:
            dep = "xcomp"
        parts = [
            *subject_first(speaker, word(verb[0], "VBD", verb[1])),
            ("obj", chain(judged)),
            (dep, inside),
        ]
        return [stopped(scene, parts)]
    be = word(scene.rng.choice(("was", "is")), "VBD", "be")
    content = join(
        ("nsubj", chain(judged).capitalised()),
        ("cop", be),
        (HEAD, scene.quoted_part(quality, ",")),
    )
    return [
        stopped(scene, [("ccomp", content), *report_clause(scene, "qi", invert=scene.chance(0.3))])
    ]

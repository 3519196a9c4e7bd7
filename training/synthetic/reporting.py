"""The reporting clause: who says, the verb, what stands around them, and how it is closed."""

from __future__ import annotations

from dataclasses import replace

from training.synthetic.nouns import comma, flat_name
from training.synthetic.people import Speaker
from training.synthetic.phrase import HEAD, Part, Phrase, join, word
from training.synthetic.scene import Scene


def subject_first(speaker: Speaker, verb: Phrase) -> list[Part]:
    """Subject and verb, the verb as head."""
    return [("nsubj", speaker.before_verb()), (HEAD, verb)]


def report_clause(scene: Scene, takes: str, *, invert: bool, tail: float = 0.35) -> list[Part]:
    """Subject and verb after a content, in either order, with their adjuncts."""
    cue = scene.verbs.cue(takes)
    if invert:
        speaker = scene.speaker(allow_pronoun=scene.chance(0.06))
        verb = scene.verbs.finite(cue, speaker, plain=True)
        adjuncts = scene.verbs.adjunct(tail * 0.6)
        subject = speaker.before_verb() if adjuncts else speaker.phrase
        return [(HEAD, verb), ("nsubj", subject), *adjuncts]
    speaker = scene.speaker()
    return [
        *subject_first(speaker, scene.verbs.finite(cue, speaker)),
        *scene.verbs.adjunct(tail),
    ]


def closing(scene: Scene) -> list[Part]:
    """What may follow the reporting clause: a participle with a second content, or nothing."""
    if not scene.chance(0.14):
        return []
    return [("advcl", participle(scene))]


def participle(scene: Scene) -> Phrase:
    """A participle with a second content: “, adding that ...”."""
    cue = scene.verbs.cue("t" if scene.chance(0.8) else "q")
    gerund = word(cue.gerund, "VBG", cue.lemma)
    if "t" in cue.takes and scene.chance(0.75):
        said = scene.reported(cue)
    else:
        said = join(
            ("punct", word(":", ":") if scene.chance(0.5) else comma()),
            (HEAD, scene.quoted_whole()),
        )
        said = scene.reported(cue) if scene.framed and scene.chance(0.3) else said
    return join(("punct", comma()), (HEAD, gerund), ("ccomp", said))


def stopped(scene: Scene, parts: list[Part]) -> Phrase:
    """The full stop, unless a quotation has brought its own."""
    made = join(*parts)
    if made.words[-1].form == scene.closing and made.words[-2].form in ".?!":
        return made
    return join((HEAD, made), scene.stop())


def plain_sentences(scene: Scene, count: int) -> list[Phrase]:
    """Sentences nobody says."""
    made = []
    for _ in range(count):
        phrase, end = scene.contents.ended()
        made.append(join((HEAD, phrase), ("punct", word(end, "."))))
    return made


AGENCIES = ("AP", "AFP", "Reuters", "CNN", "UPI")


def dated(scene: Scene, phrase: Phrase) -> Phrase:
    """A news article's first sentence: “BEIRUT (AP) — ...”, the place as ``parataxis``."""
    place = scene.people.place()
    if scene.chance(0.7):
        capitals = tuple(replace(w, form=w.form.upper()) for w in place.words)
        place = replace(place, words=capitals)
    parts: list[Part] = [(HEAD, place)]
    if scene.chance(0.25):
        parts += [("punct", comma()), ("appos", scene.people.place())]
    if scene.chance(0.5):
        agency = flat_name(
            [scene.rng.choice(("AP", "AFP", "Reuters", "CNN", "UPI"))], "ORG"
        ).tight()
        marks = word("(", "-LRB-", space=False), word(")", "-RRB-")
        parts.append(("appos", join(("punct", marks[0]), (HEAD, agency), ("punct", marks[1]))))
    dash = word(scene.rng.choice(("—", "–", "--", "-")), ":" if scene.chance(0.5) else ",")
    line = join(*parts, ("punct", dash))
    return join(("parataxis", line), (HEAD, phrase))

"""Layouts of indirect reports, each a function from a scene to the sentences it makes."""

from __future__ import annotations

from training.synthetic.lists import fixed
from training.synthetic.nouns import comma
from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word
from training.synthetic.reporting import (
    closing,
    plain_sentences,
    report_clause,
    stopped,
    subject_first,
)
from training.synthetic.scene import Scene


def report(scene: Scene) -> list[Phrase]:
    """Officials said (that) the plan will fail."""
    takes = scene.rng.choices(("t", "b", "n", "w"), (55, 25, 16, 4))[0]
    cue = scene.verbs.cue(takes)
    speaker = scene.speaker()
    parts = subject_first(speaker, scene.verbs.finite(cue, speaker))
    if takes == "n":
        parts.append(("iobj", scene.verbs.hearer()))
    parts += [*scene.verbs.adjunct(0.25), ("ccomp", scene.reported(cue)), *closing(scene)]
    return [stopped(scene, parts)]


def fronted_report(scene: Scene) -> list[Phrase]:
    """The plan will fail, officials said."""
    content = join((HEAD, scene.contents.statement()), ("punct", comma()))
    clause = report_clause(scene, "t" if scene.chance(0.6) else "qi", invert=scene.chance(0.25))
    return [stopped(scene, [("ccomp", content), *clause, *closing(scene)])]


def according_to(scene: Scene) -> list[Phrase]:
    """According to the ministry, content. / Content, according to the ministry."""
    speaker = scene.speaker(allow_pronoun=False)
    lead = [("case", join((HEAD, word("according", "VBG", "accord")), ("fixed", word("to", "IN"))))]
    if scene.chance(0.5):
        source = join(*lead, (HEAD, speaker.phrase))
        opened = (
            join((HEAD, source), ("punct", comma()))
            if speaker.closed is None
            else join(*lead, (HEAD, speaker.before_verb()))
        )
        parts: list[Part] = [("obl", opened.capitalised()), (HEAD, scene.statement())]
    else:
        source = join(("punct", comma()), *lead, (HEAD, speaker.phrase))
        content, _ = scene.contents.ended()
        head = scene.quoted_part(content) if scene.chance(0.15) else content
        parts = [(HEAD, head), ("obl", source)]
    return [stopped(scene, parts)]


def as_speaker_says(scene: Scene) -> list[Phrase]:
    """As the mayor put it, content. / Content, as officials said."""
    speaker = scene.speaker()
    cue = scene.verbs.cue("q")
    verb = scene.verbs.finite(cue, speaker, plain=True)
    inner = join(("mark", word("As", "IN", "as")), *subject_first(speaker, verb))
    clause = join((HEAD, inner), ("punct", comma()))
    return [stopped(scene, [("advcl", clause), (HEAD, scene.statement())])]


def was_quoted(scene: Scene) -> list[Phrase]:
    """Doe was quoted as saying (that) content. / She was quoted by the paper as saying ..."""
    speaker = scene.speaker()
    be = word(scene.rng.choice(("were",) if speaker.plural else ("was", "is")), "VBD", "be")
    head = word(scene.rng.choice(("quoted", "quoted", "cited", "reported")), "VBN", "quote")
    by: list[Part] = []
    if scene.chance(0.35):
        by = [("obl:agent", join(("case", word("by", "IN")), (HEAD, scene.people.organisation())))]
    cue = scene.verbs.cue("t")
    said = (
        scene.reported(cue)
        if scene.chance(0.5)
        else join(("punct", comma()), (HEAD, scene.quoted_whole()))
    )
    saying = join(("mark", word("as", "IN")), (HEAD, word("saying", "VBG", "say")), ("ccomp", said))
    parts: list[Part] = [
        ("nsubj:pass", speaker.before_verb()),
        ("aux:pass", be),
        (HEAD, head),
        *by,
        ("advcl", saying),
    ]
    return [stopped(scene, parts)]


def was_told(scene: Scene) -> list[Phrase]:
    """The court was told by prosecutors that content. / He was asked whether content."""
    cue = scene.verbs.cue("n" if scene.chance(0.8) else "w")
    told = scene.speaker()
    be = word("were" if told.plural else "was", "VBD", "be")
    by = join(("case", word("by", "IN")), (HEAD, scene.speaker(allow_pronoun=False).phrase))
    agent: list[Part] = [("obl:agent", by)] if scene.chance(0.75) else []
    parts: list[Part] = [
        ("nsubj:pass", told.before_verb()),
        ("aux:pass", be),
        (HEAD, word(cue.participle, "VBN", cue.lemma)),
        *agent,
        ("ccomp", scene.reported(cue)),
    ]
    return [stopped(scene, parts)]


def made_clear(scene: Scene) -> list[Phrase]:
    """The minister has made (it) clear that content."""
    speaker = scene.speaker()
    verb = word("made", "VBD", "make")
    aux: list[Part] = []
    if scene.chance(0.5):
        aux = [("aux", word("have" if speaker.plural else "has", "VBZ", "have"))]
        verb = word("made", "VBN", "make")
    it: list[Part] = [("expl", word("it", "PRP"))] if scene.chance(0.5) else []
    cue = scene.verbs.cue("t")
    said = scene.reported(cue)
    clear = join((HEAD, word("clear", "JJ")), ("ccomp", said))
    return [
        stopped(
            scene, [("nsubj", speaker.before_verb()), *aux, (HEAD, verb), *it, ("xcomp", clear)]
        )
    ]


def went_on_to_say(scene: Scene) -> list[Phrase]:
    """She went on to say that content. / Officials declined to say whether content."""
    speaker = scene.speaker()
    cue = scene.verbs.cue("t")
    said = join(
        ("mark", word("to", "TO")),
        (HEAD, word(cue.lemma, "VB", cue.lemma)),
        ("ccomp", scene.reported(cue)),
    )
    form, tag, lemma, extra = scene.rng.choice(_CONTROL)
    if speaker.plural and tag == "VBZ":
        form, tag = lemma, "VBP"
    adverb: list[Part] = [("advmod", word(extra, "RB"))] if extra else []
    parts = [*subject_first(speaker, word(form, tag, lemma)), *adverb, ("xcomp", said)]
    return [stopped(scene, parts)]


_CONTROL = (
    ("went", "VBD", "go", "on"),
    ("declined", "VBD", "decline", ""),
    ("refused", "VBD", "refuse", ""),
    ("seemed", "VBD", "seem", ""),
    ("continues", "VBZ", "continue", ""),
    ("wants", "VBZ", "want", ""),
    ("appeared", "VBD", "appear", ""),
    ("tried", "VBD", "try", ""),
)


def did_and_said(scene: Scene) -> list[Phrase]:
    """The minister left the meeting early and said (that) content."""
    speaker = scene.speaker()
    cue = scene.verbs.cue("t" if scene.chance(0.7) else "q")
    if "t" in cue.takes and scene.chance(0.7):
        said = scene.reported(cue)
    else:
        said = join(
            ("punct", word(":", ":") if scene.chance(0.4) else comma()),
            (HEAD, scene.quoted_whole()),
        )
    conjunction: list[Part] = [("cc", word(scene.rng.choice(("and", "and", "but")), "CC"))]
    if scene.chance(0.2):
        conjunction.insert(0, ("punct", comma()))
    second = join(*conjunction, (HEAD, word(cue.past, "VBD", cue.lemma)), ("ccomp", said))
    first = scene.contents.predicate()
    return [stopped(scene, [("nsubj", speaker.before_verb()), (HEAD, first), ("conj", second)])]


def said_and_said(scene: Scene) -> list[Phrase]:
    """She said (that) content and added that content."""
    speaker = scene.speaker()
    one, two = scene.verbs.cue("t"), scene.verbs.cue("t")
    second = join(
        ("cc", word(scene.rng.choice(("and", "but")), "CC")),
        (HEAD, word(two.past, "VBD", two.lemma)),
        ("ccomp", scene.reported(two)),
    )
    parts: list[Part] = [
        *subject_first(speaker, word(one.past, "VBD", one.lemma)),
        ("ccomp", scene.reported(one)),
        ("conj", second),
    ]
    return [stopped(scene, parts)]


def doing_speaker_said(scene: Scene) -> list[Phrase]:
    """Asked about the plan, Doe said content. / Speaking in Rome, the minister warned that ..."""
    lead = join((HEAD, chain(scene.rng.choice(fixed("lead")))), ("punct", comma()))
    cue = scene.verbs.cue("t")
    speaker = scene.speaker()
    parts: list[Part] = [
        ("advcl", lead),
        *subject_first(speaker, scene.verbs.finite(cue, speaker)),
        ("ccomp", scene.reported(cue)),
    ]
    return [stopped(scene, parts)]


def in_a_statement(scene: Scene) -> list[Phrase]:
    """In a statement, the company said content. / On Monday, Doe told reporters that ..."""
    cue = scene.verbs.cue("n" if scene.chance(0.2) else "t")
    speaker = scene.speaker()
    adjuncts = scene.verbs.adjunct(1.0)[:1]
    lead = join((HEAD, adjuncts[0][1]), ("punct", comma())) if scene.chance(0.7) else adjuncts[0][1]
    hearer: list[Part] = [("iobj", scene.verbs.hearer())] if "n" in cue.takes else []
    parts: list[Part] = [
        (adjuncts[0][0], lead),
        *subject_first(speaker, scene.verbs.finite(cue, speaker)),
        *hearer,
        ("ccomp", scene.reported(cue)),
    ]
    return [stopped(scene, parts)]


def who_said(scene: Scene) -> list[Phrase]:
    """Doe, who said (that) content, left the meeting."""
    speaker = scene.speaker(allow_pronoun=False, allow_heavy=False)
    cue = scene.verbs.cue("t")
    clause = join(
        ("punct", comma()),
        ("nsubj", word("who", "WP")),
        (HEAD, word(cue.past, "VBD", cue.lemma)),
        ("ccomp", scene.reported(cue)),
    )
    subject = join((HEAD, speaker.phrase), ("acl:relcl", clause), ("punct", comma()))
    return [stopped(scene, [("nsubj", subject), (HEAD, scene.contents.predicate())])]


def statement_saying(scene: Scene) -> list[Phrase]:
    """The company issued a statement saying that content."""
    speaker = scene.speaker()
    cue = scene.verbs.cue("t")
    noun = scene.rng.choice(("statement", "letter", "report", "tweet", "memo", "message"))
    verb = scene.rng.choice(("issued", "released", "sent", "wrote", "published"))
    saying = join((HEAD, word(cue.gerund, "VBG", cue.lemma)), ("ccomp", scene.reported(cue)))
    document = join(("det", word("a", "DT")), (HEAD, word(noun, "NN")), ("acl", saying))
    parts = [*subject_first(speaker, word(verb, "VBD", verb)), ("obj", document)]
    return [stopped(scene, parts)]


def headline(scene: Scene) -> list[Phrase]:
    """Plan Will Fail, Officials Say : no end mark; the variants put it in Title Case."""
    speaker = scene.speaker(allow_heavy=False)
    cue = scene.verbs.cue("b" if scene.chance(0.7) else "t")
    verb = (
        word(cue.plural, "VBP", cue.lemma)
        if speaker.plural
        else word(cue.present, "VBZ", cue.lemma)
    )
    if scene.chance(0.5):
        content = join((HEAD, scene.contents.statement()), ("punct", comma()))
        return [join(("ccomp", content), ("nsubj", speaker.phrase), (HEAD, verb))]
    return [join(*subject_first(speaker, verb), ("ccomp", scene.statement()))]


def plain(scene: Scene) -> list[Phrase]:
    """A sentence nobody says, between quotations."""
    return plain_sentences(scene, 1)

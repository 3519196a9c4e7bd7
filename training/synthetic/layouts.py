"""The layouts of news quotes, each a function from a scene to the sentences it makes.

Attachment follows the treebanks (EWT 2.16, GUM 11): the reporting verb is the root and a content
that is whole hangs on it as ``ccomp``, before or after; a verb that interrupts a clause hangs on
the clause as ``parataxis``; "according to X" is ``obl`` with ``according`` as ``case``; the one
told is ``iobj``.
"""

from __future__ import annotations

from collections.abc import Callable

from training.synthetic.content import lowered, split_points
from training.synthetic.people import Speaker, comma
from training.synthetic.phrase import HEAD, Part, Phrase, chain, join, word
from training.synthetic.scene import Scene, replace_words

Layout = Callable[[Scene], list[Phrase]]


def _subject_first(scene: Scene, speaker: Speaker, verb: Phrase) -> list[Part]:
    return [("nsubj", speaker.before_verb()), (HEAD, verb)]


def _report_clause(scene: Scene, takes: str, *, invert: bool, tail: float = 0.35) -> list[Part]:
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
        *_subject_first(scene, speaker, scene.verbs.finite(cue, speaker)),
        *scene.verbs.adjunct(tail),
    ]


def _closing(scene: Scene) -> list[Part]:
    """What may follow the reporting clause: a participle with a second content, or nothing."""
    if not scene.chance(0.14):
        return []
    return [("advcl", _participle(scene))]


def _participle(scene: Scene) -> Phrase:
    """ ", adding that ..." """
    cue = scene.verbs.cue("t" if scene.chance(0.8) else "q")
    gerund = word(cue.gerund, "VBG", cue.lemma)
    if "t" in cue.takes and scene.chance(0.75):
        said = scene.reported(cue)
    else:
        said = join(("punct", word(":", ":") if scene.chance(0.5) else comma()), (HEAD, scene.quoted_whole()))
        said = scene.reported(cue) if scene.framed and scene.chance(0.3) else said
    return join(("punct", comma()), (HEAD, gerund), ("ccomp", said))


def _stopped(scene: Scene, parts: list[Part]) -> Phrase:
    """The full stop, unless a quotation has brought its own."""
    made = join(*parts)
    if made.words[-1].form == scene.closing and made.words[-2].form in ".?!":
        return made
    return join((HEAD, made), scene.stop())


# -- direct ------------------------------------------------------------------------------------------


def quote_then_speaker(scene: Scene) -> list[Phrase]:
    """ “Content,” Jane Doe said. """
    clause = _report_clause(scene, "q", invert=False)
    return [_stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, *_closing(scene)])]


def quote_then_verb(scene: Scene) -> list[Phrase]:
    """ “Content,” said Jane Doe, a spokeswoman for the bank. """
    clause = _report_clause(scene, "qi", invert=True)
    return [_stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, *_closing(scene)])]


def quote_in_the_middle(scene: Scene) -> list[Phrase]:
    """ “Content,” she said. “More content.” """
    first = quote_then_verb(scene) if scene.chance(0.4) else quote_then_speaker(scene)
    return [*first, *[scene.quoted_whole().capitalised() for _ in range(scene.rng.choice((1, 1, 2)))]]


def interrupted_quote(scene: Scene) -> list[Phrase]:
    """ “Part of a clause,” he said, “and the rest.” """
    if scene.framed:
        return _interrupted_frame(scene)
    for _ in range(8):
        phrase = scene.contents.statement()
        points = split_points(phrase)
        if points:
            break
    else:
        return quote_then_speaker(scene)
    clause = join(*_report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.15))
    cut = scene.rng.choice(points)
    return [_interrupt(scene, phrase, cut, clause, quoted=True)]


def _interrupted_frame(scene: Scene) -> list[Phrase]:
    """ “QUOTE,” he said, “QUOTE.” : both placeholders hang on the verb, there is no clause."""
    clause = _report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.15)
    rest = join(("punct", comma()), (HEAD, scene.quoted_whole()))
    return [_stopped(scene, [("ccomp", scene.quoted_before_cue()), *clause, ("ccomp", rest)])]


def interrupted_report(scene: Scene) -> list[Phrase]:
    """ The plan, officials said, will fail. """
    for _ in range(8):
        phrase = scene.contents.statement()
        points = split_points(phrase)
        if points:
            break
    else:
        return fronted_report(scene)
    clause = join(*_report_clause(scene, "t", invert=False, tail=0.1))
    return [_interrupt(scene, phrase, scene.rng.choice(points), clause, quoted=False)]


def _interrupt(scene: Scene, phrase: Phrase, cut: int, clause: Phrase, *, quoted: bool) -> Phrase:
    """Put a reporting clause into a clause at ``cut``, hanging on its root as ``parataxis``."""
    from dataclasses import replace

    from training.trees import ROOT, Name, Word

    root = phrase.root
    had_comma = phrase.words[cut - 1].form == ","
    before, after = list(phrase.words[: cut - had_comma]), list(phrase.words[cut:])
    left: list[tuple[Word, str]] = []
    for w in before:
        left.append((w, "old"))
    punct = lambda form, tag, space=True: Word(form, tag=tag, lemma=form, space=space, head=root, dep="punct")  # noqa: E731
    inner: list[tuple[Word, str]] = [(punct(",", ","), "mark")]
    if quoted:
        inner.append((punct(scene.closing, "''"), "mark"))
    report = [(w, "report") for w in clause.words]
    outer: list[tuple[Word, str]] = [(punct(",", ","), "mark")]
    if quoted:
        outer.append((punct(scene.opening, "``", False), "mark"))
    right = [(w, "old") for w in after]
    end: list[tuple[Word, str]] = [(punct(".", "."), "mark")]
    if quoted:
        end.append((punct(scene.closing, "''"), "mark"))
        left.insert(0, (punct(scene.opening, "``", False), "mark"))
    line = left + inner + report + outer + right + end
    old_at: dict[int, int] = {}
    report_at: dict[int, int] = {}
    old = report_seen = 0
    skipped = cut - 1 if had_comma else -1
    for place, (_, kind) in enumerate(line):
        if kind == "old":
            if old == skipped:
                old += 1
            old_at[old] = place
            old += 1
        elif kind == "report":
            report_at[report_seen] = place
            report_seen += 1
    words = []
    for w, kind in line:
        if kind == "old":
            words.append(replace(w, head=ROOT if w.head == ROOT else old_at.get(w.head, old_at[root])))
        elif kind == "report":
            if w.head == ROOT:
                words.append(replace(w, head=old_at[root], dep="parataxis"))
            else:
                words.append(replace(w, head=report_at[w.head]))
        else:
            words.append(replace(w, head=old_at[root]))
    names = [
        Name(report_at[n.start], report_at[n.end - 1] + 1, n.label) for n in clause.names
    ] + [
        Name(old_at[n.start], old_at[n.end - 1] + 1, n.label)
        for n in phrase.names
        if n.end <= cut - had_comma or n.start >= cut
    ]
    doubtful = frozenset(old_at[i] for i in phrase.doubtful if i in old_at) | frozenset(
        report_at[i] for i in clause.doubtful
    )
    from training.synthetic.phrase import without_space_before_marks

    return Phrase(without_space_before_marks(words), tuple(names), doubtful)


def cue_then_quote(scene: Scene) -> list[Phrase]:
    """ Jane Doe said: “Content.”   He told reporters, “Content.” """
    takes = "n" if scene.chance(0.2) else "q"
    cue = scene.verbs.cue(takes)
    speaker = scene.speaker()
    verb = scene.verbs.finite(cue, speaker)
    hearer: list[Part] = [("iobj", scene.verbs.hearer())] if takes == "n" else []
    mark = word(":", ":") if scene.chance(0.5) else comma()
    content = join(("punct", mark), (HEAD, scene.quoted_whole()))
    parts = [*_subject_first(scene, speaker, verb), *hearer, *scene.verbs.adjunct(0.3), ("ccomp", content)]
    more = [scene.quoted_whole()] if scene.chance(0.15) else []
    return [_stopped(scene, parts), *more]


def quote_alone(scene: Scene) -> list[Phrase]:
    """ “Content.”  “Content. More.” : the speaker stands elsewhere. """
    return [scene.quoted_whole() for _ in range(scene.rng.choice((1, 1, 2)))]


def speech_of_sentences(scene: Scene) -> list[Phrase]:
    """ “One. Two. Three,” she said. : the marks embrace several sentences."""
    if scene.framed:
        return quote_then_speaker(scene)
    opened, closed = _open_ended(scene)
    return [opened, *_plain(scene, scene.rng.randrange(2)), closed]


def _open_ended(scene: Scene) -> tuple[Phrase, Phrase]:
    first, end = scene.contents.ended()
    opened = join(
        ("punct", word(scene.opening, "``", '"', space=False)), (HEAD, first), ("punct", word(end, "."))
    )
    content = join(
        (HEAD, scene.contents.statement()), ("punct", comma()), ("punct", word(scene.closing, "''", '"'))
    )
    clause = _report_clause(scene, "qi", invert=scene.chance(0.4))
    return opened, _stopped(scene, [("ccomp", content), *clause])


def _plain(scene: Scene, count: int) -> list[Phrase]:
    made = []
    for _ in range(count):
        phrase, end = scene.contents.ended()
        made.append(join((HEAD, phrase), ("punct", word(end, "."))))
    return made


# -- indirect ------------------------------------------------------------------------------------------


def report(scene: Scene) -> list[Phrase]:
    """ Officials said (that) the plan will fail. """
    takes = scene.rng.choices(("t", "b", "n", "w"), (55, 25, 16, 4))[0]
    cue = scene.verbs.cue(takes)
    speaker = scene.speaker()
    parts = _subject_first(scene, speaker, scene.verbs.finite(cue, speaker))
    if takes == "n":
        parts.append(("iobj", scene.verbs.hearer()))
    parts += [*scene.verbs.adjunct(0.25), ("ccomp", scene.reported(cue)), *_closing(scene)]
    return [_stopped(scene, parts)]


def fronted_report(scene: Scene) -> list[Phrase]:
    """ The plan will fail, officials said. """
    content = join((HEAD, scene.contents.statement()), ("punct", comma()))
    clause = _report_clause(scene, "t" if scene.chance(0.6) else "qi", invert=scene.chance(0.25))
    return [_stopped(scene, [("ccomp", content), *clause, *_closing(scene)])]


def according_to(scene: Scene) -> list[Phrase]:
    """ According to the ministry, content. / Content, according to the ministry. """
    speaker = scene.speaker(allow_pronoun=False)
    lead = [
        ("case", join((HEAD, word("according", "VBG", "accord")), ("fixed", word("to", "IN"))))
    ]
    if scene.chance(0.5):
        source = join(*lead, (HEAD, speaker.phrase))
        opened = join((HEAD, source), ("punct", comma())) if speaker.closed is None else join(*lead, (HEAD, speaker.before_verb()))
        parts: list[Part] = [("obl", opened.capitalised()), (HEAD, scene.statement())]
    else:
        source = join(("punct", comma()), *lead, (HEAD, speaker.phrase))
        content, _ = scene.contents.ended()
        head = scene.quoted_part(content) if scene.chance(0.15) else content
        parts = [(HEAD, head), ("obl", source)]
    return [_stopped(scene, parts)]


def as_speaker_says(scene: Scene) -> list[Phrase]:
    """ As the mayor put it, content. / Content, as officials said. """
    speaker = scene.speaker()
    cue = scene.verbs.cue("q")
    verb = scene.verbs.finite(cue, speaker, plain=True)
    inner = join(("mark", word("As", "IN", "as")), *_subject_first(scene, speaker, verb))
    clause = join((HEAD, inner), ("punct", comma()))
    return [_stopped(scene, [("advcl", clause), (HEAD, scene.statement())])]


def was_quoted(scene: Scene) -> list[Phrase]:
    """ Doe was quoted as saying (that) content. / She was quoted by the paper as saying ... """
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
    parts: list[Part] = [("nsubj:pass", speaker.before_verb()), ("aux:pass", be), (HEAD, head), *by, ("advcl", saying)]
    return [_stopped(scene, parts)]


def was_told(scene: Scene) -> list[Phrase]:
    """ The court was told by prosecutors that content. / He was asked whether content. """
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
    return [_stopped(scene, parts)]


def made_clear(scene: Scene) -> list[Phrase]:
    """ The minister has made (it) clear that content. """
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
    return [_stopped(scene, [("nsubj", speaker.before_verb()), *aux, (HEAD, verb), *it, ("xcomp", clear)])]


def went_on_to_say(scene: Scene) -> list[Phrase]:
    """ She went on to say that content. / Officials declined to say whether content. """
    speaker = scene.speaker()
    cue = scene.verbs.cue("t")
    said = join(
        ("mark", word("to", "TO")), (HEAD, word(cue.lemma, "VB", cue.lemma)), ("ccomp", scene.reported(cue))
    )
    form, tag, lemma, extra = scene.rng.choice(_CONTROL)
    if speaker.plural and tag == "VBZ":
        form, tag = lemma, "VBP"
    adverb: list[Part] = [("advmod", word(extra, "RB"))] if extra else []
    parts = [*_subject_first(scene, speaker, word(form, tag, lemma)), *adverb, ("xcomp", said)]
    return [_stopped(scene, parts)]


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
    """ The minister left the meeting early and said (that) content. """
    speaker = scene.speaker()
    cue = scene.verbs.cue("t" if scene.chance(0.7) else "q")
    if "t" in cue.takes and scene.chance(0.7):
        said = scene.reported(cue)
    else:
        said = join(("punct", word(":", ":") if scene.chance(0.4) else comma()), (HEAD, scene.quoted_whole()))
    conjunction: list[Part] = [("cc", word(scene.rng.choice(("and", "and", "but")), "CC"))]
    if scene.chance(0.2):
        conjunction.insert(0, ("punct", comma()))
    second = join(*conjunction, (HEAD, word(cue.past, "VBD", cue.lemma)), ("ccomp", said))
    first = scene.contents.predicate()
    return [_stopped(scene, [("nsubj", speaker.before_verb()), (HEAD, first), ("conj", second)])]


def said_and_said(scene: Scene) -> list[Phrase]:
    """ She said (that) content and added that content. """
    speaker = scene.speaker()
    one, two = scene.verbs.cue("t"), scene.verbs.cue("t")
    second = join(
        ("cc", word(scene.rng.choice(("and", "but")), "CC")),
        (HEAD, word(two.past, "VBD", two.lemma)),
        ("ccomp", scene.reported(two)),
    )
    parts: list[Part] = [
        *_subject_first(scene, speaker, word(one.past, "VBD", one.lemma)),
        ("ccomp", scene.reported(one)),
        ("conj", second),
    ]
    return [_stopped(scene, parts)]


def doing_speaker_said(scene: Scene) -> list[Phrase]:
    """ Asked about the plan, Doe said content. / Speaking in Rome, the minister warned that ... """
    lead = join((HEAD, chain(scene.rng.choice(_LEADS))), ("punct", comma()))
    cue = scene.verbs.cue("t")
    speaker = scene.speaker()
    parts: list[Part] = [
        ("advcl", lead),
        *_subject_first(scene, speaker, scene.verbs.finite(cue, speaker)),
        ("ccomp", scene.reported(cue)),
    ]
    return [_stopped(scene, parts)]


_LEADS = (
    "Asked/VBN/advcl/0 about/IN/case/4 the/DT/det/4 plan/NN/obl/1",
    "Asked/VBN/advcl/0 whether/IN/mark/5 he/PRP/nsubj/5 would/MD/aux/5 resign/VB/ccomp/1",
    "Speaking/VBG/advcl/0 to/IN/case/3 reporters/NNS/obl/1",
    "Speaking/VBG/advcl/0 in/IN/case/3 parliament/NN/obl/1 on/IN/case/5 Tuesday/NNP/obl/1",
    "Pressed/VBN/advcl/0 by/IN/case/3 reporters/NNS/obl:agent/1",
    "Citing/VBG/advcl/0 security/NN/compound/3 concerns/NNS/obj/1",
    "Noting/VBG/advcl/0 the/DT/det/3 risks/NNS/obj/1",
    "Writing/VBG/advcl/0 on/IN/case/3 Facebook/NNP/obl/1",
    "Referring/VBG/advcl/0 to/IN/case/4 the/DT/det/4 attack/NN/obl/1",
    "Reached/VBN/advcl/0 by/IN/case/3 telephone/NN/obl/1",
)


def in_a_statement(scene: Scene) -> list[Phrase]:
    """ In a statement, the company said content. / On Monday, Doe told reporters that ... """
    cue = scene.verbs.cue("n" if scene.chance(0.2) else "t")
    speaker = scene.speaker()
    adjuncts = scene.verbs.adjunct(1.0)[:1]
    lead = join((HEAD, adjuncts[0][1]), ("punct", comma())) if scene.chance(0.7) else adjuncts[0][1]
    hearer: list[Part] = [("iobj", scene.verbs.hearer())] if "n" in cue.takes else []
    parts: list[Part] = [
        (adjuncts[0][0], lead),
        *_subject_first(scene, speaker, scene.verbs.finite(cue, speaker)),
        *hearer,
        ("ccomp", scene.reported(cue)),
    ]
    return [_stopped(scene, parts)]


def who_said(scene: Scene) -> list[Phrase]:
    """ Doe, who said (that) content, left the meeting. """
    speaker = scene.speaker(allow_pronoun=False, allow_heavy=False)
    cue = scene.verbs.cue("t")
    clause = join(
        ("punct", comma()),
        ("nsubj", word("who", "WP")),
        (HEAD, word(cue.past, "VBD", cue.lemma)),
        ("ccomp", scene.reported(cue)),
    )
    subject = join((HEAD, speaker.phrase), ("acl:relcl", clause), ("punct", comma()))
    return [_stopped(scene, [("nsubj", subject), (HEAD, scene.contents.predicate())])]


def statement_saying(scene: Scene) -> list[Phrase]:
    """ The company issued a statement saying that content. """
    speaker = scene.speaker()
    cue = scene.verbs.cue("t")
    noun = scene.rng.choice(("statement", "letter", "report", "tweet", "memo", "message"))
    verb = scene.rng.choice(("issued", "released", "sent", "wrote", "published"))
    saying = join((HEAD, word(cue.gerund, "VBG", cue.lemma)), ("ccomp", scene.reported(cue)))
    document = join(("det", word("a", "DT")), (HEAD, word(noun, "NN")), ("acl", saying))
    parts = [*_subject_first(scene, speaker, word(verb, "VBD", verb)), ("obj", document)]
    return [_stopped(scene, parts)]


def called_it(scene: Scene) -> list[Phrase]:
    """ Doe called the plan “a disaster.” / The plan is “unfair,” Doe said. """
    speaker = scene.speaker()
    judged = scene.rng.choice(_JUDGED)
    quality = chain(scene.rng.choice(_QUALITIES))
    if scene.chance(0.6):
        verb = scene.rng.choice((("called", "call"), ("described", "describe"), ("labeled", "label")))
        inside = scene.quoted_part(quality, "." if scene.chance(0.6) else None)
        if verb[1] == "describe":
            inside = join(("case", word("as", "IN")), (HEAD, inside))
            dep = "obl"
        else:
            dep = "xcomp"
        parts = [*_subject_first(scene, speaker, word(verb[0], "VBD", verb[1])), ("obj", chain(judged)), (dep, inside)]
        return [_stopped(scene, parts)]
    be = word(scene.rng.choice(("was", "is")), "VBD", "be")
    content = join(
        ("nsubj", chain(judged).capitalised()),
        ("cop", be),
        (HEAD, scene.quoted_part(quality, ",")),
    )
    return [_stopped(scene, [("ccomp", content), *_report_clause(scene, "qi", invert=scene.chance(0.3))])]


_JUDGED = (
    "the/DT/det/2 plan/NN/root/0",
    "the/DT/det/2 decision/NN/root/0",
    "the/DT/det/3 new/JJ/amod/3 law/NN/root/0",
    "the/DT/det/2 attack/NN/root/0",
    "his/PRP$/nmod:poss/2 remarks/NNS/root/0",
    "the/DT/det/2 deal/NN/root/0",
    "it/PRP/root/0",
    "the/DT/det/2 vote/NN/root/0 on/IN/case/4 Sunday/NNP/nmod/2",
)
_QUALITIES = (
    "a/DT/det/2 disaster/NN/root/0",
    "a/DT/det/3 complete/JJ/amod/3 failure/NN/root/0",
    "unfair/JJ/root/0",
    "very/RB/advmod/2 dangerous/JJ/root/0",
    "a/DT/det/3 big/JJ/amod/3 step/NN/root/0 forward/RB/advmod/3",
    "the/DT/det/2 end/NN/root/0 of/IN/case/5 an/DT/det/5 era/NN/nmod/2",
    "shameful/JJ/root/0 and/CC/cc/3 wrong/JJ/conj/1",
    "nothing/NN/root/0 but/IN/case/3 theatre/NN/nmod/1",
)


def spoken_tag(scene: Scene) -> list[Phrase]:
    """ “Content,” he said quietly, shaking his head. : as stories have it."""
    clause = _report_clause(scene, "qi", invert=scene.chance(0.4), tail=0.1)
    action = join(("punct", comma()), (HEAD, chain(scene.rng.choice(_ACTIONS))))
    parts: list[Part] = [("ccomp", scene.quoted_before_cue()), *clause, ("advcl", action)]
    more = [scene.quoted_whole()] if scene.chance(0.4) else []
    return [_stopped(scene, parts), *more]


_ACTIONS = (
    "shaking/VBG/advcl/0 his/PRP$/nmod:poss/3 head/NN/obj/1",
    "turning/VBG/advcl/0 to/IN/case/4 the/DT/det/4 window/NN/obl/1",
    "smiling/VBG/advcl/0",
    "pointing/VBG/advcl/0 at/IN/case/4 the/DT/det/4 map/NN/obl/1",
    "wiping/VBG/advcl/0 her/PRP$/nmod:poss/3 eyes/NNS/obj/1",
    "referring/VBG/advcl/0 to/IN/case/4 the/DT/det/4 deal/NN/obl/1",
)


def headline(scene: Scene) -> list[Phrase]:
    """ Plan Will Fail, Officials Say : no end mark; the variants put it in Title Case."""
    speaker = scene.speaker(allow_heavy=False)
    cue = scene.verbs.cue("b" if scene.chance(0.7) else "t")
    verb = word(cue.plural, "VBP", cue.lemma) if speaker.plural else word(cue.present, "VBZ", cue.lemma)
    if scene.chance(0.5):
        content = join((HEAD, scene.contents.statement()), ("punct", comma()))
        return [join(("ccomp", content), ("nsubj", speaker.phrase), (HEAD, verb))]
    return [join(*_subject_first(scene, speaker, verb), ("ccomp", scene.statement()))]


def plain(scene: Scene) -> list[Phrase]:
    """A sentence nobody says, between quotations."""
    return _plain(scene, 1)


LAYOUTS: tuple[tuple[float, Layout], ...] = (
    (14, quote_then_speaker),
    (15, quote_then_verb),
    (8, quote_in_the_middle),
    (5, interrupted_quote),
    (2, interrupted_report),
    (7, cue_then_quote),
    (3, quote_alone),
    (3, speech_of_sentences),
    (14, report),
    (8, fronted_report),
    (5, according_to),
    (1, as_speaker_says),
    (3, was_quoted),
    (3, was_told),
    (2, made_clear),
    (2, went_on_to_say),
    (4, did_and_said),
    (3, said_and_said),
    (2, doing_speaker_said),
    (3, in_a_statement),
    (2, who_said),
    (2, statement_saying),
    (4, called_it),
    (2, spoken_tag),
    (3, headline),
    (6, plain),
)
"""Weight and layout. Weights follow the rough frequencies in news, rare ones lifted."""

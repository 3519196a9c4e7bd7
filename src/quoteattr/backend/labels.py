"""Two label schemes, one scheme of our own.

Universal Dependencies 2 (universaldependencies.org/u/dep) and the CLEAR-style labels of spaCy's
English pipelines (Choi and Palmer 2012). Where the two draw different trees, the tree is turned
into UD's: a preposition's object takes the preposition's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIVERSAL: Final[dict[str, Relation]] = {
    "root": Relation.ROOT,
    "nsubj": Relation.SUBJECT,
    "nsubj:outer": Relation.SUBJECT,
    "nsubj:pass": Relation.PASSIVE_SUBJECT,
    "csubj": Relation.SUBJECT,
    "csubj:pass": Relation.PASSIVE_SUBJECT,
    "obl:agent": Relation.AGENT,
    "obj": Relation.OBJECT,
    "iobj": Relation.INDIRECT_OBJECT,
    "obl": Relation.OBLIQUE,
    "obl:npmod": Relation.OBLIQUE,
    "obl:tmod": Relation.OBLIQUE,
    "obl:unmarked": Relation.OBLIQUE,
    "ccomp": Relation.COMPLEMENT,
    "xcomp": Relation.OPEN_COMPLEMENT,
    "advcl": Relation.ADVERBIAL_CLAUSE,
    "advcl:relcl": Relation.RELATIVE_CLAUSE,
    "acl": Relation.NOUN_CLAUSE,
    "acl:relcl": Relation.RELATIVE_CLAUSE,
    "parataxis": Relation.PARATAXIS,
    "conj": Relation.CONJUNCT,
    "appos": Relation.APPOSITION,
    "flat": Relation.NAME_PART,
    "flat:name": Relation.NAME_PART,
    "fixed": Relation.NAME_PART,
    "compound": Relation.COMPOUND,
    "compound:prt": Relation.PARTICLE,
    "nmod": Relation.NOUN_MODIFIER,
    "nmod:npmod": Relation.NOUN_MODIFIER,
    "nmod:tmod": Relation.NOUN_MODIFIER,
    "nmod:unmarked": Relation.NOUN_MODIFIER,
    "nmod:desc": Relation.NOUN_MODIFIER,
    "nmod:poss": Relation.POSSESSIVE,
    "amod": Relation.ADJECTIVE,
    "nummod": Relation.ADJECTIVE,
    "det": Relation.DETERMINER,
    "det:predet": Relation.DETERMINER,
    "advmod": Relation.ADVERB,
    "aux": Relation.AUXILIARY,
    "aux:pass": Relation.AUXILIARY,
    "cop": Relation.COPULA,
    "mark": Relation.MARKER,
    "case": Relation.CASE,
    "cc": Relation.COORDINATOR,
    "cc:preconj": Relation.COORDINATOR,
    "punct": Relation.PUNCTUATION,
    "vocative": Relation.VOCATIVE,
}

CLEAR: Final[dict[str, Relation]] = {
    "nsubjpass": Relation.PASSIVE_SUBJECT,
    "csubjpass": Relation.PASSIVE_SUBJECT,
    "agent": Relation.AGENT,
    "dobj": Relation.OBJECT,
    "oprd": Relation.OPEN_COMPLEMENT,
    "attr": Relation.OPEN_COMPLEMENT,
    "acomp": Relation.OPEN_COMPLEMENT,
    "dative": Relation.INDIRECT_OBJECT,
    "prep": Relation.OBLIQUE,
    "pcomp": Relation.OPEN_COMPLEMENT,
    "npadvmod": Relation.OBLIQUE,
    "relcl": Relation.RELATIVE_CLAUSE,
    "nn": Relation.COMPOUND,
    "poss": Relation.POSSESSIVE,
    "predet": Relation.DETERMINER,
    "neg": Relation.ADVERB,
    "auxpass": Relation.AUXILIARY,
    "preconj": Relation.COORDINATOR,
    "prt": Relation.PARTICLE,
}
"""The labels that Universal Dependencies does not have, or uses alike."""

_RELATIONS: Final = UNIVERSAL | CLEAR
_NOMINAL_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})

ENTITIES: Final[dict[str, str]] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "NORP": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
}
"""Entity types of the usual schemes; any other type becomes "OTHER"."""


def relations(
    labels: Sequence[str], heads: Sequence[int], tags: Sequence[str]
) -> tuple[list[int], list[Relation]]:
    """Heads and relations in our scheme, from one document's labels in either scheme.

    Prepositional phrases of the CLEAR scheme are turned around: `said <- by <- Lee` becomes
    `said <- Lee <- by`.
    """
    new_heads = list(heads)
    known = {label: _RELATIONS.get(label.lower(), Relation.OTHER) for label in set(labels)}
    found = [known[label] for label in labels]
    if known.keys().isdisjoint(("pobj", "pcomp")):
        return new_heads, found
    for token, label in enumerate(labels):
        preposition = heads[token]
        if label not in ("pobj", "pcomp") or labels[preposition] not in ("prep", "agent", "dative"):
            continue
        governor = heads[preposition]
        if labels[preposition] == "agent":
            found[token] = Relation.AGENT
        elif label == "pcomp":
            found[token] = Relation.ADVERBIAL_CLAUSE
        else:
            nominal = tags[governor] in _NOMINAL_HEADS
            found[token] = Relation.NOUN_MODIFIER if nominal else Relation.OBLIQUE
        new_heads[token] = governor
        new_heads[preposition] = token
        found[preposition] = Relation.CASE
    return new_heads, found

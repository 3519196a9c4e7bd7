"""Reading rhetorical structure trees in rstWeb's format (`.rs4`)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from attrs import frozen

from quoteattr.evaluation import GoldError

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(kw_only=True)
class Node:
    """A segment (it has words) or a group of nodes."""

    id: str
    parent: str | None
    relation: str
    words: range | None = None


@frozen
class Tree:
    """The nodes by id, all words in order, and the tokens of each signal by (node, subtype)."""

    nodes: dict[str, Node]
    children: dict[str, tuple[Node, ...]]
    nuclear: frozenset[str]
    words: list[str]
    tokens: dict[tuple[str, str], list[int]]

    def words_of(self, node: str) -> list[int]:
        """Indices of the words that the node itself covers, without the satellites hung on it."""
        found: list[int] = []
        own = self.nodes[node].words
        if own is not None:
            found.extend(own)
        else:
            for child in self.children.get(node, ()):
                if child.relation in self.nuclear:
                    found.extend(self._all_words(child))
        return sorted(found)

    def _all_words(self, node: Node) -> list[int]:
        """Words of the node and of every satellite hung on it, however deep."""
        found: list[int] = []
        waiting = [node]
        while waiting:
            current = waiting.pop()
            found.extend(current.words or ())
            waiting.extend(self.children.get(current.id, ()))
        return found

    def signals(self, node: str, *subtypes: str) -> list[int]:
        """Indices of the words that signal the node's relation in these ways, in order."""
        return sorted(
            {word for subtype in subtypes for word in self.tokens.get((node, subtype), ())}
        )


def parse_rst(text: str, *, where: str) -> Tree:
    """The tree of one document.

    Raises:
        GoldError: It is no such XML, or a node hangs on one that is not there.
    """
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise GoldError(where, f"no XML: {error}") from error
    nuclear = {"span"} | {
        rel.get("name", "") for rel in root.iter("rel") if rel.get("type") == "multinuc"
    }
    words: list[str] = []
    nodes: dict[str, Node] = {}
    for element in (*root.iter("segment"), *root.iter("group")):
        spoken = (element.text or "").split() if element.tag == "segment" else None
        nodes[element.get("id", "")] = Node(
            id=element.get("id", ""),
            parent=element.get("parent"),
            relation=element.get("relname", ""),
            words=None if spoken is None else range(len(words), len(words) + len(spoken)),
        )
        words.extend(spoken or ())
    return Tree(
        nodes, _children(nodes, where), frozenset(nuclear), words, _tokens(root, len(words))
    )


def _children(nodes: dict[str, Node], where: str) -> dict[str, tuple[Node, ...]]:
    children: dict[str, tuple[Node, ...]] = {}
    for node in nodes.values():
        if node.parent is not None:
            if node.parent not in nodes:
                raise GoldError(where, f"node {node.id} hangs on {node.parent}, which is not there")
            children[node.parent] = (*children.get(node.parent, ()), node)
    return children


def _tokens(root: ET.Element, words: int) -> dict[tuple[str, str], list[int]]:
    """Zero-based word indices of each signal; those of one node and subtype together."""
    found: dict[tuple[str, str], list[int]] = {}
    for signal in root.iter("signal"):
        numbers: Iterable[str] = (signal.get("tokens") or "").split(",")
        key = (signal.get("source", ""), signal.get("subtype", ""))
        found.setdefault(key, []).extend(
            int(number) - 1 for number in numbers if number.isdigit() and 0 < int(number) <= words
        )
    return found

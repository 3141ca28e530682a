"""A sentence with its names, the strangers in it, and its clauses."""

from typing import NamedTuple

from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.roles import Role, role_of
from exporter.drafting.names.strangers import Stranger
from exporter.engine.regex import regex

_CLAUSE_END = regex(
    r"[;；。!！?？:：—()（）\n]|(?<!\d)[,，]|[,，](?!\d{3})"
    r"|\s(?=(?:while|whereas|although|though|but)\s)"
)
NOT_KNOWN = "it may be of another company than the report's"


class Words(NamedTuple):
    """A sentence with its names, strangers and clauses."""

    text: str
    names: list[Mention]
    strangers: list[Stranger]
    clauses: list[tuple[int, int]]

    def role(self, mention: Mention) -> Role:
        """What a name does in the sentence."""
        return role_of(mention, self.text, self.names)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    ends = [(end.start(), end.end()) for end in _CLAUSE_END.finditer(text)]
    edges = [0, *(edge for end in ends for edge in end), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def without_markets(words: Words) -> Words:
    """A sentence without the markets of which it tells on its way."""
    return words._replace(strangers=[one for one in words.strangers if not one.is_market])


def clause_at(words: Words, start: int) -> tuple[int, int]:
    """Where the clause of a place begins and ends; nowhere where there is none."""
    clauses = words.clauses
    here = next((clause for clause in clauses if clause[0] <= start < clause[1]), None)
    return here or (clauses[-1] if clauses else (0, 0))

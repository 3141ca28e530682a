"""Further sources of one figure, as `also_in` of a fact says them: where else it can be read.

A column holds them as JSON, which tables may write, too: `[{"source": "…", "quote": "…"}]`.
"""

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from exporter.errors import Fault, WrongValueError
from exporter.facts.characters import refused_character
from exporter.limits import CELL_TEXT, text_length

ALSO_IN = "also_in"
ALSO_IN_LINES = "also_in.lines"  # the column of where each stands in YAML, parted by white space
IN_YAML, IN_JSON = "[{source: …, quote: …}]", '[{"source": "…", "quote": "…"}]'


class Further(NamedTuple):
    """A further source of a fact: its id, its own words, and our translations of these."""

    source: str
    quote: str
    quote_en: str = ""
    quote_zh: str = ""


@lru_cache(4096)  # the facts of a batch
def read_further(text: str | None) -> tuple[Further, ...]:
    """The further sources of a fact, by a column that `kept` has made; none for null."""
    return tuple(Further(**entry) for entry in json.loads(text)) if text else ()


def lines_of(text: str | None, count: int, otherwise: int) -> Sequence[int]:
    """The line of each of so many further sources; that of the fact where none is known."""
    lines = [int(line) for line in text.split()] if text else []
    return lines if len(lines) == count else [otherwise] * count


def written_further(entries: Sequence[Further]) -> str:
    """Further sources as their column has them: the same ones always as the same text."""
    said = [{name: text for name, text in entry._asdict().items() if text} for entry in entries]
    return json.dumps(said, ensure_ascii=False)


def kept(text: str) -> str:
    """What a table says, as the column has it; what cannot be read stays as it is."""
    try:
        return written_further(_parsed(text))
    except WrongValueError:
        return text


def fault_of(text: str) -> Fault | None:
    """What is wrong with what a column says; None where nothing is."""
    try:
        entries = _parsed(text)
        for entry in entries:
            refuse_text(entry)
    except WrongValueError as error:
        return error.fault
    is_twice = len(set(entries)) < len(entries)
    return Fault(f"`{ALSO_IN}` says the same twice", "take one out") if is_twice else None


def _parsed(text: str) -> list[Further]:
    form = f"write {IN_JSON}"
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongValueError(f"`{ALSO_IN}` is not written as JSON", form) from None
    if not isinstance(said, list) or not said or not all(isinstance(one, dict) for one in said):
        raise WrongValueError(f"`{ALSO_IN}` is not a list of sources and quotes", form)
    return [further_of(entry) for entry in said]


def further_of(said: Mapping[str, object]) -> Further:
    """A further source by its parts; null is as good as nothing.

    Raises:
        WrongValueError: It has another part than these, or lacks one.
    """
    for name, text in said.items():
        if name not in Further._fields:
            near = get_close_matches(name, Further._fields, 1)
            right = f"did you mean `{near[0]}`?" if near else f"write {', '.join(Further._fields)}"
            raise WrongValueError(f"`{ALSO_IN}` has the part {name!r}, which it cannot have", right)
        if not isinstance(text, str | None):
            raise WrongValueError(f"`{ALSO_IN}.{name}` is not a text", "write one text")
    texts = {name: str(text) for name, text in said.items() if text is not None}
    for name in ("source", "quote"):
        if not texts.get(name, "").strip():
            wrong = f"`{name}` is missing in `{ALSO_IN}`"
            raise WrongValueError(wrong, f"add `{name}: …`, as in {IN_YAML}")
    return Further(**texts)


def refuse_text(entry: Further) -> None:
    """Refuse a text that no fact may hold.

    Raises:
        WrongValueError: One is such.
    """
    for name, text in entry._asdict().items():
        if fault := refused_character(text):
            raise WrongValueError(f"`{ALSO_IN}.{name}` {fault.wrong}", fault.right)
        if text_length(text) > CELL_TEXT:
            wrong = f"`{ALSO_IN}.{name}` has {text_length(text):,} characters"
            raise WrongValueError(wrong, f"an Excel cell holds {CELL_TEXT:,}: shorten it")

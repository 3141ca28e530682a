"""Views: what a broker thinks of an entity, with its evidence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from io import BytesIO
from operator import not_
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from exporter.errors import Problem, WrongValueError
from exporter.facts.json_forms import WORDS, Form
from exporter.facts.models import (
    CurrencyCode,
    Day,
    InEither,
    Line,
    Model,
    Reason,
    Translation,
    read_model,
)
from exporter.facts.patterns import NAME_PATTERN
from exporter.facts.words import LANGUAGES, Bilingual
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar, decode_tree, plain, read_tree
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import READING

_YAML = (".yaml", ".yml")
_BOM = b"\xef\xbb\xbf"
_TEXTS = {"subject", "thesis", "rating", "previous_rating", "analyst", "accept"}
LEARNT = ("file", "line", "missing")  # when a view is read, and not an analyst's to write


def price_given(value: object) -> Decimal | str:
    """A number, or the id of a fact, which is never one of digits alone."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        if isinstance(value, str) and re.fullmatch(NAME_PATTERN, value):
            return value
        wrong = f"{value!r} is neither a number nor the id of a fact"
        raise WrongValueError(wrong, "write it like 18.40, or name the fact of the price") from None
    if not number.is_finite() or number <= 0:
        raise WrongValueError(f"{value!r} is no price", "write it like 18.40")
    return number


_PRICE: Form = {**WORDS, "title": "number, or id of a fact"}
Price = Annotated[
    Decimal | str,
    PlainValidator(price_given),
    PlainSerializer(str),
    WithJsonSchema(_PRICE),
]
Stance = Literal["positive", "neutral", "negative"]
STANCE_LABELS = {
    "positive": Bilingual("Positive", "看好"),
    "neutral": Bilingual("Neutral", "中性"),
    "negative": Bilingual("Negative", "看淡"),
}


class View(Model):
    """One broker's view of one subject.

    Attributes:
        subject: An entity's name, or a text of its own.
        previous_rating: The one before; the quote must state it as that.
        rating_reading: Whether the rating is the report's own reading of the quote, which states
            none; printed as such.
        target_price: In `currency` (ISO 4217); it must stand in the quote.
        previous_target_price: Likewise, as the one before.
        price: What the share costs, from which the upside is calculated: the id of a fact, or a
            number that the quote states.
        analyst: Who wrote for the broker; a name of the quote.
        accept: Why the analyst answers for figures that the quote does not prove; None for
            not at all.
        review: That a person has still to look at it: `new`, or why; None for no more.
        missing: Its texts that stand in the other language alone: `thesis.en`, `drivers.0.en`.
        file: Where the view is written, with `line` (from 1).
    """

    id: str = Field(pattern=NAME_PATTERN)
    broker: Line
    subject: InEither
    stance: Stance
    thesis: InEither
    drivers: tuple[InEither, ...] = Field(min_length=1)
    rating: InEither | None = None
    previous_rating: InEither | None = None
    rating_reading: bool = Field(default=False, exclude_if=not_)
    target_price: Decimal | None = Field(default=None, allow_inf_nan=False)
    previous_target_price: Decimal | None = Field(default=None, allow_inf_nan=False)
    currency: CurrencyCode | None = None
    price: Price | None = None
    analyst: InEither | None = None
    report_date: Day | None = None
    source: Line
    quote: Line
    quote_en: Translation = ""
    quote_zh: Translation = ""
    accept: Reason | None = None
    review: str | None = Field(default=None, exclude=True)
    missing: tuple[str, ...] = Field(default=(), exclude=True)
    file: str = Field(default="", exclude=True)
    line: int = Field(default=0, exclude=True)


def read_views(
    path: Path, shown: str, inputs: Inputs | None = None
) -> tuple[list[View], list[Problem]]:
    """Read a YAML list of views.

    Args:
        path: The file.
        shown: What messages call it.
        inputs: What it is one of; its own folder unless said.

    Returns:
        The views that are whole, and what is wrong with the others; whether they hold together
        is for `check_views` to say.

    Raises:
        OSError: The file cannot be read.
    """
    tree, problems = read_tree(path, shown, inputs)
    if tree is None:
        return [], problems
    if not isinstance(tree, ListNode):
        return [], [
            *problems,
            Problem(shown, tree.line, "", "this is not a list of views", "begin each with `- id:`"),
        ]
    views, of_views = _views_of(tree, shown)
    return views, problems + of_views


def read_views_of(content: bytes, shown: str) -> tuple[list[View], list[Problem]]:
    """Read a YAML list of views that is in hand; else as `read_views`."""
    tree, problems = decode_tree(content, shown, READING)
    if not isinstance(tree, ListNode):
        return [], problems
    views, of_views = _views_of(tree, shown)
    return views, problems + of_views


def views_beside_facts(paths: Iterable[Path], inputs: Inputs) -> tuple[list[View], list[Problem]]:
    """The views of files that hold facts, too: `{facts: […], views: […]}`.

    Args:
        paths: Files with facts, of any kind.
        inputs: What they are some of.

    Returns:
        The views that are whole, and what is wrong with the others. What is wrong with a file is
        told by the reader of its facts.
    """
    views: list[View] = []
    problems: list[Problem] = []
    for path in paths:
        node = _views_in(path, inputs) if path.suffix.lower() in _YAML else None
        if isinstance(node, ListNode) and node.items:
            found, of_views = _views_of(node, str(path))
            views += found
            problems += of_views
        elif node is not None:
            wrong = "`views` is not a list of views"
            problems.append(Problem(str(path), node.line, "", wrong, "begin each with `- id: …`"))
    return views, problems


def _views_in(path: Path, inputs: Inputs) -> Node | None:
    """What stands under `views` in a file with facts; None where there is nothing of the kind."""
    glance = replace(inputs, hashes={}, refused=[])
    try:
        content = glance.read(path)
    except InputError:
        return None
    if _is_list(content):  # as most are, which are not parsed twice
        return None
    tree, _ = decode_tree(content, str(path), inputs.limits)
    if not isinstance(tree, MapNode) or "views" not in tree.items:
        return None
    inputs.hashes.update(glance.hashes)
    return tree.items["views"]


def _is_list(content: bytes) -> bool:
    """Whether YAML is a list, by its first line that says anything."""
    for line in BytesIO(content):
        text = line.removeprefix(_BOM).strip().removeprefix(b"---").lstrip()
        if text and not text.startswith((b"#", b"%")):
            return text.startswith((b"-", b"["))
    return True


def _views_of(tree: ListNode, shown: str) -> tuple[list[View], list[Problem]]:
    views: list[View] = []
    problems: list[Problem] = []
    for node in tree.items:
        name = node.items.get("id") if isinstance(node, MapNode) else None
        subject = name.text if isinstance(name, Scalar) else ""
        view, invalid = read_model(View, node, shown, subject)
        problems += invalid
        problems += _places_given(node, shown, subject)
        if view is not None:
            read = {"file": shown, "line": node.line, "missing": tuple(_missing(node))}
            views.append(view.model_copy(update=read))
    return views, problems


def _missing(node: Node) -> Iterator[str]:
    """The texts of a view that stand in one language alone, by the other."""
    items = node.items if isinstance(node, MapNode) else {}
    texts = {name: text for name, text in items.items() if name in _TEXTS}
    if isinstance(drivers := items.get("drivers"), ListNode):
        texts |= {f"drivers.{place}": driver for place, driver in enumerate(drivers.items)}
    for name, text in texts.items():
        if isinstance(text, MapNode):
            said = {lang for lang, words in text.items.items() if plain(words) is not None}
            yield from (f"{name}.{lang}" for lang in LANGUAGES if said and lang not in said)


def _places_given(node: Node, shown: str, subject: str) -> Iterator[Problem]:
    """What is learnt when a view is read, and is written in it."""
    for key in LEARNT:
        if isinstance(node, MapNode) and key in node.items:
            wrong = f"`{key}` is not a known key"
            yield Problem(shown, node.lines[key], subject, wrong, "leave it out")


def check_views(views: Sequence[View]) -> list[Problem]:
    """What views say that does not hold together."""
    problems: list[Problem] = []
    first: dict[str, View] = {}
    for view in views:
        place = (view.file, view.line, view.id)
        if view.id in first:
            there = first[view.id]
            where = "line " if there.file == view.file else f"{there.file}:"
            wrong = f"the id is used twice (first in {where}{there.line})"
            problems.append(Problem(*place, wrong, "give every view an id of its own"))
        first.setdefault(view.id, view)
        if (view.target_price is None) != (view.currency is None):
            wrong = "`target_price` and `currency` do not come together"
            problems.append(Problem(*place, wrong, "give both or neither"))
        problems += (Problem(*place, *fault) for fault in _without(view))
    return problems


def _without(view: View) -> Iterator[tuple[str, str]]:
    """What a view says that means nothing without another part, which it lacks."""
    for part, lacks, needed in (
        ("previous_rating", view.rating is None, "rating"),
        ("rating_reading", view.rating is None, "rating"),
        ("previous_target_price", view.target_price is None, "target_price"),
        ("price", view.target_price is None, "target_price"),
    ):
        if lacks and getattr(view, part):
            yield f"`{part}` stands without `{needed}`", f"give `{needed}`, or leave it out"

"""An article recorded and drafted, as a user does it, and the drafts read as facts are."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from shutil import copyfile
from typing import Any

from benchmarks.drafting.labels import Article
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar, decode_tree

SOURCE_ID = "article"
_NEW = "new"
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NO_FIGURES = {"date", "text"}
_NO_ENTITY = b'- defaults: {entity: "", '


class DraftError(Exception):
    """A command of the program failed."""


@dataclass(frozen=True, slots=True)
class DraftedFact:
    """A drafted fact with a number; texts in the languages in which they are given.

    Attributes:
        unit: Every name that is given of it.
        doubt: Why a person should look at it; "" where it is only new.
    """

    id: str
    value: Fraction
    high: Fraction | None
    unit: tuple[str, ...]
    qualifier: str
    entity: str
    period: str
    status: str
    metric: tuple[str, ...]
    attribution: tuple[str, ...]
    quote: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DraftedView:
    """A drafted view; "" for what is not given."""

    id: str
    broker: str
    subject: tuple[str, ...]
    stance: str
    rating: tuple[str, ...]
    target_price: str
    currency: str
    quote: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that was drafted of an article.

    Attributes:
        text: The recorded text.
        statements: How many facts have no number.
        failure: Why there are none.
    """

    text: str
    facts: tuple[DraftedFact, ...]
    views: tuple[DraftedView, ...]
    statements: int
    failure: str = ""


def draft_article(article: Article, folder: Path) -> Drafts:
    """Record an article in a report of its own, and draft it.

    Args:
        article: The article.
        folder: An empty one, for the report.

    Returns:
        What was drafted; nothing, and why, where the program fails on the article.

    Raises:
        DraftError: The article cannot be recorded.
    """
    text = record_article(article, folder)
    try:
        return read_drafts(_run("draft", str(folder), SOURCE_ID), text)
    except DraftError as error:
        return Drafts(text, (), (), 0, str(error))


def record_article(article: Article, folder: Path) -> str:
    """Record an article in a report of its own.

    Returns:
        The text as it was recorded.

    Raises:
        DraftError: The command failed.
    """
    if article.report != folder / "report.yaml":
        copyfile(article.report, folder / "report.yaml")
    options = [part for key, value in article.source.items() for part in (f"--{key}", value)]
    _run("source", "add", str(folder), str(article.file), "--id", SOURCE_ID, *options)
    texts = sorted((folder / "sources" / "text").glob(f"{SOURCE_ID}.*"))
    return min(texts, key=lambda path: path.suffix != ".txt").read_text(encoding="utf-8")


def _run(*arguments: str) -> bytes:
    command = [sys.executable, "-m", "exporter", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        raise DraftError(f"exporter {' '.join(arguments)}: {done.stderr.decode().strip()}")
    return done.stdout


def read_drafts(printed: bytes, text: str) -> Drafts:
    """What `exporter draft` printed, read."""
    tree, _ = decode_tree(printed, "drafts")
    if tree is None or (isinstance(tree, ListNode) and not tree.items):
        return Drafts(text, (), (), 0)
    items = tree.items.get("facts") if isinstance(tree, MapNode) else tree
    reviews = dict(_reviews(items)) if isinstance(items, ListNode) else {}
    facts, statements = facts_of(printed, reviews) if reviews else ([], 0)
    views = tree.items.get("views") if isinstance(tree, MapNode) else None
    return Drafts(text, tuple(facts), tuple(views_of(views)), statements)


def facts_of(written: bytes, reviews: Mapping[str, str]) -> tuple[list[DraftedFact], int]:
    """The facts of a YAML file that have a number, and how many have none.

    Args:
        written: The file's content.
        reviews: Why a person should look at facts, by id.
    """
    named = written.replace(_NO_ENTITY, b"- defaults: {")  # which a report would not take
    rows = read_yaml_facts(named, "drafts")[0].to_pylist()
    facts = [fact for row in rows if (fact := _fact(row, reviews)) is not None]
    return facts, len(rows) - len(facts)


def _reviews(items: ListNode) -> Iterator[tuple[str, str]]:
    """The id of every fact of a file, with why a person should look at it."""
    default = ""
    for item in items.items:
        if not isinstance(item, MapNode):
            continue
        if isinstance(defaults := item.items.get("defaults"), MapNode):
            default = _text(defaults, "review")
        elif isinstance(group := item.items.get("facts"), ListNode):
            shared = _text(item, "review") or default
            inner = [fact for fact in group.items if isinstance(fact, MapNode)]
            yield from (
                (_text(fact, "id"), _doubt(_text(fact, "review") or shared)) for fact in inner
            )
        else:
            yield _text(item, "id"), _doubt(_text(item, "review") or default)


def _doubt(review: str) -> str:
    return "" if review == _NEW else review


def _text(node: MapNode, key: str) -> str:
    value = node.items.get(key)
    return value.text if isinstance(value, Scalar) and not value.is_null else ""


def _fact(row: Mapping[str, Any], reviews: Mapping[str, str]) -> DraftedFact | None:
    """A row of facts as they are written; None where it states no number."""
    low, high = row["value.from"], row["value.to"]
    value = row["value"] if low is None else low
    unit = tuple(row[name] for name in ("unit", "unit.en", "unit.zh") if row[name])
    also = (row["unit.also"] or "").split("|")
    if value is None or not _NUMBER.fullmatch(value) or _NO_FIGURES & set(unit):
        return None
    return DraftedFact(
        id=row["id"] or "",
        value=Fraction(value),
        high=Fraction(high) if high else None,
        unit=(*unit, *filter(None, also)),
        qualifier=row["qualifier"] or "exact",
        entity=row["entity"] or "",
        period=row["period"] or "",
        status=row["status"] or "achieved",
        metric=tuple(row[name] for name in ("metric.en", "metric.zh") if row[name]),
        attribution=tuple(row[name] for name in ("attribution.en", "attribution.zh") if row[name]),
        quote=row["quote"] or "",
        doubt=reviews.get(row["id"] or "", ""),
    )


def views_of(node: Node | None) -> Iterator[DraftedView]:
    """The views of a list of views."""
    for view in node.items if isinstance(node, ListNode) else ():
        if isinstance(view, MapNode):
            yield DraftedView(
                _text(view, "id"),
                _text(view, "broker"),
                _languages(view, "subject"),
                _text(view, "stance"),
                _languages(view, "rating"),
                _text(view, "target_price"),
                _text(view, "currency"),
                _text(view, "quote"),
                _doubt(_text(view, "review")),
            )


def _languages(node: MapNode, key: str) -> tuple[str, ...]:
    """A text in the languages in which it is given."""
    value = node.items.get(key)
    if isinstance(value, MapNode):
        return tuple(_text(value, lang) for lang in ("en", "zh") if _text(value, lang))
    return (_text(node, key),)


def names_in(report: Path) -> Mapping[str, Sequence[str]]:
    """For every entity and broker of a report all its names, by each of its names."""
    tree, _ = decode_tree(report.read_bytes(), str(report))
    names: dict[str, Sequence[str]] = {}
    for key in ("entities", "brokers"):
        node = tree.items.get(key) if isinstance(tree, MapNode) else None
        for item in node.items if isinstance(node, ListNode) else ():
            if not isinstance(item, MapNode):
                continue
            own = [*_languages(item, "name")]
            aliases = item.items.get("aliases")
            if isinstance(aliases, ListNode):
                own += [alias.text for alias in aliases.items if isinstance(alias, Scalar)]
            names |= dict.fromkeys(own, own)
    return names

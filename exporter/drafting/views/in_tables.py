"""Ratings and target prices that a table lists, a row for each broker."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.views.brokers import Brokers
from exporter.engine.regex import regex
from exporter.evidence.conventions import Currencies
from exporter.evidence.rating_words import Stated, rating_named
from exporter.evidence.target_prices import target_prices
from exporter.facts.currencies import CURRENCIES

_RATING = regex(r"\b(?:rating|recommendation|stance|view|call)\b|评级|建议", re.IGNORECASE)
_TARGET = regex(r"\b(?:target|PT|TP)\b|目标价|目标", re.IGNORECASE)
_BROKER = regex(r"\b(?:brokers?|brokerage|firm|house|bank|analyst)\b|机构|券商|投行", re.IGNORECASE)
_OF_BEFORE = regex(r"\b(?:old|previous|prior|former|from)\b|原|此前|前次", re.IGNORECASE)
_CURRENCY = regex(r"[(（,，]\s*(?:in\s+|单位[:：]\s*)?(?P<said>[^()（）]{1,14})[)）]?\s*$")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")


class RatedInTable(NamedTuple):
    """What a row says of a broker.

    Attributes:
        broker: By its name in the report, or as the row has it.
        subject: The entity that the row names; "" for none.
        price: The target price, with its currency; "" for none, or where it is not said.
        head: Offset in the text of the heads of columns; `start` and `end` of the row.
    """

    broker: str
    is_known: bool
    subject: str
    rating: Stated | None
    price: Fraction | None
    currency: str
    head: tuple[int, int]
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    cells: list[str]

    @property
    def end(self) -> int:
        return self.start + len("\t".join(self.cells))


def rated_in_tables(
    text: str, brokers: Brokers, entities: KnownNames, currencies: Currencies
) -> Iterator[RatedInTable]:
    """The rows of a text's tables that tell of a broker's rating or target price, in order.

    Args:
        text: Of a source, in which the cells of a row are joined by tabs.
        brokers: Who may be named.
        entities: Of whom it may be.
        currencies: What bare signs mean.
    """
    for is_table, lines in groupby(_lines(text), lambda line: len(line.cells) > 1):
        if not is_table:
            continue
        head, *rows = lines
        if _TARGET.search(text[head.start : head.end]) or _RATING.search(
            text[head.start : head.end]
        ):
            for row in rows:
                yield from _rated(head, row, brokers, entities, currencies)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line.split("\t"))
        start += len(line) + 1


def _rated(
    head: _Line, row: _Line, brokers: Brokers, entities: KnownNames, currencies: Currencies
) -> Iterator[RatedInTable]:
    if len(row.cells) != len(head.cells):
        return
    broker, is_known, subject = "", False, ""
    rating: Stated | None = None
    price: tuple[Fraction | None, str] = (None, "")
    for called, cell in zip(head.cells, row.cells, strict=True):
        if not broker and (named := brokers.named(cell)):
            broker, is_known = named[0].name, named[0].is_known
        elif not broker and _BROKER.search(called):
            broker = cell.strip()
        elif _TARGET.search(called) and not _OF_BEFORE.search(called):
            price = _price(called, cell, currencies)
        elif not _OF_BEFORE.search(called) and (said := rating_named(cell)) is not None:
            rating = rating or said
        elif mentions := entities.mentions(cell):
            subject = subject or mentions[0].name
    if broker and (rating is not None or price[0] is not None):
        heads = (head.start, head.end)
        yield RatedInTable(
            broker, is_known, subject, rating, price[0], price[1], heads, row.start, row.end
        )


def _price(called: str, cell: str, currencies: Currencies) -> tuple[Fraction | None, str]:
    """A price with its currency, by its cell or by the head of its column."""
    number = _NUMBER.search(cell)
    if number is None:
        return None, ""
    unit = _CURRENCY.search(called)
    said: Sequence[str] = [f"target price {cell}", f"目标价{cell}"]
    if unit is not None:
        said = [
            *said,
            f"target price {unit['said']}{number[0]}",
            f"目标价{number[0]}{unit['said']}",
        ]
        said = [*said, f"target price {number[0]} {unit['said']}"]
    for words in said:
        for figure in target_prices(words, currencies):
            code = figure.dimension.partition(":")[2]
            if figure.dimension.startswith("money") and code in CURRENCIES:
                return figure.value, code
    return None, ""

"""What facts say of older ones, held against these: what is restated is the same thing then."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.errors import Problem, place_in
from exporter.facts.fact_set import FactSet
from exporter.facts.history import FIGURE, METRIC, REPLACES, RESTATES, Links, among
from exporter.facts.periods import YearEnd, YearEnds, parse_period
from exporter.facts.table import KEY_SEPARATOR, map_distinct
from exporter.facts.unit_names import find_unit

_CALENDAR = YearEnd(12, 31)
_SAME, _LATER, _EARLIER, _UNPLACED = "same", "later", "earlier", "unplaced"  # than the older period
_LOOK = tuple(field for field in FIGURE if field not in {"number", "high", "unit"})

Row = Mapping[str, Any]


def check_history(
    links: Links,
    facts: FactSet,
    faulty: Set[str],
    year_ends: YearEnds,
    published: Mapping[str, date],
) -> Iterator[Problem]:
    """What does not hold of what facts say of older ones.

    Args:
        links: What they say.
        facts: All facts that are whole.
        faulty: Ids of those that are not, of which nobody can say anything.
        year_ends: Where the fiscal years of entities end.
        published: When sources appeared, by their ids: a fact without a period is as of then.
    """
    table = links.table()
    if not table.num_rows:
        return
    wanted = one_chunk(table["older"])
    named = frozenset(wanted.to_pylist())
    known = facts.where(lambda batch: among(batch["id"], named)).table()
    at = pc.index_in(wanted, one_chunk(known["id"]))
    yield from _unknown(table.filter(pc.is_null(at)), faulty)
    there = table.filter(pc.is_valid(at))
    older = known.take(at.drop_null())
    yield from _unlike(there, older, _compared(there, older, year_ends, published))
    yield from _twice(table)
    yield from _circles(table)


def _unknown(links: pa.Table, faulty: Set[str]) -> Iterator[Problem]:
    for link in links.to_pylist():
        if link["older"] not in faulty:
            right = f"name the older fact by its id, and keep it, or take `{_verb(link)}` out"
            yield _problem(link, f"{link['older']!r}, and there is no such fact", right)


def _compared(
    links: pa.Table, older: pa.Table, year_ends: YearEnds, published: Mapping[str, date]
) -> pa.Array:
    """How the period of each lies to that of the older one; null where nobody knows when."""
    days = {id_: day.isoformat() for id_, day in published.items()}
    of_new, of_old = (_dated(facts, days) for facts in (links, older))
    keys = pc.binary_join_element_wise(links["entity"], of_new, of_old, KEY_SEPARATOR)

    def compared(key: str) -> str:
        entity, new, old = key.split(KEY_SEPARATOR)
        return _order(new, old, year_ends.get(entity))

    both_unsaid = pc.and_(pc.equal(links["period"], ""), pc.equal(older["period"], ""))
    is_restated = pc.and_(both_unsaid, pc.is_valid(links[RESTATES]))
    return one_chunk(pc.if_else(is_restated, _SAME, map_distinct(keys, compared, pa.string())))


def _dated(facts: pa.Table, published: Mapping[str, str]) -> pa.ChunkedArray:
    """What each fact is as of: its period, else the day on which its source appeared."""
    days = map_distinct(facts["source"], published.get, pa.string())
    return pc.if_else(pc.equal(facts["period"], ""), days, facts["period"])


def _order(new: str, old: str, year_end: YearEnd | None) -> str:
    """How one period lies to an older fact's, by the days on which they end."""
    if new == old:
        return _SAME
    both = [parse_period(period) or () for period in (new, old)]
    if year_end is None and len({point.is_fiscal for points in both for point in points}) > 1:
        return _UNPLACED
    ends = [points[-1].last(year_end or _CALENDAR) for points in both]
    return _LATER if ends[0] > ends[1] else _EARLIER


def _unlike(links: pa.Table, older: pa.Table, compared: pa.Array) -> Iterator[Problem]:
    """Links between facts that are not of one thing, or not in the order that they say."""
    is_restated = one_chunk(pc.is_valid(links[RESTATES]))
    of_one = _equal(links, older, ("entity", *METRIC))
    due = pc.if_else(is_restated, pa.scalar(_SAME), pa.scalar(_LATER))
    in_order = pc.fill_null(pc.equal(compared, due), True)
    repeated = pc.and_(is_restated, _repeated(links, older))
    sound = pc.and_not(pc.and_(of_one, in_order), repeated)
    rows = pc.indices_nonzero(pc.invert(sound))
    both = zip(links.take(rows).to_pylist(), older.take(rows).to_pylist(), strict=True)
    for (link, other), order in zip(both, compared.take(rows).to_pylist(), strict=True):
        yield from _faults(link, other, order)


def _repeated(links: pa.Table, older: pa.Table) -> pa.Array:
    """Which facts state the figure of the older one again, be it in another magnitude."""
    same = _equal(links, older, FIGURE)
    otherwise = pc.and_(_equal(links, older, _LOOK), pc.invert(_equal(links, older, ("unit",))))
    rows = pc.indices_nonzero(otherwise).to_pylist()
    if not rows:
        return same
    both = zip(links.take(rows).to_pylist(), older.take(rows).to_pylist(), strict=True)
    again = [row for row, pair in zip(rows, both, strict=True) if _is_repeated(*pair)]
    return pc.or_(same, pc.is_in(pa.array(range(len(links))), pa.array(again, pa.int64())))


def _is_repeated(link: Row, older: Row) -> bool:
    is_alike = all(link[field] == older[field] for field in _LOOK)
    return is_alike and _amounts(link) == _amounts(older)


def _amounts(fact: Row) -> tuple[str, list[Fraction | None]]:
    """What a figure is of, and both of its ends in the base unit of that."""
    unit = find_unit(fact["unit"])
    is_measure = unit is not None and not unit.noun
    scale = unit.scale if unit is not None and is_measure else Fraction(1)
    ends = (fact[name] for name in ("number", "high"))
    amounts = [None if end is None else Fraction(repr(end)) * scale for end in ends]
    return (unit.dimension if unit is not None and is_measure else fact["unit"]), amounts


def _equal(links: pa.Table, older: pa.Table, names: tuple[str, ...]) -> pa.Array:
    def equal(name: str) -> pa.ChunkedArray:
        neither = pc.and_(pc.is_null(links[name]), pc.is_null(older[name]))
        return pc.or_(neither, pc.fill_null(pc.equal(links[name], older[name]), False))

    return one_chunk(reduce(pc.and_, map(equal, names)))


def _faults(link: Row, older: Row, order: str | None) -> Iterator[Problem]:
    """What is wrong with one link; of one to another entity nothing more, for all is another."""
    name = older["id"]
    if name == link["id"]:
        yield _problem(link, "itself", "name the older fact")
        return
    if link["entity"] != older["entity"]:
        wrong = f"{name!r}, which is about {older['entity']!r} and not about {link['entity']!r}"
        yield _problem(link, wrong, "name a fact about the same entity")
        return
    for field in METRIC:
        if link[field] != older[field]:
            wrong = f"{name!r}, whose metric is {older[field]!r} and not {link[field]!r}"
            yield _problem(link, wrong, "write both alike, or name a fact of the same metric")
            break
    if _verb(link) == RESTATES:
        yield from _of_restated(link, older, order)
    else:
        yield from _of_replaced(link, older, order)


def _of_restated(link: Row, older: Row, order: str | None) -> Iterator[Problem]:
    name = older["id"]
    if order not in {_SAME, None}:
        wrong = f"{name!r}, whose period is {_period(older)} and not {_period(link)}"
        right = f"write `{REPLACES}: {name}`" if order == _LATER else "give both the same period"
        yield _problem(link, wrong, right)
    if _is_repeated(link, older):
        wrong = f"{name!r}, and has the same figure"
        yield _problem(link, wrong, f"give the other figure, or take `{RESTATES}` out")


def _of_replaced(link: Row, older: Row, order: str | None) -> Iterator[Problem]:
    name = older["id"]
    if order == _SAME:
        wrong = f"{name!r}, which is of the same period, {_period(link)}"
        yield _problem(link, wrong, f"write `{RESTATES}: {name}`, or correct the period")
    elif order == _EARLIER:
        wrong = f"{name!r}, whose period {_period(older)} ends no earlier than {_period(link)}"
        yield _problem(link, wrong, "name a fact of an earlier period")
    elif order == _UNPLACED:
        wrong = (
            f"{name!r}, and nothing says when {_period(older)} and {_period(link)} end, "
            "of which one is a fiscal period"
        )
        right = "add `fiscal_year_ends: 03-31` to the entity or to report.yaml"
        yield _problem(link, wrong, right)


def _twice(links: pa.Table) -> Iterator[Problem]:
    """Facts in the place of one that has another in it already."""
    counts = pc.value_counts(one_chunk(links["older"]))
    often = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    first: dict[str, Row] = {}
    for link in links.filter(pc.is_in(links["older"], often)).to_pylist():
        name = link["older"]
        if (before := first.setdefault(name, link)) is link:
            continue
        place = place_in(before["file"], before["line"])
        wrong = f"{name!r}, which {before['id']!r} {_verb(before)} already ({place})"
        right = f"write `{_verb(link)}: {before['id']}`"
        if (_verb(link), _verb(before)) == (RESTATES, REPLACES):  # the period before stays before
            right = f"write `{REPLACES}: {link['id']}` in {before['id']!r}"
        yield _problem(link, wrong, right)


def _circles(links: pa.Table) -> Iterator[Problem]:
    """Facts that lead back to themselves; each circle is told once, at its first fact."""
    newer, older = links["id"].to_pylist(), links["older"].to_pylist()
    next_of = dict(zip(newer, older, strict=True))
    led_to = Counter(older)
    ends = [id_ for id_ in newer if not led_to[id_]]
    while ends:  # whom nobody leads to is in no circle
        id_ = next_of.pop(ends.pop())
        led_to[id_] -= 1
        if not led_to[id_] and id_ in next_of:
            ends.append(id_)
    rows = dict(zip(newer, range(len(newer)), strict=True))
    while next_of:
        first = next(iter(next_of))
        circle = [first]
        while (id_ := next_of.pop(circle[-1])) != first:
            circle.append(id_)
        if len(circle) > 1:  # one that leads to itself is told already
            link = links.slice(rows[first], 1).to_pylist()[0]
            wrong = f"{circle[1]!r}, and {' > '.join([*circle, first])} leads back to it"
            yield _problem(link, wrong, "let the oldest of them name none")


def _period(row: Row) -> str:
    return row["period"] or "that of its source"


def _verb(link: Row) -> str:
    return RESTATES if link[RESTATES] is not None else REPLACES


def _problem(link: Row, wrong: str, right: str) -> Problem:
    return Problem(link["file"], link["line"], link["id"], f"it {_verb(link)} {wrong}", right)

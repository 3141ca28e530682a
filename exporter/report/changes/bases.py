"""The figure that a later period is told against: that of the earlier edition, as known today.

Q3 was 312.5, is restated to 311.9, and Q4 is 330.1: what was gained in Q4 is 330.1 less 311.9. That
Q3 is another than was said is a change of its own, and is told as one.
"""

from collections.abc import Mapping

import pyarrow as pa

from exporter.engine.arrow import LongIntegers as Rows
from exporter.engine.arrow import longs
from exporter.facts.history import FIGURE, RESTATES


def as_known_today(older: pa.Table, newer: pa.Table, before: Rows) -> tuple[pa.Table, Rows]:
    """The facts of an edition, and of some of them the row in which they stand as known later.

    Args:
        older: Facts of the earlier edition.
        newer: Of the later one.
        before: Rows of facts of the earlier one that later ones replace.

    Returns:
        The earlier facts with those of the later edition that they are exchanged for, and the rows.
    """
    ids = older["id"].take(longs(before)).to_pylist()
    if not ids:
        return older, before
    restating, places = _restating(newer), _places(newer)
    there = _places(older)
    rows: Rows = before.copy()
    taken: list[int] = []
    for at, (id_, row) in enumerate(zip(ids, before.tolist(), strict=True)):
        now = places.get(_latest(id_, restating, there), -1)
        if now >= 0 and _is_another(older, row, newer, now):
            rows[at] = older.num_rows + len(taken)
            taken.append(now)
    if not taken:
        return older, before
    return pa.concat_tables([older, newer.take(taken)]).combine_chunks(), rows


def _latest(id_: str, restating: Mapping[str, str], there: Mapping[str, int]) -> str:
    """The fact that sets one right last, of those that the earlier edition did not have."""
    for _ in range(len(restating)):  # of a circle, which is refused, there is no end
        further = restating.get(id_)
        if further is None or further in there:
            break
        id_ = further
    return id_


def _restating(facts: pa.Table) -> dict[str, str]:
    pairs = zip(facts[RESTATES].to_pylist(), facts["id"].to_pylist(), strict=True)
    return {older: id_ for older, id_ in pairs if older is not None}


def _places(facts: pa.Table) -> dict[str, int]:
    return {id_: row for row, id_ in enumerate(facts["id"].to_pylist())}


def _is_another(older: pa.Table, row: int, newer: pa.Table, now: int) -> bool:
    """Whether a fact is another figure of the same period."""
    was, is_ = older.slice(row, 1).to_pylist()[0], newer.slice(now, 1).to_pylist()[0]
    same_period = was["period"] == is_["period"]
    return same_period and any(was[name] != is_[name] for name in ("id", *FIGURE))

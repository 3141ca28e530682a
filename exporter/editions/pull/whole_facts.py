"""Facts of which something is refused, or in conflict: of them nothing else is written.

The cells of a row say one thing together: a figure of another metric, period or unit than was meant
would be a wrong one, though each cell by itself is right. Who said it stands by itself.
"""

from collections.abc import Collection, Iterable, Mapping

from exporter.editions.pull.merged import Merged
from exporter.editions.pull.model import CellEdit, Place, Refusal
from exporter.errors import Fault

_BESIDE = frozenset({"attribution"})  # columns that stand by themselves


def hold_back(merged: Merged, refusals: Iterable[Refusal], cells: Collection[CellEdit]) -> None:
    """Write of a fact all that was edited, or nothing but who said it.

    Args:
        merged: What is to be written; what is held back leaves it, and is told.
        refusals: Those that are no part of it.
        cells: What was edited.
    """
    beside = {cell.place for cell in cells if cell.key in _BESIDE}
    why = {place: "in conflict" for place, *_ in merged.conflicts if place not in beside}
    refused = (refusal.place for refusal in (*refusals, *merged.refusals))
    why |= {place: "refused" for place in refused if place not in beside}
    of_fact: dict[str, Place] = {}
    for place in why:
        of_fact.setdefault(place.fact, place)
    for id_ in of_fact.keys() & merged.changes.keys():
        _hold(id_, of_fact[id_], merged, beside, why)


def _hold(
    id_: str, cause: Place, merged: Merged, beside: Collection[Place], why: Mapping[Place, str]
) -> None:
    kept = [change for change in merged.changes[id_] if change.place in beside]
    for change in merged.changes[id_]:
        if change.place not in {*why, *beside}:
            wrong = f"it is not written without {cause.cell}, which is {why[cause]}"
            merged.refusals.append(Refusal(change.place, Fault(wrong, "")))
    if not kept:
        del merged.columns[id_], merged.changes[id_]
        return
    fields = {*_BESIDE, "carried"}
    columns = merged.columns[id_].items()
    merged.columns[id_] = {name: new for name, new in columns if name.partition(".")[0] in fields}
    merged.changes[id_] = kept

"""What the check says of facts as a workbook would have them."""

from collections.abc import Mapping, Sequence

from exporter.editions.pull.merged import Edit, Merged, main_place
from exporter.editions.pull.model import Refusal
from exporter.editions.pull.new_rows import Added
from exporter.editions.pull.present import PresentFacts
from exporter.errors import Fault

_BESIDE = frozenset({"metric", "status", "attribution"})  # columns that decide nothing of a proof


def judge(
    merged: Merged,
    added: Added,
    edits: Mapping[str, Sequence[Edit]],
    present: PresentFacts,
) -> None:
    """Withdraw what the check speaks against, unless it did so before.

    Of a fact at fault, its labels and its status are written all the same.
    """
    if present.report.evidence == "optional":
        return
    after = [{**present.row(id_), **columns} for id_, columns in merged.columns.items()]
    found = present.faults([*after, *added.rows.values()])
    known = present.faults([present.row(id_) for id_ in found if id_ in merged.columns])
    for id_, faults in found.items():
        new = [fault for fault in faults if fault not in known.get(id_, ())]
        if new and id_ in added.rows:
            added.withdraw(id_)
            merged.refusals += (Refusal(added.places[id_], fault) for fault in new)
        elif new:
            _withdraw(id_, new, edits[id_], merged)


def _withdraw(id_: str, faults: Sequence[Fault], edits: Sequence[Edit], merged: Merged) -> None:
    """Write of a fact only what has nothing to do with its proof."""
    written = {change.place for change in merged.changes[id_]}
    held = [edit for edit in edits if edit.place in written and edit.key not in _BESIDE]
    main = main_place(held or edits)
    merged.refusals += (Refusal(main, fault) for fault in faults)
    for edit in held:
        for name in edit.columns:
            merged.columns[id_].pop(name, None)
        if edit.place != main:
            fault = Fault(f"it is not written without {main.cell}, which is refused", "")
            merged.refusals.append(Refusal(edit.place, fault))
    places = {edit.place for edit in held}
    merged.changes[id_] = [one for one in merged.changes[id_] if one.place not in places]
    if not merged.changes[id_]:
        del merged.columns[id_], merged.changes[id_]

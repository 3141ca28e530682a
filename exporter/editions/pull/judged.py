"""What the check says of facts as a workbook would have them."""

from collections.abc import Mapping, Sequence

from exporter.editions.pull.merged import Edit, Merged, main_place
from exporter.editions.pull.model import Refusal
from exporter.editions.pull.new_rows import Added
from exporter.editions.pull.present import PresentFacts


def judge(
    merged: Merged,
    added: Added,
    edits: Mapping[str, Sequence[Edit]],
    present: PresentFacts,
) -> None:
    """Refuse what the check speaks against, unless it did so before."""
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
            written = {change.place for change in merged.changes[id_]}
            main = main_place(edit for edit in edits[id_] if edit.place in written)
            merged.refusals += (Refusal(main, fault) for fault in new)

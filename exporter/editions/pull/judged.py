"""What the check says of facts as a workbook would have them."""

from collections.abc import Iterator, Mapping, Sequence

from exporter.editions.pull.merged import Edit, Merged, main_place
from exporter.editions.pull.model import Refusal
from exporter.editions.pull.new_rows import Added
from exporter.editions.pull.present import PresentFacts, Row
from exporter.evidence.batch import UNJUDGED


def judge(
    merged: Merged,
    added: Added,
    edits: Mapping[str, Sequence[Edit]],
    present: PresentFacts,
) -> None:
    """Refuse what the check speaks against, unless it did so before."""
    if present.report.evidence == "optional":
        return
    found = present.faults([*_changed(merged, present), *added.rows.values()])
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


def _changed(merged: Merged, present: PresentFacts) -> Iterator[Row]:
    """The facts as they would be, of those in which something was changed that is judged."""
    for id_, columns in merged.columns.items():
        before = present.row(id_)
        changed = {name for name, value in columns.items() if before[name] != value}
        if before["formula"] is not None or not changed <= UNJUDGED:
            yield {**before, **columns}

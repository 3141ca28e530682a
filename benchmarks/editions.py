"""The next edition of a report of many facts: most as they were, some of every kind of change.

python -m benchmarks.editions SIZE...    makes the editions' folders that are not there yet
"""

import shutil
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.cache import next_path, whole
from benchmarks.reports import report_folder

_CHANGED, _GONE, _RESTATED = 100, 500, 1_000  # one fact of so many


def next_folder(size: int) -> Path:
    """The same, made when it is first asked for."""
    folder = next_path(size)
    if not folder.exists():
        with whole(folder) as temporary:
            shutil.copytree(report_folder(size), temporary)
            file = temporary / "facts.parquet"
            pq.write_table(_of_next_edition(pq.read_table(file)), file)
    return folder


def _of_next_edition(facts: pa.Table) -> pa.Table:
    """Facts with one in a hundred changed, some withdrawn, and some that restate another."""
    rows = np.arange(facts.num_rows)
    values = facts["value"].to_numpy().copy()
    values[rows % _CHANGED == 0] += 1
    changed = _with(facts, "value", pa.array(values))
    kept = changed.filter(pa.array(rows % _GONE != 1))
    older = facts.filter(pa.array(rows % _RESTATED == 2))
    ids = pc.binary_join_element_wise(older["id"], "restated", "-")
    restating = _with(_with(older, "id", ids), "value", pc.add(older["value"], 2))
    return pa.concat_tables(
        [
            kept.append_column("restates", pa.nulls(kept.num_rows, pa.string())),
            restating.append_column("restates", older["id"]),
        ]
    )


def _with(facts: pa.Table, name: str, column: pa.ChunkedArray | pa.Array) -> pa.Table:
    place = facts.schema.get_field_index(name)
    return facts.set_column(place, facts.schema.field(name), column)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        next_folder(int(argument))

"""Ids that are used twice, found while facts go by."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import strings
from exporter.errors import place_in

_LINE_BITS = 32

_Integers = npt.NDArray[np.int64]


class Ids:
    """Finds ids that are used twice, also where millions of facts lie between.

    An id is kept as its hash of 64 bits and its place. Two ids of a million have the same hash once
    in 40 million sets; a sound fact would then be refused, and never a repeated id be missed.
    """

    def __init__(self) -> None:
        # Sorted runs of hashes with their places, each at least twice as long as the next: few runs
        # to search, and an id is merged into a longer one but some twenty times.
        self._runs: list[tuple[_Integers, _Integers]] = []
        self._files: dict[str, int] = {}

    def first_places(self, table: pa.Table) -> pa.Array:
        """Take the ids of a batch in.

        Args:
            table: With the columns `id`, `file` and `line`.

        Returns:
            For every row whose id was used before, where it stands first, for a message; else null.
        """
        rows = np.flatnonzero(pc.is_valid(table["id"]).to_numpy())
        hashes = np.fromiter(map(hash, table["id"].to_pylist()), np.int64, table.num_rows)[rows]
        places = self._places(table)[rows]
        ids, first = np.unique(hashes, return_index=True)
        first_places, is_new = places[first], np.ones(len(ids), bool)
        for known, known_places in self._runs:
            at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
            is_known = known[at] == ids
            first_places[is_known], is_new[is_known] = known_places[at[is_known]], False
        is_first = np.zeros(len(rows), bool)
        is_first[first[is_new]] = True
        self._add(ids[is_new], first_places[is_new])
        repeated = np.flatnonzero(~is_first)
        shown: list[str | None] = [None] * table.num_rows
        of_repeated = first_places[np.searchsorted(ids, hashes[repeated])]
        for row, place in zip(rows[repeated], self._shown(of_repeated), strict=True):
            shown[row] = place
        return strings(shown)

    def _places(self, table: pa.Table) -> _Integers:
        files = pc.dictionary_encode(table["file"]).combine_chunks()
        codes = np.array(
            [
                self._files.setdefault(file, len(self._files))
                for file in files.dictionary.to_pylist()
            ],
            np.int64,
        )
        lines = table["line"].to_numpy().astype(np.int64)
        places: _Integers = lines | (codes[files.indices.to_numpy()] << _LINE_BITS)
        return places

    def _shown(self, places: _Integers) -> list[str]:
        files = list(self._files)
        return [
            place_in(files[place >> _LINE_BITS], place & (2**_LINE_BITS - 1))
            for place in places.tolist()
        ]

    def _add(self, hashes: _Integers, places: _Integers) -> None:
        while self._runs and len(self._runs[-1][0]) < 2 * len(hashes):
            shorter, their_places = self._runs.pop()
            hashes, places = np.append(shorter, hashes), np.append(their_places, places)
            order = np.argsort(hashes, kind="stable")
            hashes, places = hashes[order], places[order]
        if len(hashes):
            self._runs.append((hashes, places))

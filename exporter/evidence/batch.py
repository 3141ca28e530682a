"""Facts on their way through the check: batch by batch, each distinct claim judged once."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import Verdict
from exporter.evidence.keys import Key, columns_of, rows_of
from exporter.evidence.texts import may_hold_figures
from exporter.facts.periods import YearEnds
from exporter.facts.series import SHOWN
from exporter.facts.table import FACTS, map_distinct

if TYPE_CHECKING:
    from exporter.evidence.judges import Task

# FACTS, and what the check says; where a quote stands is in characters of the text at hand, or -1.
# The magnitudes that a fact is shown in are known when all facts have gone by, and "" till then.
CHECKED = pa.schema(
    [
        *FACTS,
        ("quote_state", pa.string()),
        ("figure_state", pa.string()),
        ("translation_state", pa.string()),
        ("quote_start", pa.int64()),
        ("quote_end", pa.int64()),
        (SHOWN, pa.string()),
    ]
)

Indices = npt.NDArray[np.int64]

_WRONG = "contradicted"  # of a translation
_LARGEST = 2**62  # combinations of codes that an int64 tells apart, with room to spare
_MOST_KEPT = 16_384  # verdicts in each of the two generations


_ACCEPT = "accept.en"  # who answers for a figure does so in both languages
_COLUMNS = [  # of FACTS; quotes keep theirs
    _ACCEPT if field == "accept" else re.sub(r"^(unit|text|metric)_", r"\1.", field)
    for field in Key._fields
]
_FAULTS = Verdict._fields.index("texts")  # the first of them, and all behind it
_QUOTE = Key._fields.index("quote")


class Batch:
    """Facts, the distinct claims that they make, and what is known of these.

    Attributes:
        keys: The distinct claims.
        verdicts: On each of them, where it is judged.
        new: The indices of those that were given to judges for this batch.
        tasks: What judges those, in order.
        awaited: What judges others, by their indices; it was begun for batches before this one.
    """

    def __init__(self, facts: pa.Table, year_ends: YearEnds) -> None:
        """Facts by the schema FACTS.

        Args:
            facts: The facts.
            year_ends: Where the fiscal years of entities end.
        """
        self.keys, self._key_of_row = distinct_claims(_with_year_ends(facts, year_ends))
        self.verdicts: list[Verdict | None] = [None] * len(self.keys)
        self.new: list[int] = []
        self.tasks: list[Task] = []
        self.awaited: dict[int, Task] = {}
        self._facts = facts

    def take_verdicts(self) -> None:
        """Take the verdicts of all tasks, when they are done."""
        judged = chain.from_iterable(task.verdicts() for task in self.tasks)
        for index, verdict in zip(self.new, judged, strict=True):
            self.verdicts[index] = verdict
        for index, task in self.awaited.items():
            self.verdicts[index] = task.verdict_on(self.keys[index])

    def checked(self) -> pa.Table:
        """The facts by the schema CHECKED, when all claims are judged."""
        verdicts = [verdict for verdict in self.verdicts if verdict is not None]
        states = [
            (quote.state, figure.state, _WRONG if translations else "", quote.start, quote.end, "")
            for quote, figure, _, translations, _ in verdicts
        ]
        columns = columns_of(states) or ((),) * len(CHECKED.names[len(FACTS) :])
        rows, table = pa.array(self._key_of_row), self._facts.select(FACTS.names)
        for name, values in zip(CHECKED.names[len(FACTS) :], columns, strict=True):
            column = pa.array(values, CHECKED.field(name).type)
            table = table.append_column(CHECKED.field(name), column.take(rows))
        return table.cast(CHECKED)

    def rows_where(self, is_so: Callable[[Verdict], bool]) -> list[int]:
        """The rows of whose verdicts something is so that is told, in order."""
        chosen = np.zeros(len(self.keys), bool)
        chosen[[index for index, verdict in self._telling if is_so(verdict)]] = True
        if not chosen.any():
            return []
        rows: list[int] = np.flatnonzero(chosen[self._key_of_row]).tolist()
        return rows

    @cached_property
    def _telling(self) -> list[tuple[int, Verdict]]:
        """The verdicts that tell of anything, with their indices."""
        return [
            (index, verdict)
            for index, verdict in enumerate(filter(None, self.verdicts))
            if verdict.quote.wrong or verdict.figure.wrong or any(verdict[_FAULTS:])
        ]

    def verdict(self, row: int) -> tuple[Key, Verdict]:
        """What a row claims, and the verdict on it.

        Raises:
            ValueError: It is not judged yet.
        """
        index = self._key_of_row[row]
        verdict = self.verdicts[index]
        if verdict is None:
            raise ValueError(f"row {row} is not judged yet")
        return self.keys[index], verdict

    def place(self, row: int) -> tuple[str, int, str]:
        """File, line and id of a row."""
        file, line, id_ = (self._facts[name][row].as_py() for name in ("file", "line", "id"))
        return file, line, id_


class RecentVerdicts:
    """Verdicts put in or asked for lately: a memory that stays small however many claims go by.

    Two generations: when the young one is full, the old one is forgotten and the young one takes
    its place. That keeps what is asked for again, and costs no book-keeping on every look. A claim
    that is being judged stands there with its task.
    """

    def __init__(self, most: int = _MOST_KEPT) -> None:
        """A memory of the last `most` verdicts, and of at most twice as many."""
        self._most = most
        self._young: dict[Key, Verdict | Task] = {}
        self._old: dict[Key, Verdict | Task] = {}

    def get(self, key: Key) -> "Verdict | Task | None":
        """The verdict on a claim, or its task; None where there was none or it is forgotten."""
        if (known := self._young.get(key)) is not None:
            return known
        if (known := self._old.get(key)) is not None:
            self._put_in([(key, known)])
        return known

    def begin(self, task: "Task") -> None:
        """Remember that claims are being judged."""
        self._put_in(dict.fromkeys(task.keys, task).items())

    def finish(self, task: "Task") -> None:
        """Remember the verdicts on them."""
        self._put_in(zip(task.keys, task.verdicts(), strict=True))

    def _put_in(self, known: "Iterable[tuple[Key, Verdict | Task]]") -> None:
        if len(self._young) >= self._most:
            self._young, self._old = {}, self._young
        self._young.update(known)


def _with_year_ends(facts: pa.Table, year_ends: YearEnds) -> pa.Table:
    """The facts with where the fiscal year ends, of values that are fiscal years alone."""
    ends = pa.nulls(facts.num_rows, pa.string())
    fiscal = pc.fill_null(pc.starts_with(facts["precision"], "fiscal"), False)
    if year_ends and pc.any(fiscal).as_py():
        shown = {entity: str(end) for entity, end in year_ends.items()}
        ends = pc.if_else(fiscal, map_distinct(facts["entity"], shown.get, pa.string()), None)
    return facts.append_column("year_end", ends)


def distinct_claims(batch: pa.Table) -> tuple[list[Key], Indices]:
    """The distinct claims of a batch, those on one quote side by side, as are quotes of one shape.

    Returns:
        The claims, and for every row the index of its claim.
    """
    columns = [_encoded(column) for column in _claimed(batch).columns]
    codes, size = np.zeros(batch.num_rows, np.int64), 1
    for values, of_column in (_by_words(*columns[_QUOTE]), *columns):
        count = max(len(values), 1)
        if size > _LARGEST // count:
            codes = np.unique(codes, return_inverse=True)[1]
            size = batch.num_rows
        codes, size = codes * count + of_column, size * count
    _, first, of_row = np.unique(codes, return_index=True, return_inverse=True)
    # A value that many rows have is one object, so that comparing and sending it is quick.
    told = (
        map(values.__getitem__, of_column[first].tolist())
        if len(values) > 1
        else values * len(first)
        for values, of_column in columns
    )
    return rows_of(Key, told), of_row


def _by_words(quotes: list[str], of_row: Indices) -> tuple[list[str], Indices]:
    """The words of distinct quotes, without digits, and for every row the index of its own.

    They are in order, so that the same words are at about the same place in every batch.
    """
    words = pc.replace_substring_regex(pa.array(quotes, pa.string()), "[A-Z]?[0-9]+", "")
    encoded = words.dictionary_encode()
    places = pc.rank(encoded.dictionary).to_numpy().astype(np.int64) - 1
    return encoded.dictionary.to_pylist(), places[encoded.indices.to_numpy()][of_row]


def _claimed(batch: pa.Table) -> pa.Table:
    """What the claims of a batch hang on: of metrics those that may hold figures."""
    table = batch.select(_COLUMNS)
    accepted = pc.not_equal(table[_ACCEPT], "")
    table = table.set_column(_COLUMNS.index(_ACCEPT), _ACCEPT, accepted)
    for name in ("metric.en", "metric.zh"):
        told = map_distinct(table[name], _told_of, pa.string())
        table = table.set_column(_COLUMNS.index(name), name, told)
    return table


@lru_cache(maxsize=4096)  # the metrics of a batch of facts
def _told_of(metric: str) -> str:
    return metric if may_hold_figures(metric) else ""


def _encoded(column: pa.ChunkedArray) -> tuple[list[Any], Indices]:
    """The distinct values of a column, null among them, and for every row the index of its own."""
    if column.null_count == len(column):
        return [None], np.zeros(len(column), np.int64)
    encoded = pc.dictionary_encode(column, null_encoding="encode").combine_chunks()
    return encoded.dictionary.to_pylist(), encoded.indices.to_numpy().astype(np.int64)

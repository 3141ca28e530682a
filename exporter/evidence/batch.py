"""Facts on their way through the check: batch by batch, each distinct claim judged once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Integers, encoded, integers, longs, strings
from exporter.evidence.claims import FigureState, QuoteState, QuoteVerdict, Verdict
from exporter.evidence.keys import Key, rows_of
from exporter.evidence.texts import may_hold_figures
from exporter.facts.further import ALSO_IN
from exporter.facts.periods import YearEnds
from exporter.facts.series import SHOWN
from exporter.facts.table import FACTS, map_distinct

if TYPE_CHECKING:
    from exporter.evidence.by_columns import ShapedClaims
    from exporter.evidence.judges import ProofTask, VerdictTask

# FACTS, and what the check says; where a quote stands is in characters of the text at hand, or -1.
# The magnitudes that a fact is shown in are known when all facts have gone by, and "" till then; so
# is what is said of its further sources, and null till then.
FOUND = "also_in.found"
CHECKED = pa.schema(
    [
        *FACTS,
        ("quote_state", pa.string()),
        ("figure_state", pa.string()),
        ("translation_state", pa.string()),
        ("quote_start", pa.int64()),
        ("quote_end", pa.int64()),
        (SHOWN, pa.string()),
        (FOUND, pa.string()),
    ]
)

_WRONG = "contradicted"  # of a translation
_PROVED = (QuoteState.VERIFIED, FigureState.CONFIRMED, "")
_LARGEST = 2**62  # combinations of codes that an int64 tells apart, with room to spare
_MOST_KEPT = 16_384  # verdicts in each of the two generations

_ACCEPT = "accept.en"  # who answers for a figure does so in both languages
_COLUMNS = [  # of FACTS; quotes keep theirs
    _ACCEPT if field == "accept" else re.sub(r"^(unit|text|metric|note)_", r"\1.", field)
    for field in Key._fields
]
# What no verdict hangs on: a fact in which nothing else was changed is judged as it was before.
UNJUDGED = frozenset(FACTS.names) - {*_COLUMNS, "entity", "period", "formula", ALSO_IN}
_FAULTS = Verdict._fields.index("texts")  # the first of them, and all behind it


class Batch:
    """Facts, the distinct claims that they make, and what is known of these.

    Attributes:
        claims: The distinct claims, each with the columns of facts that it hangs on.
        keys: Those of them that are judged each by itself, by their indices.
        verdicts: On these, where they are judged.
        new: The indices of those that were given to judges for this batch.
        tasks: What judges those, in order.
        awaited: What judges others, by their indices; it was begun for another batch.
        shaped: The claims with their shapes; None where none are looked for.
        proofs: What finds out what proves those of some shapes.
    """

    def __init__(self, facts: pa.Table, year_ends: YearEnds) -> None:
        """Facts by the schema FACTS.

        Args:
            facts: The facts.
            year_ends: Where the fiscal years of entities end.
        """
        self.claims, self._claim_of_row = distinct_claims(_with_year_ends(facts, year_ends))
        self.keys: dict[int, Key] = {}
        self.verdicts: dict[int, Verdict] = {}
        self.new: list[int] = []
        self.tasks: list[VerdictTask] = []
        self.awaited: dict[int, VerdictTask] = {}
        self.shaped: ShapedClaims | None = None
        self.proofs: list[ProofTask] = []
        self._facts = facts
        self._proved: dict[int, QuoteVerdict] = {}

    def keys_of(self, claims: Sequence[int]) -> list[Key]:
        """Some of the claims, given by their indices."""
        chosen = self.claims.take(integers(np.array(claims, np.int32)))
        return rows_of(Key, map(_objects, chosen.columns))

    def alone(self) -> list[int]:
        """The claims that are to be judged each by itself, whatever proves others."""
        expected = set(self.shaped.expected) if self.shaped else set()
        return [claim for claim in range(self.claims.num_rows) if claim not in expected]

    def take_proved(self, quotes: Mapping[int, QuoteVerdict]) -> None:
        """Take claims, by their indices, that are proved, and where their quotes stand."""
        self._proved.update(quotes)

    def take_verdicts(self) -> None:
        """Take the verdicts of all tasks, when they are done."""
        judged = chain.from_iterable(task.answers() for task in self.tasks)
        self.verdicts.update(zip(self.new, judged, strict=True))
        for index, task in self.awaited.items():
            self.verdicts[index] = task.verdict_on(self.keys[index])

    def checked(self) -> pa.Table:
        """The facts by the schema CHECKED, when all claims are judged."""
        rows, table = integers(self._claim_of_row), self._facts.select(FACTS.names)
        names = CHECKED.names[len(FACTS) :]
        for name, column in zip(names, self._states(), strict=True):
            table = table.append_column(CHECKED.field(name), column.take(rows))
        return table.cast(CHECKED)

    def _states(self) -> list[pa.Array]:
        """What CHECKED says beside the facts, of each claim."""
        spans = np.full((2, self.claims.num_rows), -1, np.int64)
        known = {_PROVED: 0}
        codes = np.zeros(self.claims.num_rows, np.int32)
        quotes: dict[int, QuoteVerdict] = {**self._proved}
        for index, (quote, figure, _, translations, _) in self.verdicts.items():
            states = quote.state, figure.state, _WRONG if translations else ""
            codes[index] = known.setdefault(states, len(known))
            quotes[index] = quote
        for index, quote in quotes.items():
            spans[0, index], spans[1, index] = quote.start, quote.end
        indices = integers(codes)
        told = (strings(map(str, column)).take(indices) for column in zip(*known, strict=True))
        shown = strings([""]).take(integers(np.zeros_like(codes)))
        found = pa.nulls(self.claims.num_rows, pa.string())
        return [*told, longs(spans[0]), longs(spans[1]), shown, found]

    def rows_where(self, is_so: Callable[[Verdict], bool]) -> list[int]:
        """The rows of whose verdicts something is so that is told, in order."""
        chosen = np.zeros(self.claims.num_rows, bool)
        chosen[[index for index, verdict in self._telling if is_so(verdict)]] = True
        if not chosen.any():
            return []
        rows: list[int] = np.flatnonzero(chosen[self._claim_of_row]).tolist()
        return rows

    @cached_property
    def _telling(self) -> list[tuple[int, Verdict]]:
        """The verdicts that tell of anything, with their indices."""
        return [
            (index, verdict)
            for index, verdict in self.verdicts.items()
            if verdict.quote.wrong or verdict.figure.wrong or any(verdict[_FAULTS:])
        ]

    def verdict(self, row: int) -> tuple[Key, Verdict]:
        """What a row claims that is told of, and the verdict on it.

        Raises:
            KeyError: It is not judged yet, or proved by its shape.
        """
        index = self._claim_of_row[row]
        return self.keys[index], self.verdicts[index]

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
        self._young: dict[Key, Verdict | VerdictTask] = {}
        self._old: dict[Key, Verdict | VerdictTask] = {}

    def get(self, key: Key) -> "Verdict | VerdictTask | None":
        """The verdict on a claim, or its task; None where there was none or it is forgotten."""
        if (known := self._young.get(key)) is not None:
            return known
        if (known := self._old.get(key)) is not None:
            self._put_in([(key, known)])
        return known

    def begin(self, task: "VerdictTask") -> None:
        """Remember that claims are being judged."""
        self._put_in(dict.fromkeys(task.keys, task).items())

    def finish(self, task: "VerdictTask") -> None:
        """Remember the verdicts on them."""
        self._put_in(zip(task.keys, task.answers(), strict=True))

    def _put_in(self, known: "Iterable[tuple[Key, Verdict | VerdictTask]]") -> None:
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


def distinct_claims(batch: pa.Table) -> tuple[pa.Table, Integers]:
    """The distinct claims of a batch, those on one quote side by side.

    Returns:
        The claims, and for every row the index of its claim.
    """
    claimed = _claimed(batch)
    codes, size = np.zeros(batch.num_rows, np.int64), 1
    for at, column in enumerate(_quote_first(claimed)):
        values, of_column = encoded(column)
        if at == 0 and len(values) == batch.num_rows:  # so no two claims are the same
            return claimed, of_column.astype(np.int32)
        count = max(len(values), 1)
        if size > _LARGEST // count:
            codes = np.unique(codes, return_inverse=True)[1]
            size = batch.num_rows
        codes, size = codes * count + of_column, size * count
    _, first, of_row = np.unique(codes, return_index=True, return_inverse=True)
    return claimed.take(integers(first.astype(np.int32))), of_row.astype(np.int32)


def _quote_first(claimed: pa.Table) -> Iterator[pa.ChunkedArray]:
    yield claimed["quote"]
    yield from (claimed[name] for name in claimed.column_names if name != "quote")


def _objects(column: pa.ChunkedArray) -> list[Any]:
    """The values of a column; one that several rows have is one object, which is sent quicker."""
    values, of_row = encoded(column)
    return list(map(values.to_pylist().__getitem__, of_row.tolist()))


def _claimed(batch: pa.Table) -> pa.Table:
    """What the claims of a batch hang on: of metrics and notes those that may hold figures."""
    table = batch.select(_COLUMNS)
    accepted = pc.not_equal(table[_ACCEPT], "")
    table = table.set_column(_COLUMNS.index(_ACCEPT), _ACCEPT, accepted)
    for name in ("metric.en", "metric.zh", "note.en", "note.zh"):
        told = map_distinct(table[name], _told_of, pa.string())
        table = table.set_column(_COLUMNS.index(name), name, told)
    return table


@lru_cache(maxsize=4096)  # the metrics of a batch of facts, and its notes
def _told_of(text: str) -> str:
    return text if may_hold_figures(text) else ""

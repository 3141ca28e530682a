"""Rows of a table that wait to be compared."""

from collections import deque
from collections.abc import Iterator

from exporter.proof.xlsx.rows import TableRows, join_rows, no_rows


class RowQueue:
    """Rows that wait to be compared, in front of those that can still be made."""

    def __init__(self, columns: int, more: Iterator[TableRows]) -> None:
        self.rows = 0
        self._columns = columns
        self._more = more
        self._waiting: deque[TableRows] = deque()

    def add(self, rows: TableRows) -> None:
        """Have more rows wait."""
        if len(rows):
            self._waiting.append(rows)
            self.rows += len(rows)

    def fill(self, count: int) -> bool:
        """Have so many rows wait, if there are so many; whether there are."""
        while self.rows < count and (rows := next(self._more, None)) is not None:
            self.add(rows)
        return self.rows >= count

    def head(self) -> TableRows:
        """The first of those that wait."""
        return self._waiting[0]

    def drop(self, rows: int) -> None:
        """Let go some of the first."""
        first = self._waiting.popleft()
        self.rows -= rows
        if rows < len(first):
            self._waiting.appendleft(first.slice(rows))

    def take(self) -> TableRows:
        """All that wait, which then wait no longer."""
        rows = join_rows(self._waiting) if self._waiting else no_rows(self._columns)
        self._waiting.clear()
        self.rows = 0
        return rows

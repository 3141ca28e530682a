"""The verdicts given lately: a memory that stays small however many claims go by."""

from exporter.evidence.distinct import Key
from exporter.evidence.judge import Verdict

_MOST = 16_384  # of each of the two generations


class Recent:
    """Verdicts put in or asked for lately.

    Two generations: when the young one is full, the old one is forgotten and the young one takes
    its place. That keeps what is asked for again, and costs no book-keeping on every look.
    """

    def __init__(self, most: int = _MOST) -> None:
        """A memory of the last `most` verdicts, and of at most twice as many."""
        self._most = most
        self._young: dict[Key, Verdict] = {}
        self._old: dict[Key, Verdict] = {}

    def get(self, key: Key) -> Verdict | None:
        """The verdict on a claim, or None where there was none or it is forgotten."""
        if (found := self._young.get(key)) is not None:
            return found
        if (found := self._old.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: Key, verdict: Verdict) -> None:
        """Remember a verdict."""
        if len(self._young) >= self._most:
            self._young, self._old = {}, self._young
        self._young[key] = verdict

"""A process that helps to judge claims."""

from collections.abc import Mapping, Sequence

from exporter.engine.worker_process import WorkerProcess
from exporter.evidence.claims import Claim
from exporter.evidence.judge import Judge, Verdict
from exporter.evidence.sources import Source

_judges: list[Judge] = []  # of the helping process: sources are sent to it but once


class Helper(WorkerProcess):
    """A helping process, seen by the one that it helps."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Start a process that will judge by these sources."""
        super().__init__()
        self._sources = sources

    def prepare(self) -> None:
        """Tell it what it has to know, and wait until it can be asked.

        Raises:
            WorkerEndedError: The process has ended.
        """
        self.call(_become_helper, self._sources)

    def on_claims(self, claims: Sequence[Claim]) -> list[Verdict]:
        """The verdicts on claims, as `Judge.on_claims` gives them.

        Raises:
            WorkerEndedError: The process has ended.
            Exception: Whatever judging them raised there.
        """
        found: list[Verdict] = self.call(_judge, claims)
        return found


def _become_helper(sources: Mapping[str, Source]) -> None:
    _judges[:] = [Judge(sources)]


def _judge(claims: Sequence[Claim]) -> list[Verdict]:
    return _judges[0].on_claims(claims)

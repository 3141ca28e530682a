"""A process that helps to judge claims: it takes them from a pipe, and gives verdicts back.

It is started by a command of its own. A pool of processes takes several times as long to be ready,
and until then this process has to do all the work.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from exporter.evidence.claims import Claim
from exporter.evidence.judge import Judge, Verdict
from exporter.evidence.sources import Source

# The helper finds this package wherever its caller did.
_COMMAND = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from exporter.evidence.helper import serve; serve()"
)
Answer = list[Verdict] | Exception


class Helper:
    """A helping process, seen by the one that it helps."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Start a process that will judge by these sources."""
        self._sources = sources
        self.process = subprocess.Popen(  # noqa: S603 - this Python, with a command of our own
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the caller, who then stops the helper
        )

    @property
    def is_alive(self) -> bool:
        """Whether it can still be asked."""
        return self.process.poll() is None

    def prepare(self) -> None:
        """Tell it what it has to know, and wait until it can be asked.

        Raises:
            OSError: The process has ended.
            EOFError: Likewise.
        """
        self._send(sys.path)
        self._send(self._sources)
        self._receive()

    def on_claims(self, claims: Sequence[Claim]) -> list[Verdict]:
        """The verdicts on claims, as `Judge.on_claims` gives them.

        Raises:
            OSError: The process has ended.
            EOFError: Likewise.
            Exception: Whatever judging them raised there.
        """
        self._send(claims)
        return self._receive()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Close the pipes, after whoever used them is done."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what is left to be sent has nowhere to go
                pipe.close()  # type: ignore[union-attr]

    def _receive(self) -> list[Verdict]:
        answer: Answer = pickle.load(self.process.stdout)  # type: ignore[arg-type]  # noqa: S301
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _send(self, message: object) -> None:
        pickle.dump(message, self.process.stdin, pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
        self.process.stdin.flush()  # type: ignore[union-attr]


def serve() -> None:
    """Judge claims until there are no more, in the helping process."""
    taken, given = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what writes to the standard output must not write into the answers
    judge = Judge(pickle.load(taken))  # noqa: S301 - only the caller writes into this pipe
    answer: Answer = []
    while True:
        pickle.dump(answer, given, pickle.HIGHEST_PROTOCOL)
        given.flush()
        try:
            claims = pickle.load(taken)  # noqa: S301
        except EOFError:
            return
        answer = _answer(judge, claims)


def _answer(judge: Judge, claims: Sequence[Claim]) -> Answer:
    try:
        return judge.on_claims(claims)
    except Exception as error:  # for the caller to raise
        return error

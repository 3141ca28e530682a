"""Another Python process that does what it is asked, one thing after another.

Started by a command of its own: a pool of processes (loky) takes a second to be ready.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from exporter.errors import SetupError

# The companion finds this package wherever its caller did. What it prints goes to the errors: its
# output is for answers.
_COMMAND = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from exporter.companion import serve; out, sys.stdout = sys.stdout.buffer, sys.stderr; "
    "serve(sys.stdin.buffer, out)"
)


class Companion:
    """Another process, seen by the one that asks."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with a command of our own
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the caller, who then stops it
        )
        self._send(sys.path)

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What a function of a module returns there; it may raise what that raises.

        Raises:
            SetupError: The process has ended.
        """
        try:
            self._send((function, arguments))
            answer, error = pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301
        except (OSError, EOFError) as ended:
            wrong = "a process that helped ended early"
            raise SetupError(f"{wrong}; see that there is enough memory, and try again") from ended
        if error is not None:
            raise error
        return answer

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what is left to be sent has nowhere to go
                pipe.close()  # type: ignore[union-attr]

    def _send(self, what: object) -> None:
        stream: BinaryIO = self._process.stdin  # type: ignore[assignment]
        pickle.dump(what, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Be a companion, until nothing more is asked."""
    while True:
        try:
            function, arguments = pickle.load(questions)  # noqa: S301 - from who started this
        except EOFError:
            return
        try:
            answer, error = function(*arguments), None
        except Exception as raised:  # for whoever asked
            answer, error = None, raised
        pickle.dump((answer, error), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

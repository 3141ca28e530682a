"""Another Python process that does what it is asked, one thing after another.

It is started by a command of its own: a pool of processes (loky) takes several times as long to be
ready, and holds up its caller meanwhile.
"""

import gc
import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

# The worker finds this package wherever its caller did; one whose caller has ended by then ends.
_COMMAND = """
import pickle, sys
try:
    sys.path[:] = pickle.load(sys.stdin.buffer)
except (EOFError, pickle.UnpicklingError):
    sys.exit()
from exporter.engine.worker_process import serve
serve()
"""

_OWN_VARIABLES = "EXPORTER_"
_INTERVAL = 0.0005  # seconds
_THRESHOLD = 100_000  # new objects, tens of megabytes of them


class WorkerEndedError(Exception):
    """The process has ended, by itself or because it was stopped."""


class WorkerProcess:
    """Another process, seen by the one that asks.

    Attributes:
        surroundings: What it sees of the one that asks, as it was when it was started.
    """

    def __init__(self, *, is_quiet: bool = False) -> None:
        """Start it; it can be asked at once, and answers when it is ready.

        Args:
            is_quiet: Whether nobody sees what libraries write about their own end.
        """
        self.surroundings = surroundings()
        self.process = subprocess.Popen(  # noqa: S603 - this Python, with a command of our own
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if is_quiet else None,
            start_new_session=True,  # Ctrl-C is for the caller, who then stops it
        )
        self._is_asked = False
        self._unheard = 0  # answers that nobody has waited for

    @property
    def is_alive(self) -> bool:
        """Whether it can still be asked."""
        return self.process.poll() is None

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What a function of a module returns there; it may raise what that raises.

        Raises:
            WorkerEndedError: The process has ended.
        """
        try:
            self._ask(function, arguments)
            while self._unheard:
                pickle.load(self.process.stdout)  # type: ignore[arg-type]  # noqa: S301
                self._unheard -= 1
            answer, error = pickle.load(self.process.stdout)  # type: ignore[arg-type]  # noqa: S301
        except (OSError, EOFError, pickle.UnpicklingError) as ended:  # maybe within an answer
            raise WorkerEndedError from ended
        if error is not None:
            raise error
        return answer

    def call_ahead(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Have a function called there without waiting; what it returns or raises is not told."""
        with suppress(OSError):  # it has ended, which the next call tells
            self._ask(function, arguments)
            self._unheard += 1

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Close the pipes of a stopped process, after whoever used them is done."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what is left to be sent has nowhere to go
                pipe.close()  # type: ignore[union-attr]

    def _ask(self, function: Callable[..., Any], arguments: Sequence[Any]) -> None:
        if not self._is_asked:
            self._is_asked = True
            self._send(sys.path)
        self._send((function, arguments))

    def _send(self, what: object) -> None:
        stream: BinaryIO = self.process.stdin  # type: ignore[assignment]
        pickle.dump(what, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()


def surroundings() -> Hashable:
    """What a process sees for good of the one that starts it: variables, and where modules are.

    Those of our own are left out: they name mail servers and passwords, which no worker asks for.
    """
    seen = (item for item in os.environ.items() if not item[0].startswith(_OWN_VARIABLES))
    return os.getpid(), tuple(sys.path), tuple(sorted(seen))


def start_no_idle_threads() -> None:
    """Have numpy's OpenBLAS start no threads, in a process that has not loaded it yet.

    Nothing here multiplies matrices, and each of its threads turns a tenth of a second into
    nothing before it sleeps. Whoever has set how many it starts means it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def collect_garbage_seldom() -> None:
    """Have Python look for garbage seldom, in a process that does one thing and ends.

    What is loaded stays, and what is made goes without being looked for: by the usual threshold,
    looking through all of it again and again takes a tenth of the time.
    """
    gc.set_threshold(_THRESHOLD)


@contextmanager
def garbage_seldom() -> Iterator[None]:
    """As `collect_garbage_seldom`, for as long as a block goes."""
    before = gc.get_threshold()
    collect_garbage_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def hand_over_soon() -> Iterator[None]:
    """Have threads that wait for an answer of a worker not wait long for this one, for a block.

    A thread that computes holds the others up for 5 ms each time, by the usual interval; that is a
    fifth of what a worker needs for its task, and it would wait for the next one meanwhile.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_INTERVAL)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def serve() -> None:
    """Be a worker, until whoever asks ends: then at once, whatever is being done."""
    start_no_idle_threads()
    collect_garbage_seldom()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what writes to the standard output must not write into the answers
    questions: SimpleQueue[tuple[Callable[..., Any], Sequence[Any]]] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, questions), daemon=True).start()
    while True:
        function, arguments = questions.get()
        try:
            answer, error = function(*arguments), None
        except Exception as raised:  # for whoever asked
            answer, error = None, raised
        with suppress(BrokenPipeError):  # nobody waits for it, and the listener ends all
            pickle.dump((answer, error), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _listen(stream: BinaryIO, questions: "SimpleQueue[Any]") -> None:
    """Pass questions on; end the process with the one that asks, however that ended."""
    try:
        while True:
            questions.put(pickle.load(stream))  # noqa: S301 - from who started this
    except (EOFError, OSError, pickle.UnpicklingError):  # the last: within a question
        os._exit(0)
    except BaseException:  # a question that makes no sense here
        traceback.print_exc()
        os._exit(1)

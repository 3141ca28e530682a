"""How commands end early: on a signal, or where nobody reads any more.

The exit status is what a shell gives to a program that the signal ends: 128 and its number.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from exporter.cli.terminal import complain
from exporter.files import recorded_changes
from exporter.files.stopping import STOPS

_SIGNALLED = 128
_BROKEN_PIPE = _SIGNALLED + 13  # SIGPIPE, which Python turns into an error, and Windows lacks
_MOST_NAMED = 5  # folders; a batch puts files into thousands


class Stopped(SystemExit):
    """A signal has come that ends the process."""


class ToldStop(SystemExit):
    """A stop of which all has been said."""


@contextmanager
def ending_early() -> Iterator[None]:
    """Have signals end what the block does, in order, and say which files were changed by then.

    Raises:
        SystemExit: The block was stopped, or nobody reads what it says.
    """
    with _raising_signals(), recorded_changes() as changes:
        try:
            yield
        except Stopped:
            with suppress(OSError):  # the terminal may be gone
                complain(_what_was_changed(changes))
            raise
        except BrokenPipeError:
            raise _nobody_reads() from None
        except SystemExit as stop:
            # Typer ends with 1 where its output is a closed pipe.
            if isinstance(stop.__context__, BrokenPipeError):
                raise _nobody_reads() from None
            raise


@contextmanager
def _raising_signals() -> Iterator[None]:
    """Have signals raised as `Stopped`; those that are ignored, as by nohup, stay so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in STOPS}
    heeded = {
        number: handler for number, handler in before.items() if handler is not signal.SIG_IGN
    }
    for number in heeded:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in heeded.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    raise Stopped(_SIGNALLED + number)


def _what_was_changed(changes: Sequence[Path]) -> str:
    if not changes:
        return "stopped; no file was changed"
    named = sorted({str(path.parent) for path in changes})
    folders = ", ".join(named[:_MOST_NAMED])
    if more := len(named[_MOST_NAMED:]):
        folders += f" and {more:,} more"
    files = f"{len(changes):,} files" if len(changes) > 1 else f"the file {changes[0].name}"
    return f"stopped; by then {files} had been put into {folders}"


def _nobody_reads() -> SystemExit:
    """The end of a command whose output is a closed pipe; Python writes there once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # one that is no file, or is closed
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    return SystemExit(_BROKEN_PIPE)

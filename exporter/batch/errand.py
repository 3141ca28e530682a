"""A job that is done on another machine, where that gives the same files in the same place.

A worker elsewhere reads the report and writes the files on storage that it shares with whoever
asks. It does nothing where it does not see that storage, or would make other bytes. What carries
errands there and answers back takes them as bytes, so that only a process that builds loads more
than this module.
"""

import os
import pickle
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.errors import Fault, SetupError

if TYPE_CHECKING:
    from exporter.batch.job import BatchResult, Job
    from exporter.proof.manifest.maker import Maker

LOCK = ".exporter-batch"  # in a folder of files, for as long as a batch writes there


@dataclass(frozen=True, slots=True)
class Errand:
    """A job, and what has to hold where it is done.

    Attributes:
        job: What is to be done.
        folder: Where its paths begin.
        maker: What has to make the files.
    """

    job: "Job"
    folder: str
    maker: "Maker"

    def packed(self) -> bytes:
        """As it is sent."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a worker does no job at all."""

    fault: Fault


@cache
def own_maker() -> "Maker":
    """What makes files in this process, with the libraries of the system that draw pages."""
    from exporter.proof.manifest.maker import this_maker

    drawing = {}
    with suppress(ImportError, OSError, SetupError):  # told by whoever has a page to draw
        from exporter.writers.pdf.fonts import drawing_versions

        drawing = drawing_versions()
    return this_maker(drawing, {})


def make_ready() -> None:
    """Make a process ready for errands: with what it was started with, whatever changes later."""
    from exporter.batch.job import prepare

    prepare()
    own_maker()


def run_errand(packed: bytes) -> bytes:
    """Do a job in the folder that it comes from, in a process that does nothing else.

    Args:
        packed: The errand.

    Returns:
        What `unpacked` makes of it: what came of the job, or why it was not done.
    """
    from exporter.batch.job import do

    errand: Errand = pickle.loads(packed)  # noqa: S301 - from whoever may run anything here
    refused = [Refusal(fault) for fault in _faults(errand)]
    answer = refused[0] if refused else do(errand.job)
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> "BatchResult | Refusal":
    """What came of an errand."""
    return pickle.loads(answer)  # type: ignore[no-any-return]  # noqa: S301 - from our cluster


def allowed_places(report: Path, allow: tuple[str, ...]) -> tuple[str, ...]:
    """What a report may reach, as `--allow` says it, with what is remembered on this machine.

    Raises:
        UsageError, SetupError: As `check` does.
    """
    from exporter.inputs.remembered import inputs_of

    places = inputs_of(report, allow).allowed.places
    return tuple(f"{place.kind}:{place.name}" for place in places)


def _faults(errand: Errand) -> Iterator[Fault]:
    from exporter.report.report_file import REPORT_FILE

    own, job = own_maker(), errand.job
    if own.code != errand.maker.code:
        right = "install the same one on all machines, and start the workers anew"
        yield Fault(f"has {own.exporter}, and this machine {errand.maker.exporter}", right)
    for name, theirs, ours in own.unlike(errand.maker):
        right = "install the same versions on all machines"
        yield Fault(f"has {name} {theirs}, and this machine {ours}", right)
    right = "share the folder, by the same path on all machines"
    try:
        os.chdir(errand.folder)
    except OSError:
        yield Fault(f"does not see {errand.folder}", right)
    for path in (Path(job.report) / REPORT_FILE, _mark(job)):
        if not _is_seen(path):
            yield Fault(f"does not see {Path(errand.folder) / path}", right)


def _mark(job: "Job") -> Path:
    """What lies in the folder of files for as long as the batch goes on."""
    return Path(job.place.file) if job.place else Path(job.output) / LOCK


def _is_seen(path: Path) -> bool:
    """Whether a file is there, by a look into its folder.

    A network's file system may remember for a minute that a file was not there; who lists the
    folder is told what holds now.
    """
    if path.exists():
        return True
    with suppress(OSError), os.scandir(path.parent) as entries:
        return any(entry.name == path.name for entry in entries)
    return False

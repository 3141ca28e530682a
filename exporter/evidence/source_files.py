"""The files of a report's sources, read.

`sources/<id>.yaml` records a source without its text; `sources/text/<id>.*`, where it is at hand,
is the text itself, which stays on the machine.
"""

from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from exporter.errors import Problem
from exporter.evidence.clauses import split_clauses, stretches
from exporter.evidence.documents_at_hand import text_file, with_document
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source
from exporter.facts.models import (
    read_known_keys,
)
from exporter.facts.yaml_tree import read_tree
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import ReadingLimits


def read_sources(
    folder: Path, shown: str, inputs: Inputs | None = None, only: Collection[str] | None = None
) -> tuple[dict[str, Source], list[Problem]]:
    """Read every source of a report.

    Args:
        folder: The report's `sources` folder.
        shown: What messages call it.
        inputs: What is allowed to be read, and was read; the folder unless said.
        only: Ids of those that are read; all unless said.

    Returns:
        The sources by id, and what is wrong with these and with the others.

    Raises:
        OSError: A file cannot be read.
    """
    inputs = inputs or Inputs.of(folder)
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")) if only is None else _named(folder, only):
        name = f"{shown}/{path.name}"
        tree, malformed = read_tree(path, name, inputs)
        problems += malformed
        if tree is None:
            if not malformed:
                right = "record the source again"
                problems.append(Problem(name, 0, "", "the file is empty", right))
            continue
        record, invalid = read_known_keys(SourceRecord, tree, name)
        problems += invalid
        text, unreadable = _read_text(folder, path.stem, inputs)
        problems += unreadable
        if record is not None:
            source = Source(path.stem, record, text, name, positions_of(record.fingerprints))
            sources[path.stem] = with_document(folder, source, inputs)
    return sources, problems


def _named(folder: Path, ids: Collection[str]) -> Iterator[Path]:
    """The records of some sources, so far as they are there; an id may be anything a fact says."""
    for id_ in sorted(ids):
        path = folder / f"{id_}.yaml"
        if path.parent == folder and path.is_file():
            yield path


def _read_text(folder: Path, id_: str, inputs: Inputs) -> tuple[str | None, list[Problem]]:
    """The full text of source `id_`, or None where it is not at hand or is no text."""
    path = text_file(folder, id_)
    if path is None:
        return None, []
    try:
        text = inputs.read(path).decode("utf-8-sig")
        refuse_many_clauses(text, inputs.limits)
    except InputError as error:
        return None, [Problem(str(path), 0, id_, *error.fault)]
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is not UTF-8 text"
        return None, [Problem(str(path), 0, id_, wrong, "save it as UTF-8, or take it away")]
    return text, []


def refuse_many_clauses(text: str, limits: ReadingLimits) -> None:
    """Go on only if a source's text has no more clauses, nor longer ones, than are read.

    Raises:
        InputError: It has.
    """
    # Each clause has a character at least, so that most texts need not be looked at.
    if len(text) <= min(limits.clauses, limits.clause_length):
        return
    right = "record a part of it, or raise the limit (docs/limits.md)"
    lengths = [stop - start for start, stop in stretches(text)]
    if max(lengths) > limits.clause_length:
        wrong = f"the text has more than {limits.clause_length:,} characters in one clause"
        raise InputError(wrong, right)
    if len(lengths) > limits.clauses and any(islice(split_clauses(text), limits.clauses, None)):
        raise InputError(f"the text has more than {limits.clauses:,} clauses", right)

"""The files of a report's sources, read.

`sources/<id>.yaml` records a source without its text; `sources/text/<id>.*`, where it is at hand,
is the text itself, which stays on the machine.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from exporter.errors import Problem
from exporter.evidence.clauses import split_clauses, stretches
from exporter.evidence.documents.model import NO_TEXTS
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source
from exporter.facts.models import (
    read_known_keys,
)
from exporter.facts.yaml_tree import read_tree
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import ReadingLimits

# Suffixes of documents that stand beside what was read of them.
_DOCUMENTS = NO_TEXTS | {".html", ".htm", ".xhtml", ".md", ".markdown"}


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
            sources[path.stem] = _with_document(folder, source, inputs)
    return sources, problems


def _named(folder: Path, ids: Collection[str]) -> Iterator[Path]:
    """The records of some sources, so far as they are there; an id may be anything a fact says."""
    for id_ in sorted(ids):
        path = folder / f"{id_}.yaml"
        if path.parent == folder and path.is_file():
            yield path


def _with_document(folder: Path, source: Source, inputs: Inputs) -> Source:
    """A source that knows whether the document beside its text is the recorded one."""
    if source.record.document is None or not any(_documents(folder, source.id)):
        return source
    is_there = read_recorded(folder, source, inputs) is not None
    return replace(source, has_document=is_there, has_other=not is_there)


def _documents(folder: Path, id_: str) -> Iterator[Path]:
    """The documents that stand beside what was read of them."""
    text = text_file(folder, id_)
    for path in _kept(folder, id_):
        if path != text and path.suffix.lower() in _DOCUMENTS:
            yield path


def read_recorded(folder: Path, source: Source, inputs: Inputs) -> bytes | None:
    """The document that a source was recorded of, where it is at hand.

    Args:
        folder: The report's `sources` folder.
        source: The source.
        inputs: What is allowed to be read.

    Raises:
        InputError: A document must not be read.
        OSError: One cannot be read.
    """
    for path in _documents(folder, source.id):
        data = inputs.read(path, inputs.limits.document_bytes)
        if sha256(data).hexdigest() == source.record.document:
            return data
    return None


def doubts_of_texts(sources: Mapping[str, Source]) -> list[Problem]:
    """The sources of which another document, or what something else read of it, is at hand."""
    right = "record it again, by `exporter source add`, so that quotes are found in it"
    doubts: list[Problem] = []
    for source in sources.values():
        wrong = ""
        if source.has_other:
            wrong = "the document beside its text is another than the recorded one"
        elif source.is_read_anew and source.record.extractor:
            wrong = f"its text was read anew, not by {source.record.extractor}"
        if wrong:
            doubts.append(Problem(source.file, 0, source.id, wrong, right))
    return doubts


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


def text_file(folder: Path, id_: str) -> Path | None:
    """The file of a source's full text, `text/<id>.txt` or another suffix; None for none.

    Beside what was read of a document that is no text stands the document itself.
    """
    texts = (path for path in _kept(folder, id_) if path.suffix.lower() not in NO_TEXTS)
    return min(texts, key=lambda path: path.suffix != ".txt", default=None)


def _kept(folder: Path, id_: str) -> Iterator[Path]:
    """The files that are kept of a source, in order."""
    text = folder / "text"
    try:
        names = os.listdir(text)  # noqa: PTH208 - a path of each would take longest
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in sorted(names):
        if name.startswith(f"{id_}.") and (path := text / name).stem == id_:
            yield path

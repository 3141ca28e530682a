"""The documents that lie beside what was read of them, and whether a source has changed since.

Where the recorded document is at hand and the text beside it is not the recorded one, either
another version of what reads documents made it, or somebody edited it. The former is what the
version that is installed reads in the document; of the latter quotes have drifted, as from a text
that is a source itself. Where another document lies there, the source is what that one says now.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from exporter.errors import Problem
from exporter.evidence.documents.model import NO_TEXTS
from exporter.evidence.sources import Source
from exporter.inputs.opened import InputError, Inputs

# Suffixes of documents that stand beside what was read of them.
_DOCUMENTS = NO_TEXTS | {".html", ".htm", ".xhtml", ".md", ".markdown"}


def with_document(folder: Path, source: Source, inputs: Inputs) -> Source:
    """A source that knows of the document beside its text, and how both lie to what was recorded.

    Args:
        folder: The report's `sources` folder.
        source: As its record and its text have it.
        inputs: What is allowed to be read.

    Raises:
        InputError: A document must not be read.
        OSError: One cannot be read.
    """
    if source.record.document is None:
        return source
    others: list[tuple[Path, bytes]] = []
    for path, data in _documents(folder, source.id, inputs):
        if sha256(data).hexdigest() == source.record.document:
            is_anew = source.changed and _text_of(path, data, inputs) == source.text
            return replace(source, has_document=True, is_read_anew=is_anew)
        others.append((path, data))
    if not others:
        return source
    texts = (_text_of(path, data, inputs) for path, data in others)
    text = next((text for text in texts if text is not None), source.text)
    return replace(source, text=text, has_other=True)


def _text_of(path: Path, data: bytes, inputs: Inputs) -> str | None:
    """What is read of a document now; None where it cannot be read."""
    from exporter.evidence.documents import read_document  # seldom needed

    try:
        return read_document(path.name, data, inputs.limits).text
    except InputError:
        return None


def _documents(folder: Path, id_: str, inputs: Inputs) -> Iterator[tuple[Path, bytes]]:
    """The documents that stand beside what was read of them, and their bytes."""
    text = text_file(folder, id_)
    for path in _kept(folder, id_):
        if path != text and path.suffix.lower() in _DOCUMENTS:
            yield path, inputs.read(path, inputs.limits.document_bytes)


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
    for _, data in _documents(folder, source.id, inputs):
        if sha256(data).hexdigest() == source.record.document:
            return data
    return None


def doubts_of_texts(sources: Mapping[str, Source]) -> list[Problem]:
    """The sources of which another document, or another text of it, is at hand."""
    doubts: list[Problem] = []
    for source in sources.values():
        reader, right = source.record.extractor, _AGAIN
        if source.has_other:
            wrong = "the document beside its text is another than the recorded one"
        elif source.is_read_anew and reader:
            wrong = f"its text was read anew, not by {reader}"
        elif source.has_document and source.changed:
            wrong = f"its text at hand was edited: it is not what {reader} read in the document"
            right = "take the text from the document anew, by `exporter source add`"
        else:
            continue
        doubts.append(Problem(source.file, 0, source.id, wrong, right))
    return doubts


_AGAIN = "record it again, by `exporter source add`, so that quotes are found in it"


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

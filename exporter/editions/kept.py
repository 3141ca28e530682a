"""The contents that a report was built from, kept in its folder by their hashes.

Every workbook carries the hash of its content; `REPORT/.editions/<hash>` is what that content was,
for whoever wants to know what has changed since. Each is a ZIP archive of `content.json`, and of
`facts.parquet` where facts are many. It holds what the hash speaks of, and where in the report that
was written; of sources the records alone, neither excerpts nor pictures of their texts.
"""

import json
import re
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field

from exporter.errors import ContentError, Problem, SetupError
from exporter.facts.words import Lang
from exporter.files import replacing
from exporter.files.refusals import explained
from exporter.inputs.opened import InputError, Inputs
from exporter.proof.manifest import FACTS_FILE, LARGEST, Content, read_json
from exporter.proof.manifest.content import (
    fact_rows,
    read_content,
    read_sources_said,
    source_rows,
    view_row,
)
from exporter.proof.manifest.content_hash import content_hash
from exporter.proof.manifest.facts_file import write_facts

EDITIONS = ".editions"
_CONTENT = "content.json"
_MOST_INSIDE = 2_000  # facts; as JSON, more take longer than what reads and writes Parquet
_PIECE = 1 << 20
_DATE = (1980, 1, 1, 0, 0, 0)  # of all entries: the first that ZIP knows
_HASH = re.compile(r"[0-9a-f]{64}")


class _Said(BaseModel):
    """The form of what is kept."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal[1]
    languages: list[Lang] = Field(min_length=1)
    definition: dict[str, Any]
    facts: list[dict[str, Any]] | None
    views: list[dict[str, Any]]
    sources: dict[str, dict[str, Any]]


def keep_content(folder: Path, content: Content, hash_: str = "") -> str:
    """Keep a content in a report's folder; one that is there, and whole, stays as it is.

    Args:
        folder: The report's.
        content: What was built.
        hash_: Its hash, where that is known.

    Returns:
        Its hash, by which `kept_content` gives it.

    Raises:
        SetupError: It cannot be written there.
    """
    hash_ = hash_ or content_hash(content)
    editions = folder / EDITIONS
    path, ignored = editions / hash_, editions / ".gitignore"
    _refuse_links(editions, path, ignored)
    if not _is_whole(path):
        try:
            with explained(editions, path):
                editions.mkdir(exist_ok=True)
                if not ignored.exists():
                    ignored.write_bytes(b"*\n")  # git passes over the folder by itself
            with replacing(path) as temporary, TemporaryDirectory(prefix="exporter-") as aside:
                _write(content, hash_, temporary, Path(aside))
        except OSError as error:
            wrong = f"{path} cannot be written: {error.strerror}"
            raise SetupError(wrong, "check the path and its permissions") from error
    return hash_


def kept_content(folder: Path, hash_: str) -> Content | None:
    """A content that was kept in a report's folder; None where it was not.

    Args:
        folder: The report's.
        hash_: Of the content, as workbooks carry it.

    Raises:
        ContentError: What is there cannot be read, or is not what its name says; names the file.
    """
    path = folder / EDITIONS / hash_
    if not _HASH.fullmatch(hash_) or not path.exists():
        return None
    try:
        with TemporaryDirectory(prefix="exporter-") as aside:
            content = _read(path, Inputs.of(folder), Path(aside))
    except InputError as error:
        raise ContentError([Problem(str(path), 0, "", *error.fault)]) from error
    except Exception as error:  # whatever it is, the readers stumble over what is in the file
        said = " ".join(line.strip() for line in str(error).splitlines())
        raise _damaged(path, f"cannot be read ({said})") from error
    if content_hash(content) != hash_:
        raise _damaged(path, "holds another content than its name says")
    return content


def _damaged(path: Path, wrong: str) -> ContentError:
    right = "delete it, and build the report as it was then once more"
    return ContentError([Problem(str(path), 0, "", wrong, right)])


def _refuse_links(*paths: Path) -> None:
    """Go on only if nothing is a link: a stranger's report could have it lead anywhere.

    Raises:
        SetupError: Something is.
    """
    for path in paths:
        if path.is_symlink():
            raise SetupError(f"{path} is a link, behind which nothing is written", "take it away")


def _is_whole(path: Path) -> bool:
    """Whether a kept content is there, under its own name, every byte as it was written."""
    if not path.is_file():  # it could be a pipe
        return False
    try:
        with ZipFile(path) as archive:
            if any(
                entry.file_size > max(LARGEST, entry.compress_size) for entry in archive.filelist
            ):
                return False  # unpacking it would take long
            return archive.comment == path.name.encode() and archive.testzip() is None
    except Exception:  # whatever it is, the file is not as it was written
        return False


def _write(content: Content, hash_: str, path: Path, aside: Path) -> None:
    """Write a content; the same always gives the same bytes."""
    is_inside = content.facts.num_rows <= _MOST_INSIDE
    said = {
        "format": 1,
        "languages": list(content.languages),
        "definition": content.report.model_dump(mode="json", exclude_none=True),
        "facts": list(fact_rows(content.facts)) if is_inside else None,
        "views": [view_row(view) for view in content.views],
        "sources": source_rows(content.sources),
    }
    with ZipFile(path, "w") as archive:
        archive.comment = hash_.encode()
        entry = ZipInfo(_CONTENT, _DATE)
        entry.compress_type = ZIP_DEFLATED
        archive.writestr(entry, json.dumps(said, ensure_ascii=False))
        if not is_inside:
            write_facts(content.facts, aside / FACTS_FILE)
            with (aside / FACTS_FILE).open("rb") as facts:
                entry = ZipInfo(FACTS_FILE, _DATE)  # compressed by itself
                with archive.open(entry, "w", force_zip64=True) as target:
                    copyfileobj(facts, target)


def _read(path: Path, inputs: Inputs, aside: Path) -> Content:
    """Read a content; raises whatever its readers raise where it is none."""
    with inputs.open(path) as file, ZipFile(file) as archive:
        _unpack(archive, _CONTENT, aside, LARGEST)
        said = _Said.model_validate(read_json(aside / _CONTENT))
        if said.facts is None:
            _unpack(archive, FACTS_FILE, aside, archive.getinfo(FACTS_FILE).compress_size)
    return read_content(
        said.definition,
        said.languages,
        aside / FACTS_FILE if said.facts is None else said.facts,
        said.views,
        read_sources_said(said.sources, (), (), {}),
    )


def _unpack(archive: ZipFile, name: str, folder: Path, most: int) -> None:
    with archive.open(name) as entry, (folder / name).open("wb") as unpacked:
        while piece := entry.read(_PIECE):
            unpacked.write(piece)
            if unpacked.tell() > most:
                raise ValueError(f"{name} is larger than {most:,} bytes")

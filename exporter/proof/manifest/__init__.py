"""The manifest: what was written from what, and all that it takes to make it again anywhere.

content.py         what the files were made from, as JSON and back; content_hash.py: its name
pictures.py        pictures of pages, in it
facts_file.py      facts beside the manifest, where they are many
earlier.py         facts as earlier exporters wrote them
maker.py           what made the files: versions, fonts
comparison.py      what it says of itself, compared with what follows from its content

`manifest.json` lies beside the files that it speaks for. It carries their SHA-256, that of the
inputs, what made them, and the content itself: the definition, the facts, the views, the records of
the sources, the few words that pages show of their texts, and pictures of lines. So a set that has
travelled is made again without the report, and compared byte by byte.

Many facts do not stand in the manifest but in `facts.parquet` beside it, whose SHA-256 it carries.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Annotated, Any, Literal

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from exporter.facts.words import Lang
from exporter.proof.manifest.content import Content as Content
from exporter.proof.manifest.content import (
    DriftedRow,
    ExcerptRow,
    SinceSaid,
    drifted_rows,
    excerpt_rows,
    fact_rows,
    read_content,
    read_sources_said,
    since_said,
    source_rows,
    view_row,
)
from exporter.proof.manifest.facts_file import FACTS_FILE as FACTS_FILE
from exporter.proof.manifest.facts_file import write_facts
from exporter.proof.manifest.maker import Maker
from exporter.proof.manifest.pictures import PictureRow, picture_rows, read_pictures

MANIFEST = "manifest.json"
SIGNATURE = f"{MANIFEST}.p7s"  # beside it: CMS signed data
MOST_INSIDE = 10_000  # facts; about 10 MB
LARGEST = 1 << 27  # bytes; what is larger is none of ours
_MOST_ENTRIES = 3_000_000  # a few dozen for each fact; an empty list takes as much as 60 characters
FORMAT = 2
_Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says: the content, and SHA-256 (hex) by file name.

    Attributes:
        inputs: Of the report's files, by their paths from its folder; of the rows of a query, and
            of what a URL gives, by the name that messages have for them.
        outputs: Of the files written.
        counts: What the check counted, for people.
        maker: What made the files.
        signer: Who signed the set; "" where nobody did.
        facts_hash: SHA-256 of the file beside it that holds the facts; "" where it holds them.
        format: Of the manifest: the first one carries nothing of the sources' texts.
        intact: Whether it is as it was written, by its own SHA-256.
    """

    content: Content
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    counts: Mapping[str, Any]
    maker: Maker
    signer: str = ""
    facts_hash: str = ""
    format: int = FORMAT
    intact: bool = True


class _FactsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    file: Literal["facts.parquet"]
    rows: int
    sha256: _Sha


class _Said(BaseModel):
    """The form of a manifest; what is in its content is for others to say."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal[1, 2]
    edition: str
    languages: list[Lang] = Field(min_length=1)
    counts: dict[str, Any]
    outputs: dict[str, _Sha]
    inputs: dict[str, _Sha]
    versions: dict[str, str]
    code: str = ""
    fonts: dict[str, _Sha] = {}
    signer: str = ""
    definition: _Row
    facts: list[_Row] | _FactsFile
    views: list[_Row]
    sources: dict[str, _Row]
    excerpts: list[ExcerptRow] = []
    drifted: list[DriftedRow] = []
    pictures: list[PictureRow] = []
    since: SinceSaid | None = None
    sha256: str


def write_manifest(folder: Path, manifest: Manifest) -> list[str]:
    """Write a manifest, and the facts beside it where they are many.

    The same content always gives the same bytes.

    Args:
        folder: Where the files are that it speaks for.
        manifest: What it says; the hash of the facts beside it is found here.

    Returns:
        The names of the files, the manifest last.
    """
    facts_hash = ""
    if manifest.content.facts.num_rows > MOST_INSIDE:
        write_facts(manifest.content.facts, folder / FACTS_FILE)
        facts_hash = file_hash(folder / FACTS_FILE)
    with (folder / MANIFEST).open("w", encoding="utf-8", newline="") as file:
        file.writelines(manifest_lines(manifest, facts_hash))
    return [FACTS_FILE, MANIFEST] if facts_hash else [MANIFEST]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest, and the facts beside it.

    Raises:
        ValueError: It is no manifest, or what it says cannot be; tells why.
        OSError: It cannot be read.
    """
    try:
        as_json = read_json(path)
        intact = as_json.get("sha256") == digest(as_json)
        said = _Said.model_validate(as_json)
        content = read_content(
            said.definition,
            said.languages,
            path.with_name(FACTS_FILE) if isinstance(said.facts, _FactsFile) else said.facts,
            said.views,
            read_sources_said(
                said.sources, said.excerpts, said.drifted, read_pictures(said.pictures)
            ),
            said.since.read() if said.since else None,
        )
        return Manifest(
            content,
            said.inputs,
            said.outputs,
            said.counts,
            Maker(said.versions, said.code, said.fonts),
            said.signer,
            said.facts.sha256 if isinstance(said.facts, _FactsFile) else "",
            said.format,
            intact,
        )
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"{place}: {first['msg']}") from error
    except (TypeError, OverflowError, pa.ArrowException) as error:
        raise ValueError(f"something is missing or garbled: {error}") from error
    except OSError as error:
        if error.filename is None:  # Arrow's, of what a file holds
            raise ValueError(f"something is missing or garbled: {error}") from error
        raise


def manifest_lines(manifest: Manifest, facts_hash: str) -> Iterator[str]:
    """The text of a manifest: JSON with a line for each fact, so that two are compared by eye.

    Args:
        manifest: What it says.
        facts_hash: SHA-256 of the file of facts beside it; "" where the manifest holds them.
    """
    content, maker = manifest.content, manifest.maker
    rows = content.facts.num_rows
    facts_file = {"file": FACTS_FILE, "rows": rows, "sha256": facts_hash}
    said: dict[str, Any] = {
        "format": FORMAT,
        "edition": content.report.edition.isoformat(),
        "languages": list(content.languages),
        "counts": dict(manifest.counts),
        "outputs": dict(sorted(manifest.outputs.items())),
        "inputs": dict(sorted(manifest.inputs.items())),
        "versions": dict(sorted(maker.versions.items())),
        "code": maker.code,
        "fonts": dict(sorted(maker.fonts.items())),
        "signer": manifest.signer,
        "definition": content.report.model_dump(mode="json", exclude_none=True),
        "facts": facts_file if facts_hash else list(fact_rows(content.facts)),
        "views": [view_row(view) for view in content.views],
        "sources": source_rows(content.sources),
        "excerpts": list(excerpt_rows(content.sources)),
        "drifted": list(drifted_rows(content.sources)),
    }
    if pictures := list(picture_rows(content.sources)):
        said["pictures"] = pictures
    if content.since:
        said["since"] = since_said(content.since)
    said["sha256"] = digest(said)
    yield from _lines(said)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def digest(said: Mapping[str, Any]) -> str:
    """The SHA-256 by which a manifest says that it is as it was written."""
    rest = {key: value for key, value in said.items() if key != "sha256"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def read_json(path: Path) -> dict[str, Any]:
    """What a manifest says, as JSON.

    Raises:
        ValueError: It is no JSON object, or one that says a thing twice.
        OSError: It cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST:,} bytes")
    content = path.read_bytes()
    if sum(map(content.count, (b"[", b"{", b","))) > _MOST_ENTRIES:
        raise ValueError(f"it has more than {_MOST_ENTRIES:,} entries")
    text = content.decode("utf-8")
    del content  # as large as all that is made of it
    try:
        said = json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=_no_number,
        )
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(said, dict):
        raise ValueError("it is no JSON object")
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"it says {twice!r} twice in one place")
    return said


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _lines(said: Mapping[str, Any]) -> Iterator[str]:
    yield "{\n"
    last = len(said) - 1
    for index, (key, value) in enumerate(said.items()):
        end = ",\n" if index < last else "\n"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
            yield f" {json.dumps(key)}: [\n{rows}\n ]{end}"
        else:
            yield f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}{end}"
    yield "}\n"

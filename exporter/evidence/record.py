"""Recording a source: fingerprints of its text, never the text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from exporter.errors import ContentError, Problem, UsageError
from exporter.evidence.clauses import split_clauses
from exporter.evidence.currency_named import currency_named
from exporter.evidence.documents import read_document
from exporter.evidence.documents.language import language_of, language_tag
from exporter.evidence.documents.model import LOST, Document, Metadata
from exporter.evidence.figured_clauses import clauses_with_figures
from exporter.evidence.not_facts import NotFact
from exporter.evidence.record_yaml import record_as_yaml
from exporter.evidence.source_files import refuse_many_clauses
from exporter.evidence.source_record import LONGEST_URL, SourceRecord
from exporter.evidence.sources import text_hash
from exporter.facts.characters import refused_character
from exporter.facts.lookalikes import address_fault
from exporter.facts.models import read_known_keys, read_model
from exporter.facts.patterns import NAME_PATTERN
from exporter.facts.words import LANGUAGES
from exporter.facts.yaml_tree import parse_tree, read_tree
from exporter.files import replacing, staged
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import text_length

_PAGES_TOLD = 5
_LONGEST_TOLD = 500  # characters of a title or a name; what is longer is none
_NEEDED = ("title", "publisher", "published", "language")


@dataclass(frozen=True, slots=True)
class AddedSource:
    """What was recorded, and where it is kept.

    Attributes:
        path: The record's file.
        text_path: What was read of the document.
        clauses: How many the text has.
        figures: How many of them state a figure.
        others: How many of them an earlier record of the same file had not, since another
            extractor had read it; 0 where it had read the same.
        extractor: What read the document.
        gone: How many clauses of an earlier record are no more in it.
        lost: How many characters of the document have no letter.
        lost_on: The first pages on which they stand; none where the document has no pages.
        currency: What its bare words of money mean, where it says so and no earlier record did.
    """

    path: Path
    text_path: Path
    clauses: int
    figures: int
    others: int
    extractor: str
    gone: int = 0
    lost: int = 0
    lost_on: tuple[int, ...] = ()
    currency: str | None = None


def add_source(
    report: Path,
    document: Path,
    id_: str,
    given: Mapping[str, Any],
    today: date,
    inputs: Inputs | None = None,
) -> AddedSource:
    """Record a document as source `id_` of a report, or record it again.

    Args:
        report: The report's folder.
        document: A file of any kind that `read_document` reads.
        id_: Lower-case name.
        given: title, publisher, author, url, published, retrieved, language; None where not
            given, which keeps what an earlier record says, or else what the document tells.
        today: When it is read, unless `retrieved` is given.
        inputs: What the report may be read from; its folder unless said.

    Raises:
        UsageError: No such report or document, or something that a first record needs is missing.
        ContentError: The document cannot be read, or what is given is not right; all problems.
        SetupError: The record cannot be written.
    """
    if not (report / "report.yaml").is_file():
        raise UsageError(f"{report} has no report.yaml", "name a report's folder")
    if not document.is_file():
        raise UsageError(f"{document} is not a file", "name the document")
    if not re.fullmatch(NAME_PATTERN, id_):
        raise UsageError(
            f"the id {id_!r} is not a plain lower-case name",
            "use a-z, 0-9, hyphen, dot and underscore, a letter or digit first",
        )
    path = report / "sources" / f"{id_}.yaml"
    inputs = inputs or Inputs.of(report)
    earlier = _earlier_record(path, inputs)
    data, read = _read(document, inputs.with_root(document))
    fields = _told(given, earlier, read.metadata)
    fields["retrieved"] = given["retrieved"] or today
    fields["language"] = _language(given.get("language"), earlier, read)
    known = earlier.currency if earlier else None
    named = None if known else currency_named(read.text)
    fields["currency"] = known or named
    if missing := [f"--{key}" for key in _NEEDED if fields[key] is None]:
        right = "give it" if len(missing) == 1 else "give them"
        raise UsageError(_lacking(missing, read.metadata), right)
    fields |= {
        "kind": read.kind,
        "document": sha256(data).hexdigest(),
        "extractor": read.extractor,
    }
    record = make_record(read, fields, earlier.not_facts if earlier else ())
    _demand_places(path, inputs)
    text_path = _keep(path, document, data, read, record)
    return AddedSource(
        path,
        text_path,
        len(record["fingerprints"]),
        len(record["figures"]),
        _others(record, earlier),
        read.extractor,
        len(set(earlier.fingerprints) - set(record["fingerprints"])) if earlier else 0,
        read.text.count(LOST),
        _lost_on(read),
        named,
    )


def _lost_on(read: Document) -> tuple[int, ...]:
    """The first few pages with characters that have no letter."""
    places = (read.place_of(at, at + 1) for at, letter in enumerate(read.text) if letter == LOST)
    pages = dict.fromkeys(place.page for place in places if place and place.page)
    return tuple(islice(pages, _PAGES_TOLD))


def _told(
    given: Mapping[str, Any], earlier: SourceRecord | None, metadata: Metadata
) -> dict[str, Any]:
    """What is known of a source: what is given, or was recorded, or the document tells."""
    fields: dict[str, Any] = {}
    for key, value in given.items():
        known = (value, getattr(earlier, key, None), _told_by(metadata, key))
        fields[key] = next((value for value in known if value is not None), None)
    return fields


def _told_by(metadata: Metadata, key: str) -> Any:
    """What a document tells, if a record can hold it; files carry blanks and rubbish, too."""
    told = getattr(metadata, key, None)
    if not isinstance(told, str):
        return told
    text = " ".join(told.split())
    if (
        not text
        or refused_character(text)
        or text_length(text) > (LONGEST_URL if key == "url" else _LONGEST_TOLD)
    ):
        return None
    return None if key == "url" and address_fault(text) else text


def _language(given: str | None, earlier: SourceRecord | None, read: Document) -> str | None:
    """The language that is given, or was recorded, or shows; None where none of it is so."""
    if given is not None:
        return language_tag(given) or given
    return earlier.language if earlier else language_of(read.text, read.metadata.language)


def _lacking(missing: Sequence[str], metadata: Metadata) -> str:
    lacking = f"the source is new and lacks {', '.join(missing)}"
    if "--published" in missing and metadata.created:
        lacking += f" (the file was made on {metadata.created}, which need not be that day)"
    return lacking


def _others(record: Mapping[str, Any], earlier: SourceRecord | None) -> int:
    """How many clauses an earlier record of the same file has not."""
    if earlier is None or earlier.document != record["document"]:
        return 0
    return len(set(record["fingerprints"]) - set(earlier.fingerprints))


def _demand_places(path: Path, inputs: Inputs) -> None:
    """Go on only if a record and its text come into the report, links and all.

    Raises:
        ContentError: A folder is a link to where nothing is allowed.
    """
    for folder in (path.parent, path.parent / "text"):
        try:
            inputs.demand_path(folder)
        except InputError as error:
            raise ContentError([Problem(str(folder), 0, "", *error.fault)]) from error


def _keep(
    path: Path, document: Path, data: bytes, read: Document, record: Mapping[str, Any]
) -> Path:
    """Write a record, the document, and what was read of it where that is another file.

    Returns:
        The file with what was read.
    """
    written = record_as_yaml(record)
    tree, problems = parse_tree(written, str(path))
    if tree is not None:
        problems += read_model(SourceRecord, tree, str(path))[1]
    if problems:
        raise ContentError(problems)
    folder = path.parent / "text"
    kept = {f"{path.stem}{document.suffix or '.txt'}": data}
    if read.kind != "text":
        kept[f"{path.stem}.txt"] = read.text.encode()
    else:
        kept = dict.fromkeys(kept, read.text.encode())
    earlier = [file for file in folder.glob(f"{path.stem}.*") if file.stem == path.stem]
    with staged(folder) as stage:
        for name, content in kept.items():
            (stage / name).write_bytes(content)
    for file in earlier:
        if file.name not in kept:
            file.unlink()
    with replacing(path) as temporary:
        temporary.write_text(written, encoding="utf-8")
    return folder / list(kept)[-1]


def _read(path: Path, inputs: Inputs) -> tuple[bytes, Document]:
    """A document's bytes, and what is read of them.

    Raises:
        ContentError: It cannot be read, or holds no words.
        OSError: It cannot be read.
    """
    try:
        data = inputs.read(path, inputs.limits.document_bytes)
        read = read_document(path.name, data, inputs.limits)
        refuse_many_clauses(read.text, inputs.limits)
    except InputError as error:
        raise ContentError([Problem(str(path), 0, "", *error.fault)]) from error
    if not any(True for _ in split_clauses(read.text)):
        raise ContentError(
            [Problem(str(path), 0, "", "the document holds no text", "name one that does")]
        )
    return data, read


def make_record(
    document: Document, fields: Mapping[str, Any], not_facts: Sequence[NotFact] = ()
) -> dict[str, Any]:
    """What `sources/<id>.yaml` is to say of a document.

    Args:
        document: As it was read.
        fields: title, publisher, author, url, published, retrieved, language, as SourceRecord has
            them; in other languages than English and Chinese no figures are looked for.
        not_facts: Clauses that the analyst set aside in an earlier record of the source.
    """
    text = document.text
    clauses = list(split_clauses(text))
    language = fields.get("language") or language_of(text, document.metadata.language)
    told = {**fields, "language": language}
    locations = [
        str(place) for clause in clauses if (place := document.place_of(clause.start, clause.end))
    ]
    return {
        **{key: value for key, value in told.items() if value is not None},
        "sha256": text_hash(text),
        "figures": clauses_with_figures(text, clauses) if language in LANGUAGES else [],
        **({"not_facts": [not_fact.model_dump() for not_fact in not_facts]} if not_facts else {}),
        "fingerprints": [clause.fingerprint for clause in clauses],
        **({"locations": locations} if locations else {}),
    }


def _earlier_record(path: Path, inputs: Inputs) -> SourceRecord | None:
    """The record at `path`; None where there is none, or none that can be read."""
    if not path.is_file():
        return None
    tree, _ = read_tree(path, str(path), inputs)
    return None if tree is None else read_known_keys(SourceRecord, tree, str(path))[0]

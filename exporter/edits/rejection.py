"""Facts and views that nobody wants: taken out of their files, and set aside in their sources.

So `draft` does not propose them again. All files are changed together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport
from exporter.edits.changed import write_changed
from exporter.edits.facts_files import FactsFiles
from exporter.edits.not_facts import with_not_facts
from exporter.edits.rejected_words import Piece, RejectedWords
from exporter.edits.text_edits import CannotEditError
from exporter.evidence.quotes import verify_quote
from exporter.facts.review_marks import ReviewMark


class Rejected(NamedTuple):
    """A fact or a view that was taken out.

    Attributes:
        open: Why its source does not say so from now on, so that it may be drafted again; "" where
            it does.
    """

    mark: ReviewMark
    open: str


class Rejection(NamedTuple):
    """What became of facts and views that were to be rejected.

    Attributes:
        rejected: What was taken out.
        undone: What stays, and why: its file is not changed here.
    """

    rejected: tuple[Rejected, ...] = ()
    undone: tuple[tuple[ReviewMark, str], ...] = ()


NOTHING_REJECTED = Rejection()


def reject(checked: CheckedReport, marks: Collection[ReviewMark]) -> Rejection:
    """Take facts and views out of their files, and set their words aside.

    Args:
        checked: The report, as its files are.
        marks: What is rejected.

    Raises:
        SetupError: A file cannot be read or written.
    """
    undone: dict[ReviewMark, str] = {}
    while True:
        chosen = [mark for mark in marks if mark not in undone]
        files, refused = _without(checked, chosen)
        records, pieces, unwritten = _with_not_facts(checked, chosen)
        if not (refused or unwritten):
            break
        undone |= unwritten | refused
    write_changed(checked.folder, files | records)
    rejected = tuple(
        Rejected(mark, "" if pieces.get(mark) else _why_open(checked, mark)) for mark in chosen
    )
    return Rejection(rejected, tuple(undone.items()))


def _why_open(checked: CheckedReport, mark: ReviewMark) -> str:
    """Why what is taken out is not set aside."""
    source = checked.sources.get(mark.source)
    if source is None or not verify_quote(mark.quote, source, brief=True).spans:
        return f"its words are not found in {mark.source or 'a source'}"
    return (
        f"its figure cannot be told from those quoted beside it in {mark.source}; "
        "add it to `not_facts` by hand"
    )


_Contents = dict[Path, bytes]
_Refused = dict[ReviewMark, str]


def _without(checked: CheckedReport, marks: Iterable[ReviewMark]) -> tuple[_Contents, _Refused]:
    """The contents of files without some facts and views, and which of these stay."""
    files, contents, refused = FactsFiles.of(checked), _Contents(), _Refused()
    for file, some in _by(marks, "file").items():
        try:
            contents[Path(file)] = files.without(file, {(mark.line, mark.id) for mark in some})
        except CannotEditError as error:
            refused |= dict.fromkeys(some, str(error))
    return contents, refused


def _with_not_facts(
    checked: CheckedReport, marks: Sequence[ReviewMark]
) -> tuple[_Contents, Mapping[ReviewMark, Sequence[Piece]], _Refused]:
    """The contents of records that set aside what is rejected, what that is, and what is not."""
    contents, refused = _Contents(), _Refused()
    every: dict[ReviewMark, Sequence[Piece]] = {}
    rows, chosen = _rows(checked, marks), set(marks)
    for id_, some in _by(marks, "source").items():
        source = checked.sources.get(id_)
        if source is None:
            continue
        words = RejectedWords(source, _quotes_that_stay(checked, id_, chosen))
        pieces = {mark: words.of(mark, rows[mark]) for mark in some}
        every |= pieces
        if added := words.not_facts(pieces):
            path = checked.folder / "sources" / f"{id_}.yaml"
            try:
                contents[path] = with_not_facts(_record(checked, path), added, source.file)
            except CannotEditError as error:
                refused |= dict.fromkeys(some, str(error))
    return contents, every, refused


def _record(checked: CheckedReport, path: Path) -> bytes:
    """A record's content, if it is as it was read."""
    content = path.read_bytes()
    if sha256(content).hexdigest() != checked.inputs.hashes.get(str(path)):
        raise CannotEditError(f"{path} was changed while it was read; do it again")
    return content


def _rows(
    checked: CheckedReport, marks: Collection[ReviewMark]
) -> Mapping[ReviewMark, Mapping[str, Any]]:
    wanted = set(marks)
    return {mark: row for mark, row in checked.to_review.written() if mark in wanted}


def _quotes_that_stay(
    checked: CheckedReport, source: str, rejected: Collection[ReviewMark]
) -> set[str]:
    """The quotes of a source that facts and views have that are not rejected, marked or not."""
    gone = {mark.id for mark in rejected}
    facts = checked.evidence.facts.where(
        lambda batch: pc.and_(
            pc.equal(batch["source"], source),
            pc.invert(pc.is_in(batch["id"], pa.array(sorted(gone), pa.string()))),
        )
    )
    views = (view for view in checked.views if view.source == source and view.id not in gone)
    marks = (mark for mark in checked.to_review if mark.source == source and mark not in rejected)
    return {
        *facts.table()["quote"].to_pylist(),
        *(view.quote for view in views),
        *(mark.quote for mark in marks),
    }


def _by(marks: Iterable[ReviewMark], field: str) -> dict[str, list[ReviewMark]]:
    groups: dict[str, list[ReviewMark]] = {}
    for mark in marks:
        groups.setdefault(getattr(mark, field), []).append(mark)
    return groups

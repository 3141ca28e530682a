"""An edition by its name: an output folder, a workbook, a report's folder, a revision of one.

Whatever it is, what comes of it is its content, so that any two can be compared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from shlex import quote
from zipfile import BadZipFile, ZipFile

from exporter.build_manifest import facts_from, views_from
from exporter.check.stated import read_stated
from exporter.editions.kept import EDITIONS, kept_content
from exporter.editions.revision import Revision, taken_out
from exporter.errors import ContentError, NotAllowedError, Problem, UsageError
from exporter.files import settle
from exporter.inputs.places import option
from exporter.proof.manifest import (
    FACTS_FILE,
    MANIFEST,
    Content,
    Manifest,
    file_hash,
    read_manifest,
)
from exporter.proof.manifest.content_hash import content_hash
from exporter.report.report_file import REPORT_FILE

_KINDS = "an output folder, a workbook, a report's folder, or REV:path/of/report for one in git"
_REPORTS = "reports"  # where those of a project lie


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a report.

    Attributes:
        name: As the user named it.
        content: All that it is made from; of a report as it is now, its texts left out.
    """

    name: str
    content: Content


def open_edition(name: str, reports: Sequence[Path] = (), allow: Sequence[str] = ()) -> Edition:
    """Open an edition, whichever kind of thing it is named by.

    Args:
        name: An output folder (or its manifest), a workbook, a report's folder, or
            `REV:path/of/report` for a report at a revision in git.
        reports: Folders of reports that may have kept the content of a workbook.
        allow: What a report may reach outside its folder, as `check` takes it.

    Raises:
        UsageError: It is nothing of the kind, or nothing is known of a workbook's content.
        ContentError: Its content is damaged, or a report does not say what it states.
        SetupError: git is missing where a revision is named, or a file cannot be read.
    """
    path = Path(name)
    if path.is_dir():
        return Edition(name, _of_folder(path, allow))
    if path.name == MANIFEST and path.is_file():
        return Edition(name, _of_output(path.parent))
    if path.is_file():
        return Edition(name, _of_workbook(path, reports))
    if revision := Revision.of(name):
        return Edition(name, _of_revision(revision, allow))
    raise UsageError(f"{name} is not there", f"name {_KINDS}")


def _of_folder(folder: Path, allow: Sequence[str]) -> Content:
    if (folder / REPORT_FILE).exists():
        return _of_report(folder, allow)
    if (folder / MANIFEST).is_file():
        return _of_output(folder)
    raise UsageError(f"{folder} has neither {MANIFEST} nor {REPORT_FILE}", f"name {_KINDS}")


def _of_output(folder: Path) -> Content:
    return _read_set(folder).content


def _read_set(folder: Path) -> Manifest:
    """The manifest of a set as built, of whatever version of this program.

    Raises:
        ContentError: Its manifest was changed since, or is none.
    """
    settle(folder)
    path = folder / MANIFEST
    right = f"prove it: exporter verify {quote(str(folder))}"
    try:
        manifest = read_manifest(path)
    except ValueError as error:
        said = " ".join(line.strip() for line in str(error).splitlines())
        raise ContentError(
            [Problem(str(path), 0, "", f"is no manifest ({said})", right)]
        ) from error
    if not manifest.intact:
        raise ContentError([Problem(str(path), 0, "", "was changed since it was written", right)])
    facts = folder / FACTS_FILE
    if manifest.facts_hash and file_hash(facts) != manifest.facts_hash:
        raise ContentError([Problem(str(facts), 0, "", "was changed since it was written", right)])
    return manifest


def _of_report(folder: Path, allow: Sequence[str]) -> Content:
    stated = read_stated(folder, allow)
    return Content(
        stated.report.with_places_from(folder),
        stated.report.languages,
        facts_from(stated.facts, folder),
        views_from(stated.views, folder),
        {id_: replace(source, text=None) for id_, source in stated.sources.items()},
    )


def _of_revision(revision: Revision, allow: Sequence[str]) -> Content:
    with taken_out(revision) as folder:
        try:
            return _of_report(folder, allow)
        except NotAllowedError as error:
            if any(Path(place.name).is_relative_to(folder.parent) for place in error.places):
                wrong = f"{revision}: what the report reads outside its folder is not taken out"
                raise UsageError(wrong, "name an output or a workbook of that edition") from error
            remedy = f"to allow it, add to the command: {' '.join(map(option, error.places))}"
            problems = list(_of_problems(error, folder, revision))
            raise NotAllowedError(problems, error.places, remedy) from error
        except ContentError as error:
            raise ContentError(list(_of_problems(error, folder, revision))) from error


def _of_problems(error: ContentError, folder: Path, revision: Revision) -> Iterator[Problem]:
    """The problems of a report that was taken out, by the names that its files have in git."""
    for problem in error.problems:
        path = Path(problem.file)
        if problem.file and path.is_relative_to(folder):
            named = f"{revision}/{path.relative_to(folder).as_posix()}"
            yield replace(problem, file=named.removesuffix("/."))
        else:
            yield problem


def _of_workbook(path: Path, reports: Sequence[Path]) -> Content:
    """The content that a workbook was made from, by the hash that it carries."""
    from exporter.proof.xlsx.content_property import read_content_property

    try:
        with ZipFile(path) as archive:
            hash_ = read_content_property(archive)
    except (BadZipFile, ValueError) as error:
        raise UsageError(f"{path} is no workbook", f"name {_KINDS}") from error
    if not hash_ and (path.parent / MANIFEST).is_file():  # of a version that told no hash
        manifest = _read_set(path.parent)
        if path.name in manifest.outputs:
            return manifest.content
    if not hash_:
        wrong = f"{path} does not say what it was made from: it is none of ours, or an older one"
        raise UsageError(wrong, "name the output folder that it was built into")
    return find_content(hash_, path, reports)


def find_content(hash_: str, workbook: Path, reports: Sequence[Path] = ()) -> Content:
    """The content of a workbook: by the manifest beside it, or kept by a report.

    Args:
        hash_: As the workbook carries it.
        workbook: Where the workbook lies.
        reports: Folders of reports that may have kept it.

    Raises:
        UsageError: It is nowhere; tells where it was looked for.
        ContentError: Where it should be, it is damaged.
    """
    damaged: ContentError | None = None
    for look in _places(hash_, workbook, reports):
        try:
            content = look()
        except ContentError as error:  # what is sound may lie elsewhere
            damaged = damaged or error
        else:
            if content is not None:
                return content
    if damaged:
        raise damaged
    wrong = f"what {workbook} was made from is nowhere: not beside it, nor kept by a report"
    right = (
        f"put it back beside the {MANIFEST} that it was built with, or go to the folder whose "
        f"{_REPORTS}/*/{EDITIONS} has {hash_[:12]}…"
    )
    raise UsageError(wrong, right)


def _places(
    hash_: str, workbook: Path, reports: Sequence[Path]
) -> Iterator[Callable[[], Content | None]]:
    """Where a workbook's content may be: each gives it, or None."""
    if (workbook.parent / MANIFEST).is_file():
        yield lambda: _if_it(hash_, _of_output(workbook.parent))
    for report in dict.fromkeys((*reports, *_near(workbook))):
        yield partial(kept_content, report, hash_)


def _if_it(hash_: str, content: Content) -> Content | None:
    return content if content_hash(content) == hash_ else None


def _near(workbook: Path) -> Iterator[Path]:
    """Folders that may be of the report that a workbook was built of."""
    here = Path()
    folders = (here, *workbook.resolve().parents)
    for folder in folders:
        yield folder
        yield from sorted(path.parent for path in folder.glob(f"{_REPORTS}/*/{EDITIONS}"))

"""Files with facts: on this disk, or wherever fsspec reaches."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from exporter.errors import Problem, SetupError
from exporter.facts.flat.http_requests import http_options
from exporter.facts.reach import local_path
from exporter.facts.reading import NO_ANCHORS, PLAIN, Anchors, Reading
from exporter.facts.where import without_secrets
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.places import not_allowed

YAML, CSV, XLSX, PARQUET = "yaml", "csv", "xlsx", "parquet"
KINDS = {
    ".yaml": YAML, ".yml": YAML, ".csv": CSV, ".tsv": CSV, ".txt": CSV, ".xlsx": XLSX,
    ".parquet": PARQUET,
}  # fmt: skip
_NO_CONTENT = {"_SUCCESS", "_metadata", "_common_metadata"}  # beside the parts of a Parquet dataset
_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
_NOTHING = "there is nothing at this place", "check the name, and your access"
_PACKAGES = {"smbclient": "smbprotocol"}  # where pip calls a library otherwise than Python
_RIGHT = "write facts as .yaml, .csv, .xlsx or .parquet, and keep other files elsewhere"


@dataclass(frozen=True, slots=True)
class FactFile:
    """A file with facts.

    Attributes:
        path: In its file system.
        shown: What messages call it.
        inputs: What it is one of.
        system: fsspec's file system; None for this disk.
        keys: What the names of its folders say, as in `entity=DingTalk/part-0.parquet`.
        reading: How it is to be read.
        anchors: What the report knows of its facts.
    """

    path: str
    shown: str
    inputs: Inputs
    system: Any = None
    keys: tuple[tuple[str, str], ...] = ()
    reading: Reading = PLAIN
    anchors: Anchors = NO_ANCHORS

    @property
    def kind(self) -> str:
        """What it is by the end of its name; "" where that is unknown."""
        return KINDS.get(PurePosixPath(self.path).suffix.lower(), "")

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The file, to be read bit by bit.

        Raises:
            InputError: It is no file that may be read, or a larger one.
        """
        if self.system is None:
            with self.inputs.open(Path(self.path)) as file:
                yield file
            return
        with reaching(self.shown):
            self.inputs.refuse_size(self.system.size(self.path) or 0, self.inputs.limits.bytes)
            file = cast("BinaryIO", self.system.open(self.path))
        with file:
            yield file

    def read(self, most: int = 0) -> bytes:
        """The whole of it; `most` bytes, or as many as a text may have.

        Raises:
            InputError: As for `open`.
        """
        if self.system is None:
            return self.inputs.read(Path(self.path), most)
        most = most or self.inputs.limits.text_bytes
        with self.open() as file:
            content = file.read(most + 1)
        self.inputs.refuse_size(len(content), most)
        return content


def files_at(path: Path, inputs: Inputs) -> tuple[list[FactFile], list[Problem]]:
    """The file or the files of a folder on this disk, in order, and what is no file of facts.

    Whatever lies in the folder and is no folder itself is taken for a file, so that what cannot be
    read is told when it is read, and never passed over.
    """
    if not os.path.lexists(path):
        return [], [Problem(str(path), 0, "", *_NOTHING)]
    if not path.is_dir():
        return _of_known_kind([FactFile(str(path), str(path), inputs)])
    problems: list[Problem] = []
    most = inputs.limits.files
    paths = list(islice(_paths_in(path, inputs, problems), most + 1))
    if len(paths) > most:
        right = "put facts into fewer of them, or raise the limit (docs/limits.md)"
        return [], [Problem(str(path), 0, "", f"there are more than {most:,} files", right)]
    files = {
        file.relative_to(path).as_posix(): FactFile(str(file), str(file), inputs) for file in paths
    }
    found, of_files = _of_folder(str(path), files)
    return found, problems + of_files


def _paths_in(folder: Path, inputs: Inputs, problems: list[Problem]) -> Iterator[Path]:
    """Everything in a folder that is no folder; links to folders are followed where they may be."""
    seen = {folder.resolve()}
    for current, folders, files in os.walk(folder, onerror=_tell, followlinks=True):
        for name in list(folders):
            path = Path(current, name)
            try:
                if not _is_hidden(PurePosixPath(name)) and _is_new(inputs.resolve(path), seen):
                    continue
            except InputError as error:
                problems.append(Problem(str(path), 0, "", *error.fault))
            folders.remove(name)
        yield from (Path(current, name) for name in files)


def _is_new(path: Path, seen: set[Path]) -> bool:
    """Whether a folder is not among those seen, to which it is added.

    Raises:
        InputError: It is, so that a link leads back to it.
    """
    if path in seen:
        raise InputError(f"the link leads to {path}, which is read anyway", "take the link away")
    seen.add(path)
    return True


def _tell(error: OSError) -> None:
    raise error


def files_at_url(
    url: str, inputs: Inputs, *, is_trusted: bool = False
) -> tuple[list[FactFile], list[Problem]]:
    """The same for what a URL leads to, by fsspec; on this disk, by its path.

    Args:
        url: The URL, which may be read.
        inputs: What else may be reached, from there.
        is_trusted: Whether the user named it, whose servers may then send on to any other.
    """
    if (local := local_path(url)) is not None:
        return files_at(local, inputs)
    with reaching(url):
        system, path = _system(url, {} if is_trusted else http_options(url, inputs))
        if not system.exists(path):  # or it takes a refusal for that
            if refused := list(dict.fromkeys(inputs.refused)):
                raise InputError(*not_allowed(refused))
            return [], [Problem(url, 0, "", *_NOTHING)]
        if not system.isdir(path):
            return _of_known_kind([FactFile(path, url, inputs, system)])
        names = [file.removeprefix(path).strip("/") for file in system.find(path)]
    path, base = path.rstrip("/"), url.rstrip("/")
    return _of_folder(
        url, {name: FactFile(f"{path}/{name}", f"{base}/{name}", inputs, system) for name in names}
    )


@contextmanager
def reaching(url: str) -> Iterator[None]:
    """Say of a place that cannot be reached what is lacking, without its credentials.

    Raises:
        SetupError: A library, access, or the place itself.
    """
    try:
        yield
    except Exception as error:
        if not (isinstance(error, OSError | ImportError) or _is_foreign(error)):
            raise
        if library := _missing_library(error):
            wrong = f"{url} needs the library {library}"
            raise SetupError(wrong, f"run: pip install {library}") from None
        reason = without_secrets(str(error) or type(error).__name__, url)
        raise SetupError(f"{url} cannot be read: {reason}", "check the place and access") from None


def _missing_library(error: BaseException | None) -> str:
    """The library that fsspec lacks for a kind of place, as pip calls it; "" where none is missing.

    fsspec says in a sentence of its own what to install; the module is named by what caused it.
    """
    while isinstance(error, ImportError):
        if error.name:
            return _PACKAGES.get(error.name, error.name)
        error = error.__cause__
    return ""


def _is_foreign(error: Exception) -> bool:
    """Whether a library of a file system has made this kind of error, and neither Python nor we."""
    home = type(error).__module__.partition(".")[0]
    return home not in {"builtins", "pyarrow", "exporter"}


def _system(url: str, options: Mapping[str, Any]) -> tuple[Any, str]:
    import fsspec

    try:
        system, path = fsspec.url_to_fs(url, **options)
    except ValueError as error:  # fsspec knows no such protocol
        wrong = f"{url} cannot be read: {without_secrets(str(error), url)}"
        raise SetupError(wrong, "") from None
    return system, path


def _of_folder(folder: str, files: Mapping[str, FactFile]) -> tuple[list[FactFile], list[Problem]]:
    """The files of a folder by their names in it; only Parquet may lie deeper."""
    paths = sorted(path for path in map(PurePosixPath, files) if not _is_hidden(path))
    if not paths:
        return [], [Problem(folder, 0, "", "the folder holds no facts", "write facts into it")]
    near, problems = [], []
    for path in paths:
        file = files[str(path)]
        if len(path.parts) > 1 and file.kind != PARQUET:
            wrong, right = "this lies in a folder of its own", "put it beside the other files"
            problems.append(Problem(file.shown, 0, "", wrong, right))
        else:
            near.append(replace(file, keys=tuple(_keys(path))))
    known, unknown = _of_known_kind(near)
    return known, problems + unknown


def _is_hidden(path: PurePosixPath) -> bool:
    # Excel keeps a file ~$name.xlsx beside a workbook that is open.
    return path.name in _NO_CONTENT or any(part.startswith((".", "~$")) for part in path.parts)


def _keys(path: PurePosixPath) -> Iterator[tuple[str, str]]:
    """What the names of the folders say.

    Source: Hive's partitioned tables, which Spark, DuckDB, pandas and polars write.
    """
    for part in path.parts[:-1]:
        name, equals, value = part.partition("=")
        if equals:
            yield name, "" if value == _NO_VALUE else unquote(value)


def _of_known_kind(files: Sequence[FactFile]) -> tuple[list[FactFile], list[Problem]]:
    wrong = "this is no file of facts"
    problems = [Problem(file.shown, 0, "", wrong, _RIGHT) for file in files if not file.kind]
    return [file for file in files if file.kind], problems

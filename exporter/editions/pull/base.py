"""The content that a workbook was made from."""

from pathlib import Path

from exporter.errors import UsageError
from exporter.proof.manifest import MANIFEST, Content, read_manifest


def base_of(output: Path | None) -> Content | None:
    """The content that a workbook was made from; None where nobody knows.

    Args:
        output: The folder that it was built into, where that is named.

    Raises:
        UsageError: That is none.
    """
    if output is None:
        return None
    path = output / MANIFEST if output.is_dir() else output
    if not path.is_file():
        right = f"name a folder that `exporter build` wrote, with {MANIFEST} in it"
        raise UsageError(f"{output} holds no {MANIFEST}", right)
    try:
        return read_manifest(path).content
    except ValueError as error:
        raise UsageError(f"{path} cannot be read: {error}", "name another output") from error

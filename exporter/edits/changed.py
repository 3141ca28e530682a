"""Files that were changed, written under the journal: all of them or none, whatever happens."""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from exporter.files import staged


def write_changed(folder: Path, contents: Mapping[Path, bytes]) -> None:
    """Put new contents in the place of files that are there.

    Args:
        folder: The report's; files in it move together.
        contents: By file. One outside the folder moves in its own.

    Raises:
        SetupError: No room, no permission, a link in the way, a file in use; names it.
    """
    real = folder.resolve()
    by_folder: dict[Path, list[Path]] = {}
    for path in contents:
        is_inside = path.parent.resolve().is_relative_to(real)
        by_folder.setdefault(real if is_inside else path.parent.resolve(), []).append(path)
    with ExitStack() as every:
        for target, paths in by_folder.items():
            fresh = every.enter_context(staged(target))
            for path in paths:
                new = fresh / (path.parent.resolve() / path.name).relative_to(target)
                new.parent.mkdir(parents=True, exist_ok=True)
                new.write_bytes(contents[path])
                shutil.copymode(path, new)

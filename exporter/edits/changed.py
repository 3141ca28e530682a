"""Files that were changed, written under the journal: all of them or none, whatever happens."""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from exporter.files import staged


def write_changed(folder: Path, contents: Mapping[Path, bytes]) -> None:
    """Put new contents in the place of files, or where there are none yet.

    Args:
        folder: The report's; files in it move together.
        contents: By file. One outside the folder moves in its own; behind a link, where that leads.

    Raises:
        SetupError: No room, no permission, a file in use; names it.
    """
    by_folder: dict[Path, list[tuple[Path, bytes]]] = {}
    report = folder.resolve()
    for path, content in contents.items():
        real = path.resolve()
        target = report if real.is_relative_to(report) else real.parent
        by_folder.setdefault(target, []).append((real, content))
    with ExitStack() as every:
        for target, files in by_folder.items():
            fresh = every.enter_context(staged(target))
            for path, content in files:
                new = fresh / path.relative_to(target)
                new.parent.mkdir(parents=True, exist_ok=True)
                new.write_bytes(content)
                if path.exists():
                    shutil.copymode(path, new)

"""Where the files of a report go, and the command that writes them there."""

from pathlib import Path
from shlex import quote


def output_of(folder: Path, output: Path | str | None) -> Path:
    """Where the files of a report go: where somebody says, else `output/<report>`."""
    return Path(output) if output else Path("output") / folder.resolve().name


def build_command(folder: Path, output: Path) -> str:
    """What builds a report into a folder, ready to paste."""
    is_usual = output.resolve() == output_of(folder, None).resolve()
    return f"exporter build {_shown(folder)}{'' if is_usual else f' --output {_shown(output)}'}"


def _shown(path: Path) -> str:
    return quote(str(path))

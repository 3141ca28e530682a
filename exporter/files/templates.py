"""Where the templates are that come with the package."""

from functools import cache
from pathlib import Path

from exporter.errors import SetupError


@cache
def templates_folder() -> Path:
    """The folder with the templates: beside the package in a checkout, inside it when installed.

    A checkout's own folder comes first: an editable install may leave an older copy in the package.

    Raises:
        SetupError: There is none.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package.parent / "templates", package / "templates"):
        if (folder / "new-report").is_dir():
            return folder
    raise SetupError(f"the templates are missing beside {package}", "install the package again")

"""Whether workbooks keep to the OOXML schemas: the validator is made once, which is most of it."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openxml_audit import OpenXmlValidator


def found_at_fault(*paths: Path) -> dict[str, list[str]]:
    """What is wrong in each file, by its name."""
    return {path.name: list(map(str, _validator().validate(path).errors)) for path in paths}


@cache
def _validator() -> "OpenXmlValidator":
    from openxml_audit import OpenXmlValidator

    return OpenXmlValidator()

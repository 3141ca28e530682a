"""What a Word document tells of itself: title, author, company, language, when it was made.

When a file was made is no day on which it appeared; the model has it apart.

Source: ECMA-376 Part 2, 11 (core properties); Part 1, 15.2.12.3 (extended properties).
"""

from exporter.evidence.documents.dates import day_of
from exporter.evidence.documents.docx.package import Element, Package, name_of
from exporter.evidence.documents.language import language_tag
from exporter.evidence.documents.model import Metadata


def read_properties(package: Package) -> Metadata:
    """What is told."""
    core = _texts(package.tree(package.related("", "core-properties")))
    extended = _texts(package.tree(package.related("", "extended-properties")))
    return Metadata(
        title=core.get("title"),
        publisher=core.get("publisher") or extended.get("Company"),
        author=core.get("creator"),
        language=language_tag(core.get("language", "")),
        created=day_of(core.get("created", "")),
    )


def _texts(properties: Element | None) -> dict[str, str]:
    """Properties with something in them, by their names."""
    if properties is None:
        return {}
    found = {name_of(part): " ".join((part.text or "").split()) for part in properties}
    return {name: text for name, text in found.items() if text}

"""What makes a one-pager fit for the archive: PDF/A-3a and PDF/UA-1, with the facts inside.

WeasyPrint brings the identifier and the printing flags. Its metadata name one standard alone, and
its attachments carry the clock's time and a hash instead of a description; both are made here.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import Any

import pydyf

from exporter.report.pdf.model import Attachment, OnePager
from exporter.writers.pdf.xmp import describe

RELATIONSHIPS = frozenset({"Source", "Data", "Alternative", "Supplement", "Unspecified"})
# The profile of the International Color Consortium, which it lets anyone embed; WeasyPrint has it.
_SRGB = "sRGB2014.icc"


def archive(pdf: Any, page: OnePager, attachments: Sequence[Attachment]) -> None:
    """Say what the PDF is and what its colours mean, and embed the attachments.

    Args:
        pdf: pydyf's PDF by WeasyPrint's variant pdf/a-3a, complete but not written.
        page: What it shows; its edition dates the attachments.
        attachments: Files to embed, by unique names.

    Raises:
        ValueError: Two attachments have one name, or a relationship has no meaning in PDF.
    """
    _check(attachments)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    # Left uncompressed, so that tools which know nothing of PDF find the metadata (ISO 16684-1).
    metadata.stream, metadata.compress = [describe(page.properties, page.lang, pdf.info)], False
    _intend(pdf)
    if attachments:
        _associate(pdf, attachments, page.properties.created)


def _check(attachments: Sequence[Attachment]) -> None:
    names = [attachment.name for attachment in attachments]
    if len(set(names)) < len(names):
        raise ValueError(f"attachments share a name ({', '.join(names)}); give each one of its own")
    for attachment in attachments:
        if attachment.relationship not in RELATIONSHIPS:
            raise ValueError(
                f"{attachment.name} is related as {attachment.relationship!r}; "
                f"use one of {', '.join(sorted(RELATIONSHIPS))}"
            )


def _intend(pdf: Any) -> None:
    """Say that the page's colours are meant as sRGB (ISO 19005-3, 6.2.3)."""
    content = files("weasyprint.pdf").joinpath(_SRGB).read_bytes()
    profile = pydyf.Stream([content], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String("sRGB"),
        "RegistryName": pydyf.String("http://www.color.org"),
        "Info": pydyf.String("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _associate(pdf: Any, attachments: Sequence[Attachment], day: date) -> None:
    """Embed files and name each both in the tree of names and as the document's own.

    Source: ISO 19005-3, 6.8; ISO 32000-1, 7.11.4.
    """
    placed = {one.name: _embed(pdf, one, day) for one in attachments}
    # A tree of names is sorted by the bytes of the strings as written, UTF-16 where need be.
    names = sorted(placed, key=lambda name: pydyf.String(name).data)
    tree = pydyf.Dictionary({"Names": pydyf.Array()})
    for name in names:
        tree["Names"].extend([pydyf.String(name), placed[name]])
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = pydyf.Array(placed.values())


def _embed(pdf: Any, attachment: Attachment, day: date) -> bytes:
    """Add one file and give the reference of its specification."""
    written = pydyf.String(f"D:{day:%Y%m%d}")
    digest = hashlib.md5(attachment.content, usedforsecurity=False)  # what ISO 32000-1 asks for
    parameters = pydyf.Dictionary(
        {
            "Size": len(attachment.content),
            "CreationDate": written,
            "ModDate": written,
            "CheckSum": f"<{digest.hexdigest()}>",
        }
    )
    kind = {"Type": "/EmbeddedFile", "Subtype": _name(attachment.mime), "Params": parameters}
    content = pydyf.Stream([attachment.content], kind, compress=_compresses(attachment))
    pdf.add_object(content)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(attachment.name),
            "UF": pydyf.String(attachment.name),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": _name(attachment.relationship),
            "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
        }
    )
    pdf.add_object(specification)
    reference: bytes = specification.reference
    return reference


def _compresses(attachment: Attachment) -> bool:
    """Whether a file is not a ZIP already, as workbooks are."""
    return not attachment.content.startswith(b"PK")


def _name(text: str) -> str:
    """A PDF name; what may not stand in one, such as a solidus, is written as `#2F`."""
    regular = (
        c if c.isascii() and (c.isalnum() or c in "-.+_") else f"#{ord(c):02X}" for c in text
    )
    return "/" + "".join(regular)

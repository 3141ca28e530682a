"""What makes a one-pager fit for the archive: PDF/A-3a and PDF/UA-1, with the facts inside.

WeasyPrint brings the identifier and the printing flags. Its metadata name one standard alone, and
its attachments carry the clock's time and a hash instead of a description; both are made here.

Source: ISO 19005-3 (PDF/A-3); ISO 16684-1 (XMP); ISO 14289-1, 5 (PDF/UA-1).
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

import pydyf

from exporter.report.pdf.model import Attachment, OnePager
from exporter.report.properties import Properties

RELATIONSHIPS = frozenset({"Source", "Data", "Alternative", "Supplement", "Unspecified"})
# The profile of the International Color Consortium, which it lets anyone embed; WeasyPrint has it.
_SRGB = "sRGB2014.icc"
# PDF/A knows a fixed set of schemas; the one by which PDF/UA is claimed is to be described in full.
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>{created}</rdf:li></rdf:Seq></dc:date>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


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
    _inform(pdf.info, page.properties)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    # Left uncompressed, so that tools which know nothing of PDF find the metadata (ISO 16684-1).
    metadata.stream, metadata.compress = [_metadata(page.properties, page.lang, pdf.info)], False
    _intend(pdf)
    if attachments:
        _associate(pdf, attachments, page.properties.created)


def _inform(info: dict[str, object], properties: Properties) -> None:
    """Say what the document is, to the last character: WeasyPrint trims and joins anew."""
    for key in ("title", "author", "subject", "keywords"):
        if text := getattr(properties, key):
            info[key.capitalize()] = pydyf.String(text)


def _metadata(properties: Properties, lang: str, info: Mapping[str, object]) -> bytes:
    """The metadata of a PDF, in the same words as its information dictionary.

    Args:
        properties: Title, subject, author, keywords; `created` is the edition.
        lang: The page's language.
        info: WeasyPrint's information dictionary, of pydyf's strings.
    """
    fields = {
        "title": properties.title,
        "author": properties.author,
        "subject": properties.subject,
        "created": properties.created.isoformat(),
        "lang": lang,
        "keywords": properties.keywords,
        # WeasyPrint names itself and what called it.
        "producer": _info_text(info, "Producer"),
        "creator": _info_text(info, "Creator"),
    }
    return _PACKET.format_map({key: escape(text) for key, text in fields.items()}).encode()


def _info_text(info: Mapping[str, object], key: str) -> str:
    return str(getattr(info.get(key), "string", ""))


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
    placed = {file.name: _embed(pdf, file, day) for file in attachments}
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

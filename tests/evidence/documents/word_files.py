"""Word files as small as they may be, made of what stands in their bodies."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def word_file(
    body: str, *, footnotes: str = "", styles: str = "", core: str = "", company: str = ""
) -> bytes:
    """A .docx file.

    Args:
        body: What stands in `w:body`.
        footnotes: What stands in `w:footnotes`.
        styles: What stands in `w:styles`.
        core: What stands in the core properties, in Dublin Core's elements.
        company: Of the extended properties.
    """
    parts = {
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "/docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            (f"{_OFFICE}/footnotes", "footnotes.xml"), (f"{_OFFICE}/styles", "styles.xml")
        ),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/footnotes.xml": _part("footnotes", footnotes),
        "word/styles.xml": _part("styles", styles),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Company>{company}</Company></Properties>",
    }
    return packed(parts)


def packed(parts: dict[str, str], method: int = ZIP_DEFLATED) -> bytes:
    """Parts in a zip archive."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of runs; a plain text is one."""
    return f"<w:p>{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def run(text: str, properties: str = "", tag: str = "w:t") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><{tag} xml:space="preserve">{text}</{tag}></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{_NAMESPACE}">{content}</w:{name}>'


def _relationships(*told: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(told)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'

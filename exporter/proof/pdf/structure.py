"""What a PDF is besides its text: one tagged page, closed, with its fonts and known links."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.pdf.images import compare_images
from exporter.proof.pdf.own_page import (
    brings_html,
    compare_link_targets,
    compare_unseen_texts,
)
from exporter.proof.pdf.same_glyphs import plainest
from exporter.proof.pdf.texts import alt_texts, headings, links
from exporter.proof.texts import ExpectedText
from exporter.report.pdf.model import Attachment, OnePager

if TYPE_CHECKING:
    import pikepdf

_POINTS = 72 / 25.4  # in a millimetre
_POINT = 0.5
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_WITH_ALTERNATIVE = ("/TD", "/Figure")  # elements that have an alternative text
# Keys by which a document does something without being asked, or shows what the page does not.
_ACTING = ("/OpenAction", "/AA", "/OCProperties", "/URI", "/Collection")
_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR", "/GoToE",
     "/Named", "/Rendition", "/Movie", "/Sound", "/Hide"}
)  # fmt: skip


def compare_structure(
    pdf: "pikepdf.Pdf", page: OnePager, attachments: Sequence[Attachment] | None
) -> Iterator[Difference]:
    """Compare all but the text of a PDF with what was laid out.

    Args:
        pdf: The file, open.
        page: The page as laid out.
        attachments: The files that it should hold; None where that is not known.
    """
    dictionaries = list(_dictionaries(pdf))  # gone through once: there are thousands
    yield from _sheets(pdf, page)
    yield from _document(pdf, page)
    yield from _fonts(dictionaries)
    yield from _nothing_acts(pdf, dictionaries)
    yield from compare_images(pdf, page.theme.letterhead.logo, may_lack=brings_html(page))
    yield from _annotations(pdf, page)
    yield from _tags(pdf, dictionaries, page)
    if attachments is not None:
        yield from _attachments(pdf, attachments)


def _sheets(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    paper = page.theme.paper
    size = (0.0, 0.0, round(paper.width * _POINTS, 3), round(paper.height * _POINTS, 3))
    if pdf.is_encrypted:
        yield unlike("document", "encryption", "none", "there")
    if not 1 <= len(pdf.pages) <= page.pages:
        expected = "1" if page.pages == 1 else f"at most {page.pages}"
        yield unlike("document", "number of pages", expected, str(len(pdf.pages)))
    for number, sheet in enumerate(pdf.pages, 1):
        for name in ("/MediaBox", "/CropBox"):
            box = [float(edge) for edge in sheet.get(name, size)]
            if any(abs(edge - right) > _POINT for edge, right in zip(box, size, strict=True)):
                expected, actual = (
                    " ".join(f"{edge:g}" for edge in edges) for edges in (size, box)
                )
                yield unlike(f"page {number}", f"page size ({name[1:]})", expected, actual)
        turned = int(sheet.get("/Rotate", 0))
        if turned:
            yield unlike(f"page {number}", "rotation", "0", str(turned))


def _document(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    properties, info = page.properties, pdf.docinfo
    day = f"D:{properties.created:%Y%m%d}"
    compared = {
        "language": (page.lang, pdf.Root.get("/Lang", NOTHING)),
        "mark of a tagged document": ("True", _entry(pdf.Root, "/MarkInfo", "/Marked")),
        "title": (properties.title, info.get("/Title", "")),
        "author": (properties.author, info.get("/Author", "")),
        "subject": (properties.subject, info.get("/Subject", "")),
        "keywords": (properties.keywords, info.get("/Keywords", "")),
        "created": (day, str(info.get("/CreationDate", ""))[: len(day)]),
        "modified": (day, str(info.get("/ModDate", ""))[: len(day)]),
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        compared["title in its metadata"] = (properties.title, metadata.get("dc:title", ""))
    for what, (expected, actual) in compared.items():
        if str(expected) != str(actual):
            yield unlike("document", what, str(expected) or NOTHING, str(actual) or NOTHING)


def _entry(root: Any, first: str, second: str) -> Any:
    return root.get(first, {}).get(second, NOTHING)


def _dictionaries(pdf: "pikepdf.Pdf") -> Iterator[Any]:
    """Every dictionary of the file, also those that stand within others."""
    import pikepdf

    waiting: list[Any] = [item for item in pdf.objects if item is not None]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += _direct(item)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            yield item
            waiting += _direct(item.values())


def _direct(items: Any) -> list[Any]:
    import pikepdf

    kinds = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)
    return [item for item in items if isinstance(item, kinds) and not item.is_indirect]


def _fonts(dictionaries: Sequence[Any]) -> Iterator[Difference]:
    for font in dictionaries:
        if font.get("/Type") == "/Font" and font.get("/Subtype") != "/Type0":
            descriptor = font.get("/FontDescriptor", {})
            if not any(name in descriptor for name in _FONT_FILES):
                name = str(font.get("/BaseFont", font.get("/Subtype")))
                yield unlike("document", f"font {name[1:]}", "embedded", "not embedded")


def _nothing_acts(pdf: "pikepdf.Pdf", dictionaries: Sequence[Any]) -> Iterator[Difference]:
    """No scripts, no actions but links, no forms."""
    root = pdf.Root
    for name in _ACTING:
        if name in root:
            yield unlike("document", f"entry {name[1:]}", NOTHING, "there")
    for item in dictionaries:
        kind = str(item.get("/S", ""))
        if kind in _ACTIONS or "/JS" in item:
            yield unlike("document", "action", NOTHING, kind[1:] or "JavaScript")
    form: Any = root.get("/AcroForm", {})
    fields = [str(field.get("/FT", "")) for field in form.get("/Fields", [])]
    if "/XFA" in form or any(kind != "/Sig" for kind in fields):
        yield unlike("document", "form", NOTHING, ", ".join(fields) or "XFA")


def _annotations(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    """Links, each where it should lead; a signature's field shows nothing."""
    targets: list[str] = []
    for annotation in (item for sheet in pdf.pages for item in sheet.get("/Annots", [])):
        kind = str(annotation.get("/Subtype", ""))
        if kind == "/Link":
            targets.append(_target(annotation))
        elif kind != "/Widget" or annotation.get("/FT") != "/Sig":
            yield unlike("page 1", "annotation", NOTHING, kind[1:])
    if brings_html(page):
        yield from compare_link_targets(targets, page)
        return
    none = ExpectedText("page 1", "link", NOTHING)
    for link, target in zip_longest(links(page), targets):
        expected, actual = link or none, target or MISSING
        if unquote(actual) != unquote(expected.text):
            yield unlike(expected.place, expected.what, expected.text, actual)


def _target(link: Any) -> str:
    action = link.get("/A", {})
    return str(action.get("/URI", action.get("/D", link.get("/Dest", NOTHING))))


def _tags(pdf: "pikepdf.Pdf", dictionaries: Sequence[Any], page: OnePager) -> Iterator[Difference]:
    """What a reader hears or finds its way by: alternative texts and the outline."""
    if "/StructTreeRoot" not in pdf.Root:
        yield unlike("document", "tree of tags", "there", MISSING)
    alternatives = []
    for item in dictionaries:
        if "/ActualText" in item:
            yield unlike("page 1", "replacement text", NOTHING, str(item.ActualText))
        if "/Alt" in item and item.get("/S") in _WITH_ALTERNATIVE:
            alternatives.append(str(item.Alt))
    if brings_html(page):
        yield from compare_unseen_texts(pdf, page)
        return
    yield from _unlike("alternative text", alt_texts(page), alternatives)
    yield from _unlike("outline", headings(page), list(_outline(pdf)))


def _unlike(what: str, expected: Sequence[str], actual: Sequence[str]) -> Iterator[Difference]:
    """What is missing of texts that stand in any order, and what is added."""
    written = {plainest(text): text for text in (*expected, *actual)}
    wanted, found = Counter(map(plainest, expected)), Counter(map(plainest, actual))
    for text in (wanted - found).elements():
        yield unlike("page 1", what, written[text], MISSING)
    for text in (found - wanted).elements():
        yield unlike("page 1", what, NOTHING, written[text])


def _outline(pdf: "pikepdf.Pdf") -> Iterator[str]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            yield item.title
            waiting = [*item.children, *waiting]


def _attachments(pdf: "pikepdf.Pdf", expected: Sequence[Attachment]) -> Iterator[Difference]:
    embedded = dict(pdf.attachments.items())
    for attachment in expected:
        place = f"attachment {attachment.name}"
        entry = embedded.pop(attachment.name, None)
        if entry is None:
            yield unlike(place, "file", "there", MISSING)
            continue
        file, about = entry.get_file(), entry.obj
        compared = {
            "media type": (attachment.mime, file.mime_type),
            "relationship": (attachment.relationship, str(about.get("/AFRelationship", ""))[1:]),
            "description": (attachment.description, str(about.get("/Desc", ""))),
        }
        if file.read_bytes() != attachment.content:
            yield unlike(place, "content", "as written", "changed")
        for what, (wanted, actual) in compared.items():
            if wanted != actual:
                yield unlike(place, what, wanted, actual or NOTHING)
    for name in embedded:
        yield unlike(f"attachment {name}", "file", NOTHING, "there")

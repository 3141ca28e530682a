"""What a PDF is beside its text: one tagged A4 page, closed, with its fonts and known links."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.pdf.texts import alt_texts, compact, headings, links
from exporter.report.pdf.model import Attachment, OnePager

if TYPE_CHECKING:
    import pikepdf

_A4 = (0.0, 0.0, 595.276, 841.89)  # points
_POINT = 0.5
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_HEARD = ("/TD", "/Figure")  # what has an alternative text
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
    yield from _sheet(pdf)
    yield from _document(pdf, page)
    yield from _fonts(pdf)
    yield from _nothing_acts(pdf)
    yield from _annotations(pdf, page)
    yield from _tags(pdf, page)
    if attachments is not None:
        yield from _attachments(pdf, attachments)


def _sheet(pdf: "pikepdf.Pdf") -> Iterator[Difference]:
    if pdf.is_encrypted:
        yield unlike("document", "encryption", "none", "there")
    if len(pdf.pages) != 1:
        yield unlike("document", "number of pages", "1", str(len(pdf.pages)))
    for number, sheet in enumerate(pdf.pages, 1):
        for name in ("/MediaBox", "/CropBox"):
            box = [float(edge) for edge in sheet.get(name, _A4)]
            if any(abs(one - two) > _POINT for one, two in zip(box, _A4, strict=True)):
                told = (" ".join(f"{edge:g}" for edge in _A4), " ".join(f"{e:g}" for e in box))
                yield unlike(f"page {number}", f"page size ({name[1:]})", *told)
        turned = int(sheet.get("/Rotate", 0))
        if turned:
            yield unlike(f"page {number}", "rotation", "0", str(turned))


def _document(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    laid, about = page.properties, pdf.docinfo
    day = f"D:{laid.created:%Y%m%d}"
    compared = {
        "language": (page.lang, pdf.Root.get("/Lang", NOTHING)),
        "mark of a tagged document": ("True", _entry(pdf.Root, "/MarkInfo", "/Marked")),
        "title": (laid.title, about.get("/Title", "")),
        "author": (laid.author, about.get("/Author", "")),
        "subject": (laid.subject, about.get("/Subject", "")),
        "keywords": (laid.keywords, about.get("/Keywords", "")),
        "created": (day, str(about.get("/CreationDate", ""))[: len(day)]),
        "modified": (day, str(about.get("/ModDate", ""))[: len(day)]),
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        compared["title in its metadata"] = (laid.title, metadata.get("dc:title", ""))
    for what, (expected, found) in compared.items():
        if str(expected) != str(found):
            yield unlike("document", what, str(expected) or NOTHING, str(found) or NOTHING)


def _entry(root: Any, first: str, second: str) -> Any:
    return root.get(first, {}).get(second, NOTHING)


def _dictionaries(pdf: "pikepdf.Pdf") -> Iterator[Any]:
    """Every dictionary of the file, also those that stand within others."""
    import pikepdf

    waiting: list[Any] = [one for one in pdf.objects if one is not None]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += _direct(one)
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            waiting += _direct(one.values())


def _direct(items: Any) -> list[Any]:
    import pikepdf

    kinds = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)
    return [item for item in items if isinstance(item, kinds) and not item.is_indirect]


def _fonts(pdf: "pikepdf.Pdf") -> Iterator[Difference]:
    for one in _dictionaries(pdf):
        if one.get("/Type") == "/Font" and one.get("/Subtype") != "/Type0":
            descriptor = one.get("/FontDescriptor", {})
            if not any(name in descriptor for name in _FONT_FILES):
                name = str(one.get("/BaseFont", one.get("/Subtype")))
                yield unlike("document", f"font {name[1:]}", "embedded", "not embedded")


def _nothing_acts(pdf: "pikepdf.Pdf") -> Iterator[Difference]:
    """No scripts, no actions but links, no forms, no pictures of unknown content."""
    root = pdf.Root
    for name in _ACTING:
        if name in root:
            yield unlike("document", f"entry {name[1:]}", NOTHING, "there")
    for one in _dictionaries(pdf):
        kind = str(one.get("/S", ""))
        if kind in _ACTIONS or "/JS" in one:
            yield unlike("document", "action", NOTHING, kind[1:] or "JavaScript")
        if one.get("/Subtype") == "/Image":
            yield unlike("page 1", "image", NOTHING, f"{one.get('/Width')}x{one.get('/Height')}")
    form: Any = root.get("/AcroForm", {})
    fields = [str(field.get("/FT", "")) for field in form.get("/Fields", [])]
    if "/XFA" in form or any(kind != "/Sig" for kind in fields):
        yield unlike("document", "form", NOTHING, ", ".join(fields) or "XFA")


def _annotations(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    """Links, each where it should lead; a signature's field shows nothing."""
    found = []
    for one in pdf.pages[0].get("/Annots", []) if len(pdf.pages) else []:
        kind = str(one.get("/Subtype", ""))
        if kind == "/Link":
            found.append(_target(one))
        elif kind != "/Widget" or one.get("/FT") != "/Sig":
            yield unlike("page 1", "annotation", NOTHING, kind[1:])
    laid = list(links(page))
    for index in range(max(len(laid), len(found))):
        place = laid[index].place if index < len(laid) else "page 1"
        expected = laid[index].text if index < len(laid) else NOTHING
        target = found[index] if index < len(found) else MISSING
        if unquote(target) != unquote(expected):
            yield unlike(place, "link", expected, target)


def _target(link: Any) -> str:
    action = link.get("/A", {})
    return str(action.get("/URI", action.get("/D", link.get("/Dest", NOTHING))))


def _tags(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    """What a reader hears or finds its way by: alternative texts and the outline."""
    if "/StructTreeRoot" not in pdf.Root:
        yield unlike("document", "tree of tags", "there", MISSING)
    heard = []
    for one in _dictionaries(pdf):
        if "/ActualText" in one:
            yield unlike("page 1", "replacement text", NOTHING, str(one.ActualText))
        if "/Alt" in one and one.get("/S") in _HEARD:
            heard.append(str(one.Alt))
    for what, told, seen in (
        ("alternative text", alt_texts(page), heard),
        ("outline", [compact(one) for one in headings(page)], list(_outline(pdf))),
    ):
        for text in (Counter(told) - Counter(seen)).elements():
            yield unlike("page 1", what, text, MISSING)
        for text in (Counter(seen) - Counter(told)).elements():
            yield unlike("page 1", what, NOTHING, text)


def _outline(pdf: "pikepdf.Pdf") -> Iterator[str]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            yield compact(item.title)
            waiting = [*item.children, *waiting]


def _attachments(pdf: "pikepdf.Pdf", laid: Sequence[Attachment]) -> Iterator[Difference]:
    found = dict(pdf.attachments.items())
    for one in laid:
        place = f"attachment {one.name}"
        other = found.pop(one.name, None)
        if other is None:
            yield unlike(place, "file", "there", MISSING)
            continue
        file = other.get_file()
        compared = {
            "media type": (one.mime, file.mime_type),
            "relationship": (one.relationship, str(other.obj.get("/AFRelationship", ""))[1:]),
            "description": (one.description, str(other.obj.get("/Desc", ""))),
        }
        if file.read_bytes() != one.content:
            yield unlike(place, "content", "as written", "changed")
        for what, (expected, has) in compared.items():
            if expected != has:
                yield unlike(place, what, expected, has or NOTHING)
    for name in found:
        yield unlike(f"attachment {name}", "file", NOTHING, "there")

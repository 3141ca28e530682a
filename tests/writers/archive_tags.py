"""What PDF/A-3a and PDF/UA-1 ask of tags and of annotations, which the tags hold."""

import re
from collections.abc import Iterator

import pikepdf

# ISO 32000-1, 14.8.4; a tag that is none of these needs a role map.
STANDARD = {
    *("/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/NonStruct"),
    *("/P", "/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TBody"),
    *("/TR", "/TH", "/TD", "/Span", "/Link", "/Figure", "/Form"),
}  # fmt: skip


def tag_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every rule that tags and annotations break."""
    yield from _annotations(pdf)
    yield from _structure(pdf)


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for annotation in (one for page in pdf.pages for one in page.get("/Annots", [])):
        flags, kind = int(annotation.get("/F", 0)), str(annotation.Subtype)
        # Print is set; Invisible, Hidden, NoView and ToggleNoView are not.
        if not flags & 4 or flags & (1 | 2 | 32 | 256):
            yield f"6.3.2 the flags of a {kind} are {flags}"
        if kind not in {"/Link", "/Widget"}:
            yield f"6.3.1 an annotation is a {kind}"
        left, bottom, right, top = (float(side) for side in annotation.Rect)
        if kind == "/Widget" and "/AP" not in annotation and (left, bottom) != (right, top):
            yield "6.3.3 a field has no appearance"
        if kind == "/Link" and not str(annotation.get("/Contents", "")):
            yield "UA 7.18.5 a link does not say where it leads"
        if kind == "/Widget" and ("/A" in annotation or "/AA" in annotation):
            yield "6.4.1 a field has an action"
        if kind == "/Widget" and not str(annotation.get("/TU", "")):
            yield "UA 7.18.1 a field has no name for people"
        outside = right < 0 or top < 0
        if not outside and _home(pdf, annotation) not in {"/Link", "/Form"}:
            yield f"UA 7.18 a {kind} is not tagged"


def _home(pdf: pikepdf.Pdf, annotation: pikepdf.Dictionary) -> str:
    """The tag that an annotation belongs to, where it has the annotation among its kids, too."""
    if "/StructTreeRoot" not in pdf.Root:
        return ""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = dict(zip((int(key) for key in numbers[::2]), numbers[1::2], strict=True))
    element = tree.get(int(annotation.get("/StructParent", -1)))
    if element is None:
        return ""
    kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    return str(element.S) if any(kid.Obj.objgen == annotation.objgen for kid in kids) else ""


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/StructTreeRoot" not in pdf.Root:
        yield "6.7.3 there is no tree of tags"
        return
    level = 0
    for element in elements(pdf.Root.StructTreeRoot.K):
        tag = str(element.S)
        if tag not in STANDARD:
            yield f"6.7.3.4 the tag {tag} is not a standard one"
        if tag == "/Figure" and not str(element.get("/Alt", "")):
            yield "UA 7.3 a figure has no alternative text"
        if tag == "/TH" and str(element.get("/A", {}).get("/Scope", "")) not in {"/Row", "/Column"}:
            yield "UA 7.5 a header does not say what it heads"
        if tag == "/L" and "/ListNumbering" not in element.get("/A", {}):
            yield "UA 7.6 a list does not say how it is numbered"
        if re.fullmatch(r"/H\d", tag):
            if int(tag[2:]) > level + 1:
                yield f"UA 7.4.2 {tag} follows a heading of level {level}"
            level = int(tag[2:])


def elements(item: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The structure elements below `item`, in reading order."""
    if isinstance(item, pikepdf.Array):
        for kid in item:
            yield from elements(kid)
    elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
        yield item
        yield from elements(item.get("/K", pikepdf.Array()))

"""The rules of PDF/A-3a and PDF/UA-1 that a machine can check with pikepdf alone.

Numbers are the clauses of ISO 19005-3 (PDF/A-3) unless they begin with UA (ISO 14289-1).
`docs/archive.md` says which rules are checked here, and which are not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.writers.archive_fonts import font_faults
from tests.writers.archive_metadata import metadata_faults
from tests.writers.archive_tags import tag_faults

ACTIONS = {"/URI", "/GoTo"}  # the ones our pages have; 6.5.1 allows few more
FILTERS = {"/FlateDecode"}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "BI"}


def archive_faults(path: Path) -> list[str]:
    """Every rule that the file breaks, by its clause; an empty list for a file that keeps all."""
    with pikepdf.open(path) as pdf:
        return [
            *_file(path.read_bytes(), pdf),
            *_objects(pdf),
            *_catalog(pdf),
            *_colours(pdf),
            *_contents(pdf),
            *font_faults(pdf),
            *metadata_faults(pdf),
            *tag_faults(pdf),
            *_attachments(pdf),
        ]


def _file(content: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    first, second, *_ = content.splitlines()
    if not re.fullmatch(rb"%PDF-1\.[0-7]", first):
        yield "6.1.2 the header names no version up to 1.7"
    if not (second[:1] == b"%" and len(second) > 4 and all(byte > 127 for byte in second[1:5])):
        yield "6.1.2 no comment of four bytes above 127 follows the header"
    if not re.search(rb"%%EOF[\r\n]{0,2}\Z", content):
        yield "6.1.3 something follows the end of the file"
    if "/ID" not in pdf.trailer or len(pdf.trailer.ID) != 2:
        yield "6.1.3 the trailer has no identifier"
    if pdf.is_encrypted:
        yield "6.1.3 the file is encrypted"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in (part for whole in pdf.objects for part in _parts(whole)):
        if isinstance(item, pikepdf.Stream):
            yield from _stream(item)
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            yield from _dictionary(item)
        if isinstance(item, pikepdf.String) and len(bytes(item)) > 32767:
            yield "6.1.13 a string is longer than 32,767 bytes"


def _stream(item: pikepdf.Stream) -> Iterator[str]:
    if {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys()):
        yield "6.1.7.1 a stream refers to another file"
    filters = item.get("/Filter", pikepdf.Array())
    named = filters if isinstance(filters, pikepdf.Array) else [filters]
    if wrong := {str(one) for one in named} - FILTERS:
        yield f"6.1.7.2 a stream is filtered by {wrong}"


def _dictionary(item: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[str]:
    if item.get("/S") == "/JavaScript" or "/JS" in item:
        yield "6.5.1 there is JavaScript"
    if item.get("/Type") == "/Action" and str(item.get("/S")) not in ACTIONS:
        yield f"6.5.1 an action is {item.get('/S')}"
    if item.get("/Type") in {"/Page", "/Catalog"} and "/AA" in item:
        yield "6.5.2 there are additional actions"
    if any(len(str(key)) > 128 for key in item.keys()):  # noqa: SIM118 - no mapping
        yield "6.1.13 a name is longer than 127 bytes"


def _parts(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An object and everything in it that is no object of its own."""
    yield item
    kids: list[pikepdf.Object] = []
    if isinstance(item, pikepdf.Array):
        kids = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        kids = [value for _, value in item.items()]
    for kid in kids:
        if isinstance(kid, pikepdf.Object) and not kid.is_indirect:
            yield from _parts(kid)


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    for key in ("/OCProperties", "/Requirements", "/Perms", "/NeedsRendering", "/OpenAction"):
        if key in root:
            yield f"6.9 to 6.12 the catalog has {key}"
    if "/AlternatePresentations" in root.get("/Names", {}):
        yield "6.10 there are alternate presentations"
    form = root.get("/AcroForm", {})
    if "/XFA" in form or form.get("/NeedAppearances", False):
        yield "6.4 the form is drawn by the reader"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))):
        yield "6.7.4 the document has no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "6.7.2 the document is not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "UA 7.1 the tags are suspect"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "UA 7.1 the title is not what a window shows"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "UA 7.1 there is no title"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"6.2.3 there are {len(intents)} output intents of PDF/A"
    for intent in intents:
        profile = intent.DestOutputProfile
        head = profile.read_bytes()[:40]
        if (head[12:16], head[16:20], head[36:40]) != (b"mntr", b"RGB ", b"acsp") or profile.N != 3:
            yield "6.2.3 the output profile is none of an RGB monitor"
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "6.2.3 the output intent has no name"
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            yield "6.2.8 there is an image, which is not checked here"
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") in {"/PS", "/Form"}:
            yield "6.2.9 there is a form, which is not checked here"


def _contents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The page's own drawing: colours, depth, transparency, and a tag for every mark."""
    for page in pdf.pages:
        if "/Resources" not in page.obj:
            yield "6.2.2 the page has no resources of its own"
        for state in page.Resources.get("/ExtGState", {}).values():
            if {"/TR", "/TR2", "/HTP"} & set(state.keys()):
                yield "6.2.5 a graphics state has a transfer function"
            if str(state.get("/BM", "/Normal")) not in {"/Normal", "/Compatible"}:
                yield "6.2.10 a blend mode is not normal"
        yield from _drawing(page)
        if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S":
            yield "UA 7.18.3 the tab order is not that of the tags"


def _drawing(page: pikepdf.Page) -> Iterator[str]:
    depth, marked, seen = 0, [], set()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if depth > 28:
            yield "6.1.13 graphics states are nested deeper than 28"
        if name in {"k", "K", "ri", "i", "PS"}:
            yield f"6.2.4 the page uses the operator {name}"
        if name in {"BDC", "BMC"}:
            marked.append(str(operands[0]))
            if "/Artifact" in marked and len(marked) > 1:
                yield "UA 7.1 an artifact is nested in a tag, or a tag in it"
            if name == "BDC" and "/MCID" in operands[1]:
                seen.add(int(operands[1].MCID))
        elif name == "EMC":
            marked.pop()
        elif name in PAINTING and not marked:
            yield f"6.7.3, UA 7.1 something is drawn by {name} without a tag"
    if seen != set(range(len(seen))):
        yield "6.7.3 identifiers of marked content are missing"


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    embedded = list(tree)[1::2]
    associated = {one.objgen for one in pdf.Root.get("/AF", [])}
    if list(tree)[::2] != sorted(tree[::2], key=bytes):
        yield "ISO 32000-1, 7.9.6 the tree of names is not sorted"
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec":
            if item.objgen not in {one.objgen for one in embedded}:
                yield "6.8 a file stands in no tree of names"
            if item.objgen not in associated:
                yield "6.8 a file is not associated with the document"
            if not {"/F", "/UF", "/EF", "/AFRelationship", "/Desc"} <= set(item.keys()):
                yield "6.8 a file lacks a name, a relationship or a description"
            elif not re.fullmatch(r"/[a-z]+/[-.+\w]+", str(item.EF.F.get("/Subtype", ""))):
                yield "6.8 a file has no media type"
            elif not {"/ModDate", "/Size"} <= set(item.EF.F.get("/Params", {}).keys()):
                yield "6.8 a file has no date or size"

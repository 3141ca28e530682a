"""The objects of a PDF compared with those of the PDF that it should be, one by one.

For what the comparison of texts has no words for: what is painted, and where, in which colour.
"""

import io
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike, unreadable

# What signing may add to the catalog and to the page, and nothing else (pyHanko, PAdES B-B).
_ADDED_TO_CATALOG, _ADDED_TO_PAGE = {"/AcroForm", "/Extensions"}, {"/Annots"}
_OFF_THE_PAGE = [-9999.0] * 4
_OF_A_FIELD = {"/F", "/FT", "/P", "/Rect", "/Subtype", "/T", "/TU", "/Type", "/V"}
_Written = dict[tuple[int, int], str]


def find_unlike_object(expected: bytes, actual: bytes) -> Difference | None:
    """The first part in which a PDF differs from the one that it should be; None where none does.

    Args:
        expected: The PDF that it should be.
        actual: The one that there is.
    """
    if expected == actual:
        return None
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(expected)) as right, pikepdf.open(io.BytesIO(actual)) as found:
            ours, theirs = _objects(right), _objects(found)
            for key in sorted(ours.keys() | theirs.keys()):
                if ours.get(key) != theirs.get(key):
                    name = _name(right if key in ours else found, key)
                    texts = (ours.get(key, NOTHING), theirs.get(key, MISSING))
                    return unlike(name, "content", *texts)
    except Exception as error:  # whatever it is, the reader stumbles over what is in the file
        return unreadable("", error)
    pairs = enumerate(zip(expected, actual, strict=False))
    place = next((at for at, (a, b) in pairs if a != b), min(len(expected), len(actual)))
    return unlike(f"byte {place:,}", "content", f"{len(expected):,} bytes", "others")


def compare_signed(expected: bytes, actual: bytes) -> Iterator[Difference]:
    """What a signed PDF has beyond the one that was signed, and beyond a signature that is unseen.

    Whether the signature holds is for `signature` to say.

    Args:
        expected: The PDF that was signed.
        actual: The signed one, which begins with it.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(expected)) as right, pikepdf.open(io.BytesIO(actual)) as found:
            yield from _beyond_signature(right, found)
    except Exception as error:  # as above
        yield unreadable("", error)


def _beyond_signature(right: Any, found: Any) -> Iterator[Difference]:
    ours, theirs = _objects(right), _objects(found)
    root, page = found.Root.objgen, found.pages[0].obj.objgen
    for key, written in ours.items():
        if key not in {root, page} and theirs.get(key) != written:
            yield unlike(_name(right, key), "content", written, theirs.get(key, MISSING))
    for name, old, new, added in (
        ("catalog", right.Root, found.Root, _ADDED_TO_CATALOG),
        ("page", right.pages[0].obj, found.pages[0].obj, _ADDED_TO_PAGE),
    ):
        for entry in sorted({*map(str, old.keys()), *map(str, new.keys())} - added):
            expected, actual = (_entry(part, entry) for part in (old, new))
            if expected != actual:
                yield unlike(f"{name} {entry}", "content", expected, actual)
    yield from _field_differences(right, found)


def _field_differences(right: Any, found: Any) -> Iterator[Difference]:
    """The one field that signing adds lies off the page, and has no looks."""
    form, annotations = found.Root.AcroForm, list(found.pages[0].obj.get("/Annots", []))
    before = len(list(right.pages[0].obj.get("/Annots", [])))
    expected = [_written(item) for item in right.pages[0].obj.get("/Annots", [])]
    if [_written(item) for item in annotations[:before]] != expected:
        yield unlike("page", "annotations", "those of the page", "others")
    fields = list(form.Fields)
    if len(fields) != 1 or [item.objgen for item in annotations[before:]] != [fields[0].objgen]:
        yield unlike("form", "fields", "the signature alone", f"{len(fields)} fields")
    if more := sorted({*map(str, form.keys())} - {"/Fields", "/SigFlags"}):
        yield unlike("form", "entries", NOTHING, ", ".join(more))
    for field in fields:
        if more := sorted({*map(str, field.keys())} - _OF_A_FIELD):
            yield unlike("signature", "entries", NOTHING, ", ".join(more))
        if [float(number) for number in field.Rect] != _OFF_THE_PAGE:
            yield unlike("signature", "place", "off the page", _written(field.Rect))


def _objects(pdf: Any) -> _Written:
    """Every object that its pages and catalog could lead to; streams by their hashes."""
    return {
        item.objgen: _written(item, top=True)
        for item in pdf.objects
        if not _is_table_of_objects(item)
    }


def _is_table_of_objects(item: Any) -> bool:
    import pikepdf

    kinds = {"/XRef", "/ObjStm"}
    return isinstance(item, pikepdf.Stream) and str(item.stream_dict.get("/Type")) in kinds


def _entry(holder: Any, name: str) -> str:
    return _written(holder[name]) if name in holder else MISSING


def _written(item: Any, *, top: bool = False) -> str:
    """An object as text, with the objects that it refers to by their numbers."""
    import pikepdf

    if not isinstance(item, pikepdf.Object):
        return str(item)
    if not top and item.is_indirect:
        return f"{item.objgen[0]} {item.objgen[1]} R"
    if isinstance(item, pikepdf.Stream):
        digest = sha256(item.read_raw_bytes()).hexdigest()
        return f"{_written(item.stream_dict)} stream of {digest[:16]}"
    if isinstance(item, pikepdf.Dictionary):
        entries = (f"{key} {_written(item[key])}" for key in sorted(item.keys()))
        return f"<< {' '.join(entries)} >>"
    if isinstance(item, pikepdf.Array):
        return f"[ {' '.join(map(_written, item))} ]"
    return bytes(item.unparse()).decode("latin-1")


def _name(pdf: Any, key: tuple[int, int]) -> str:
    """What an object is, in the words of PDF."""
    import pikepdf

    item = pdf.get_object(key)
    contents = [page.obj.get("/Contents") for page in pdf.pages]
    if any(isinstance(content, pikepdf.Object) and content.objgen == key for content in contents):
        return f"object {key[0]} (what the page paints)"
    entries = item.stream_dict if isinstance(item, pikepdf.Stream) else item
    if not isinstance(entries, pikepdf.Dictionary):
        return f"object {key[0]}"
    kind = next((entries[name] for name in ("/Type", "/Subtype", "/S") if name in entries), "")
    return f"object {key[0]} ({kind})" if kind else f"object {key[0]}"

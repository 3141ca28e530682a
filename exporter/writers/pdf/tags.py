"""What WeasyPrint leaves out of a PDF's tags, and a reader who listens needs.

It neither says which language a part is in when that is not the page's, nor what a mark stands for
or a link leads to, nor which way a header points; and it places figures by its own coordinates
instead of the PDF's (ISO 32000-1, 14.8.5.4.3).
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote as percent_encode
from urllib.parse import unquote

import pydyf

from exporter.report.pdf.model import Earlier, KeyFigure, OnePager

_URI = "%/?#[]@!$&'()*+,;=:"  # what percent_encode is to leave alone (RFC 3986, 2.2 and 2.1)


def complete_tags(pdf: Any, page: OnePager) -> None:
    """Name languages, meanings, directions and targets, and set the figures' places right.

    Args:
        pdf: pydyf's PDF, complete but not written.
        page: What it shows; its parts are tagged in the page's order.
    """
    quotes = list(_elements(pdf, "BlockQuote"))
    # A template of the report's own may draw parts in another order, or leave some out.
    if is_ours(page) or len(quotes) == len(page.cards):
        for quote, card in zip(quotes, page.cards, strict=True):
            _object(pdf, quote["K"][0])["Lang"] = pydyf.String(card.quote_lang)
    marks = [named for _, row in page.matrix.rows for named in row]
    cells = list(_elements(pdf, "TD")) if marks else []  # those of a comparison say it themselves
    if is_ours(page) or (len(cells) == len(marks) and not brings_html(page)):
        for cell, named in zip(cells, marks, strict=True):
            cell["Alt"] = pydyf.String(page.labels["named" if named else "not_named"])
    for figure in _elements(pdf, "Figure"):
        _place(figure, pdf)
    for listed in _elements(pdf, "L"):
        # ISO 14289-1, 7.6: a list whose items have labels says how they are numbered.
        listed["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Disc"})
    _direct_headers(pdf)
    _name_links(pdf, page)


def is_ours(page: OnePager) -> bool:
    """Whether a page is drawn by our own template and style, so that its parts are all there."""
    return page.template is None


def brings_html(page: OnePager) -> bool:
    """Whether a page is drawn by a template of the report's own."""
    return page.template is not None and page.template.html is not None


def _direct_headers(pdf: Any) -> None:
    """Say of each header whether it heads a column or a row, and list them by identifier.

    What stands in a table's head, or beside nothing but headers, heads a column.
    """
    headers = list(_elements(pdf, "TH"))
    for row in _elements(pdf, "TR"):
        kinds = [_object(pdf, cell)["S"] for cell in row["K"]]
        scope = "/Row" if "/TD" in kinds else "/Column"
        for cell in row["K"]:
            if _object(pdf, cell)["S"] == "/TH":
                _object(pdf, cell)["A"]["Scope"] = scope
    headers = [header for header in headers if "ID" in header]
    if headers:
        # Required where elements have identifiers (ISO 32000-1, table 322).
        names = pydyf.Array()
        for header in sorted(headers, key=lambda header: header["ID"].data):
            names.extend([header["ID"], header.reference])
        (root,) = (item for item in pdf.objects if _is(item, "Type", "StructTreeRoot"))
        root["IDTree"] = pydyf.Dictionary({"Names": names})


def _name_links(pdf: Any, page: OnePager) -> None:
    """Give links their targets, relative to the file, and the words that tell of them."""
    source = page.labels["source"] + ("：" if page.lang == "zh" else ": ")
    named = [(card.link, card.quote) for card in page.cards]
    for figure in page.figures:
        named.append((figure.link, _told(figure.metric, figure, figure.figure)))
        if before := figure.before:
            words = _told(f"{figure.metric} {before.as_of}", before, before.figure)
            named.append((before.link, words))
    links = (item for item in pdf.objects if _is(item, "Subtype", "Link"))
    leading = [pair for pair in named if pair[0]]
    for link, (target, text) in _matched(list(links), leading, page):
        # WeasyPrint has made the target absolute, by a folder that no reader has.
        link["A"]["URI"] = pydyf.String(percent_encode(target, safe=_URI))
        link["Contents"] = pydyf.String(source + text)
        left, top, right, bottom = link["Rect"]
        link["Rect"] = pydyf.Array((left, min(top, bottom), right, max(top, bottom)))


def _told(metric: str, figure: KeyFigure | Earlier, shown: str) -> str:
    """A figure by what it measures, and by what it is where it was not achieved."""
    return " ".join(filter(None, (metric, figure.status, figure.attribution, shown)))


def _matched(
    links: Sequence[Any], named: Sequence[tuple[str, str]], page: OnePager
) -> Iterator[tuple[Any, tuple[str, str]]]:
    """Links with what they lead to and what tells of them; those that lead elsewhere are left."""
    if is_ours(page):
        yield from zip(links, named, strict=True)
        return
    by_place = {_place_in(target): (target, text) for target, text in reversed(named)}
    for link in links:
        written = link.get("A", {}).get("URI", pydyf.String())
        if found := by_place.get(_place_in(written.string)):
            yield link, found


def _place_in(target: str) -> str:
    """What of a link stays when it is made absolute: the name of a file, and a place in it."""
    return unquote(target).rpartition("/")[2]


def _place(figure: Any, pdf: Any) -> None:
    """Turn pixels from the upper edge into points from the lower one."""
    left, top, right, bottom = (pixels * 0.75 for pixels in figure["A"]["BBox"])
    sheet = next(item for item in pdf.objects if _is(item, "Type", "Page"))  # all are alike
    height = sheet["MediaBox"][3]
    figure["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))


def _elements(pdf: Any, tag: str) -> Iterator[Any]:
    return (item for item in pdf.objects if _is(item, "S", tag))


def _is(item: Any, key: str, name: str) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get(key) == f"/{name}"


def _object(pdf: Any, reference: bytes) -> Any:
    """The object that `12 0 R` refers to."""
    return pdf.objects[int(reference.split()[0])]

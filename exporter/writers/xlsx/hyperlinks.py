"""The hyperlinks of a sheet, gathered while its rows are made and written below them.

XlsxWriter keeps an object a link, and a relationship; links to passages of one page share theirs.
"""

from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.url import Url
from xlsxwriter.utility import xl_col_to_name

from exporter.engine.arrow import Integers, integers, literal, strings, text_bytes, valid_rows
from exporter.writers.xlsx.blocks import Area
from exporter.writers.xlsx.xml_texts import joined

_ODD = ("internal:", "mailto:")  # which have no passage


class Hyperlinks:
    """The hyperlinks of one sheet, and the relationships that hold their addresses."""

    def __init__(self) -> None:
        self._xml: list[str] = []
        self._relationships: dict[str, int] = {}

    def add(self, area: Area) -> None:
        """Take up the links of an area's cells."""
        for index, column in enumerate(area.part.columns, area.table.first_column):
            links = column.links
            if links is not None and links.null_count < area.part.rows:
                self._add_column(xl_col_to_name(index), area.first_row + 1, links, column.texts)

    def xml(self) -> str:
        """The element with all links; "" for none."""
        return f"<hyperlinks>{''.join(self._xml)}</hyperlinks>" if self._xml else ""

    def relationships(self) -> list[list[Any]]:
        """The addresses outside the book, as XlsxWriter keeps relationships, in their order."""
        return [["/hyperlink", target, "External"] for target in self._relationships]

    def _add_column(
        self, letters: str, first_row: int, opened: pa.Array, texts: pa.Array | None
    ) -> None:
        rows = (np.flatnonzero(valid_rows(opened)) + first_row).astype(np.int32)
        links = opened.drop_null()
        odd = pc.or_(*(pc.starts_with(links, scheme) for scheme in _ODD))
        if pc.any(odd).as_py():
            shown = texts.to_pylist() if texts is not None else []
            for row, link in zip(rows.tolist(), links.to_pylist(), strict=True):
                text = shown[row - first_row] if shown else None
                self._xml.append(f'<hyperlink ref="{letters}{row}"{self._opened(link, text)}/>')
        else:
            self._add_passages(letters, rows, links)

    def _add_passages(self, letters: str, rows: Integers, links: pa.Array) -> None:
        """Add links to pages and passages of them, all of a column at once."""
        parts = pc.split_pattern(links, "#", max_splits=1)
        addresses = pc.dictionary_encode(pc.list_element(parts, 0))
        named = strings(map(self._relationship, addresses.dictionary.to_pylist()))
        passages = pc.binary_join(pc.list_slice(parts, 1), "")  # "" where there is none
        passages = pc.replace_substring(passages, "&", "&amp;")
        places = joined([' location="', passages, '"'])
        places = pc.if_else(pc.equal(passages, literal("")), literal(""), places)
        number = pc.cast(integers(rows), pa.string())
        start = f'<hyperlink ref="{letters}'
        made = joined([start, number, '"', named.take(addresses.indices), places, "/>"])
        self._xml.append(text_bytes(made).tobytes().decode())

    def _opened(self, link: str, shown: str | None) -> str:
        if link.startswith("internal:"):
            place, text = quoteattr(link.removeprefix("internal:")), quoteattr(shown or "")
            return f" location={place} display={text}"
        address, _, passage = (link, "", "") if link.startswith("mailto:") else link.partition("#")
        return self._relationship(address) + (f" location={quoteattr(passage)}" if passage else "")

    def _relationship(self, address: str) -> str:
        # XlsxWriter knows how Excel writes addresses of pages, files and mail.
        outside = ":" in address
        target = Url(address if outside else f"external:{address}")._target()  # noqa: SLF001
        return f' r:id="rId{self._relationships.setdefault(target, len(self._relationships) + 1)}"'

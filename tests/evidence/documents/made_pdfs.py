"""PDFs that the tests make themselves."""

from functools import cache
from io import BytesIO
from typing import Any

from exporter.evidence.documents import read_document
from exporter.evidence.documents.model import Document
from exporter.limits import READING

_PAGE = """<html lang="en"><head><title>Second quarter</title><meta name="author" content="J. Doe">
<style>@page {{ size: 150mm 180mm; margin: 20mm 15mm;
  @top-left {{ content: "Harbour Street Research" }} @bottom-center {{ content: counter(page) }} }}
html {{ font: 10pt/1.35 "DejaVu Serif", "Noto Serif CJK SC" }} p {{ margin: 0 0 2mm }}
table {{ border-collapse: collapse }} td {{ padding: .5mm 4mm; vertical-align: top }}
{style}</style></head><body>{body}</body></html>"""


def typeset(body: str, style: str = "") -> bytes:
    """A PDF of some HTML."""
    from weasyprint import HTML

    return bytes(HTML(string=_PAGE.format(body=body, style=style)).write_pdf())


def drawn(*operators: str, box: tuple[int, int] = (400, 300), **page: Any) -> bytes:
    """A PDF of one page with these operators, in Helvetica (F1)."""
    import pikepdf

    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        pdf.add_blank_page(page_size=box)
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        pdf.pages[0].Contents = pdf.make_stream("\n".join(operators).encode("latin-1"))
        for key, value in page.items():
            pdf.pages[0].obj[f"/{key}"] = value
        return saved(pdf)


def saved(pdf: Any, **how: Any) -> bytes:
    """The bytes of a pikepdf document."""
    stream = BytesIO()
    pdf.save(stream, **how)
    return stream.getvalue()


def read(data: bytes) -> Document:
    """A PDF as it is read."""
    return read_document("report.pdf", data, READING)


@cache
def of_html(body: str, style: str = "") -> Document:
    """What is read of a PDF of some HTML; each is made once."""
    return read(typeset(body, style))

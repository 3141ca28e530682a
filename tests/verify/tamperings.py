"""Changes to what a set shows, each made behind everyone's back: of each file, and of the manifest.

Facts, views and records of sources stay as they were; whoever applies one makes every hash anew.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf

from exporter import build
from exporter.email.order import Order, write_draft
from exporter.verify import verify_with
from exporter.writers.page_process import Ask
from tests.verify.sets import make_quoting_report, say_anew

BOOK, PAGE, PDF, DRAFT = "figures.en.xlsx", "evidence.en.html", "views.en.pdf", "mini.en.eml"
SHEET, CHART = "xl/worksheets/sheet2.xml", "xl/charts/chart1.xml"
DRAWING, STYLES, BOOK_PART = "xl/drawings/drawing1.xml", "xl/styles.xml", "xl/workbook.xml"
THEME, STRINGS, TABLE = "xl/theme/theme1.xml", "xl/sharedStrings.xml", "xl/tables/table2.xml"
RELS = "xl/worksheets/_rels/sheet2.xml.rels"


@dataclass(frozen=True)
class Tampering:
    """A change to one file of a set."""

    name: str
    file: str
    apply: Callable[[Path], None]

    def __str__(self) -> str:
        return f"{self.file}-{self.name}"


def _replaced(text: str, old: str, new: str) -> str:
    assert old in text, f"no {old!r}"
    return text.replace(old, new, 1)


def _in_part(part: str, old: str, new: str) -> Callable[[Path], None]:
    return _in_parts(
        lambda parts: parts.update({part: _replaced(parts[part].decode(), old, new).encode()})
    )


def _in_parts(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        with ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return apply


XLSX = {
    "white text": (STYLES, 'rgb="FF1B2430"/><name', 'rgb="FFFFFFFF"/><name'),
    "text in the colour of the theme": (STYLES, '<color rgb="FF1B2430"/>', '<color theme="0"/>'),
    "a font of 1 pt": (STYLES, '<b/><sz val="10"/>', '<b/><sz val="1"/>'),
    "another font": (STYLES, '<name val="Arial"/>', '<name val="Wingdings"/>'),
    "text struck through": (STYLES, "<font><b/>", "<font><b/><strike/>"),
    "a superscript font": (STYLES, "<font><b/>", '<font><b/><vertAlign val="superscript"/>'),
    "a fill": (STYLES, 'patternType="gray125"', 'patternType="solid"'),
    "the colour of the header": (STYLES, 'fgColor rgb="FF1F4E79"', 'fgColor rgb="FFFFFFFF"'),
    "a border": (STYLES, 'style="thin"', 'style="thick"'),
    "a number format": (STYLES, "&quot;&gt; &quot;#,##0", "&quot;&lt; &quot;#,##0"),
    "a number format that hides": (STYLES, 'formatCode="&quot;≈ &quot;0.0%"', 'formatCode=";;;"'),
    "a number format that scales": (STYLES, "&quot;&gt; &quot;#,##0", "&quot;&gt; &quot;#,##0,"),
    "no wrapping": (STYLES, 'vertical="top" wrapText="1"', 'vertical="top"'),
    "shrinking to fit": (STYLES, 'vertical="top" wrapText="1"', 'vertical="top" shrinkToFit="1"'),
    "text turned upright": (STYLES, 'vertical="top" wrapText="1"', 'vertical="top" textRotation="90"'),
    "a large indent": (STYLES, 'indent="1"', 'indent="99"'),
    "a theme of white on white": (THEME, 'lastClr="000000"', 'lastClr="FFFFFF"'),
    "a colour of the theme": (THEME, "4F81BD", "FFFFFF"),
    "a font of the theme": (THEME, 'typeface="Cambria"', 'typeface="Wingdings"'),
    "a row of no height": (SHEET, '<row r="5" ht="33.75"', '<row r="5" ht="0.1"'),
    "a hidden row": (SHEET, '<row r="5"', '<row r="5" hidden="1"'),
    "a row in an outline": (SHEET, '<row r="5"', '<row r="5" outlineLevel="1"'),
    "a narrow column": (SHEET, 'max="3" width="8.7109375"', 'max="3" width="0.1"'),
    "a hidden column": (SHEET, 'max="3" width="8.7109375"', 'max="3" hidden="1" width="8.7109375"'),
    "a pane frozen elsewhere": (SHEET, 'ySplit="4" topLeftCell="B5"', 'ySplit="6" topLeftCell="B7"'),
    "a view that begins elsewhere": (SHEET, 'topLeftCell="B5"', 'topLeftCell="B6"'),
    "no gridlines": (SHEET, "<sheetView ", '<sheetView showGridLines="0" '),
    "no zeros": (SHEET, "<sheetView ", '<sheetView showZeros="0" '),
    "formulas shown": (SHEET, "<sheetView ", '<sheetView showFormulas="1" '),
    "right to left": (SHEET, "<sheetView ", '<sheetView rightToLeft="1" '),
    "a zoom of a tenth": (SHEET, "<sheetView ", '<sheetView zoomScale="10" '),
    "a default height": (SHEET, 'defaultRowHeight="15"', 'defaultRowHeight="1"'),
    "rows hidden by default": (SHEET, "<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" '),
    "a value": (SHEET, "<v>12500</v>", "<v>12900</v>"),
    "a value with another style": (SHEET, '<c r="B5" s="4">', '<c r="B5" s="5">'),
    "a date": (SHEET, "<v>45658</v>", "<v>45293</v>"),
    "a formula in place of a value": (SHEET, "<v>12500</v>", "<f>12900</f><v>12500</v>"),
    "a cell more": (SHEET, "</row></sheetData>", '<c r="L9"><v>7</v></c></row></sheetData>'),
    "a merged cell": (SHEET, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>'),
    "a filter": (SHEET, "</sheetData>", '</sheetData><autoFilter ref="A4:K9"/>'),
    "a protected sheet": (SHEET, "</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
    "no drop-down list": (SHEET, "<formula1>units</formula1>", '<formula1>"cars"</formula1>'),
    "a prompt": (SHEET, 'errorStyle="warning"', 'errorStyle="warning" prompt="12,900"'),
    "a link elsewhere": (SHEET, "12%2C500%20cars", "12%2C900%20cars"),
    "a tooltip": (SHEET, '<hyperlink ref="J5"', '<hyperlink tooltip="12,900" ref="J5"'),
    "a shown link": (SHEET, '<hyperlink ref="J5"', '<hyperlink display="12,900" ref="J5"'),
    "a link's target": (RELS, "https://example.com", "https://example.org"),
    "a margin": (SHEET, 'left="0.5"', 'left="5"'),
    "another paper": (SHEET, 'paperSize="9"', 'paperSize="1"'),
    "printed in black and white": (SHEET, "<pageSetup ", '<pageSetup blackAndWhite="1" '),
    "a footer": (SHEET, "As of 31 Jan 2026", "As of 31 Jan 2027"),
    "a coloured tab": (SHEET, "<sheetPr>", '<sheetPr><tabColor rgb="FFFF0000"/>'),
    "a text": (STRINGS, "Cars delivered", "Cars ordered"),
    "white words within a text": (
        STRINGS, "<t>Cars delivered</t>",
        '<r><t>Cars</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t xml:space="preserve"> delivered</t></r>',
    ),
    "a reading above a text": (STRINGS, "<t>Cars delivered</t>", '<t>Cars delivered</t><rPh sb="0" eb="4"><t>Vans</t></rPh>'),
    "the name of a sheet": (BOOK_PART, 'name="Sources"', 'name="Origins"'),
    "a hidden sheet": (BOOK_PART, 'name="Sources"', 'name="Sources" state="hidden"'),
    "a very hidden sheet": (BOOK_PART, 'name="Checks"', 'name="Checks" state="veryHidden"'),
    "another sheet first": (BOOK_PART, "<workbookView ", '<workbookView activeTab="2" '),
    "no tabs": (BOOK_PART, "<workbookView ", '<workbookView showSheetTabs="0" '),
    "a minimized window": (BOOK_PART, "<workbookView ", '<workbookView minimized="1" '),
    "dates from 1904": (BOOK_PART, "<workbookPr ", '<workbookPr date1904="1" '),
    "a defined name": (BOOK_PART, "$G$5:$G$6", "$G$5:$G$5"),
    "another printed title": (BOOK_PART, "Checks!$4:$4", "Checks!$4:$5"),
    "no calculation": (BOOK_PART, 'fullCalcOnLoad="1"', 'calcMode="manual"'),
    "the header of a table": (TABLE, 'name="Value"', 'name="Worth"'),
    "the style of a table": (TABLE, 'showRowStripes="1"', 'showRowStripes="0"'),
    "the title of a chart": (CHART, "Example Motors (cars)", "Example Motors (vans)"),
    "a label in a chart": (CHART, "<a:t>10,500</a:t>", "<a:t>12,900</a:t>"),
    "a value in a chart": (CHART, "<c:v>10500.0</c:v>", "<c:v>12900.0</c:v>"),
    "the axis of a chart": (CHART, '<c:min val="0"/>', '<c:min val="8000"/>'),
    "a logarithmic axis": (CHART, "<c:scaling>", '<c:scaling><c:logBase val="10"/>'),
    "the direction of bars": (CHART, '<c:barDir val="bar"/>', '<c:barDir val="col"/>'),
    "white bars": (CHART, '<a:srgbClr val="1F4E79"/>', '<a:srgbClr val="FFFFFF"/>'),
    "where a chart stands": (DRAWING, "<xdr:row>3</xdr:row>", "<xdr:row>9</xdr:row>"),
    "what is read out of a chart": (DRAWING, "Bar chart of Example Motors", "Bar chart of Example Vans"),
    "a property": ("docProps/core.xml", "Your desk", "Another desk"),
    "who made it": ("docProps/app.xml", "Microsoft Excel", "Another program"),
}  # fmt: skip


def _appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"<!-- 12,900 cars -->")


def _prepended(path: Path) -> None:
    path.write_bytes(b"<!-- 12,900 cars -->" + path.read_bytes())


def _twice(path: Path) -> None:
    with ZipFile(path) as archive:
        content = archive.read(SHEET).replace(b"<v>12500</v>", b"<v>12900</v>")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(path, "a") as archive:
            archive.writestr(SHEET, content)


def _commented(path: Path) -> None:
    with ZipFile(path, "a") as archive:
        archive.comment = b"12,900 cars"


CONTAINER: dict[str, Callable[[Path], None]] = {
    "bytes behind the archive": _appended,
    "bytes before the archive": _prepended,
    "a part that is there twice": _twice,
    "a comment of the archive": _commented,
    "a part more": _in_parts(lambda parts: parts.update({"xl/media/image1.png": b"\x89PNG"})),
    "a part less": _in_parts(lambda parts: parts.pop(CHART)),
    "a part under another name": _in_parts(
        lambda parts: parts.update({"xl/comments1.xml": parts.pop(CHART)})
    ),
}

HTML = {
    "a figure": ("&gt; 12,500", "&gt; 12,900"),
    "a quote": ("more than 12,500 cars", "more than 12,900 cars"),
    "the rest of a sentence": (", in all.", ", at most."),
    "words before a quote": ("in 2025, </", "in 2024, </"),
    "a translation": ("Second plant to open", "Third plant to open"),
    "a source": ("A note to the press", "A note to nobody"),
    "a state": ("Figure confirmed", "Figure proved twice"),
    "a count": ("<b>5</b> facts", "<b>6</b> facts"),
    "a title": ("<h1>Example report</h1>", "<h1>Sample report</h1>"),
    "the edition": ("As of 31 Jan 2026", "As of 31 Jan 2027"),
    "a link": ("https://example.com/press", "https://example.org/press"),
    "the words that a link marks": ("12%2C500", "12%2C900"),
    "an address": ('href="#deliveries"', 'href="#deliveries-growth"'),
    "an id": ('id="new-plant"', 'id="newer-plant"'),
    "a claim more": ("</main>", '<article id="rumour"><p>Sold out</p></article></main>'),
    "a text behind the page": ("</body>", "<p>Sold out</p></body>"),
    "a comment": ("</main>", "<!-- Sold out --></main>"),
    "a style of an element": ("<main", '<main style="display:none"'),
    "a style of a claim": ('class="claim', 'style="opacity:0" class="claim'),
    "a class": ('class="claim', 'class="skip claim'),
    "a hidden element": ("<article ", "<article hidden "),
    "a style sheet more": ("</head>", "<style>article{display:none}</style></head>"),
    "a rule of the style sheet": ("--ink:#1B2430", "--ink:#FFFFFF"),
    "a script": ("</body>", "<script>alert(1)</script></body>"),
    "the script": ("form.hidden = false", "form.hidden = true"),
    "the policy": ("default-src &#39;none&#39;", "default-src *"),
    "a loaded image": ("</main>", '<img src="https://example.org/x.png"></main>'),
    "a frame": ("</main>", '<iframe src="https://example.org"></iframe></main>'),
    "another page": ("</head>", '<meta http-equiv="refresh" content="0;url=https://example.org"></head>'),
    "another base": ("</head>", '<base href="https://example.org"></head>'),
    "a language": ('<html lang="en"', '<html lang="zh"'),
    "a direction": ("<main", '<main dir="rtl"'),
    "a mark of direction": ("12,500", "\u202e12,500"),
    "a letter that looks the same": ("Example Motors", "Ex\u0430mple Motors"),
    "a space of no width": ("12,500", "12,\u200b500"),
    "a tooltip": ("<main", '<main title="Sold out"'),
    "what is read out": ('aria-label="Find and filter"', 'aria-label="Sold out"'),
    "text that is edited": ("<main", "<main contenteditable"),
    "white space within a figure": ("&gt; 12,500", "&gt; 12, 500"),
    "a line more": ("</main>", "\n</main>"),
}  # fmt: skip


def _painted(paint: bytes, *, first: bool = False) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        pdf.pages[0].Contents = pdf.make_stream(
            paint + b"\n" + content if first else content + b"\n" + paint
        )

    return change


def _repainted(pattern: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        changed = re.sub(pattern, new, content, count=1)
        assert changed != content, f"no {pattern!r}"
        pdf.pages[0].Contents = pdf.make_stream(changed)

    return change


def _annotated(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        annotation = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[50, 50, 400, 400], **entries)
        )
        pdf.pages[0].obj.Annots.append(annotation)

    return change


def _without_a_file(pdf: pikepdf.Pdf) -> None:
    del pdf.attachments[next(iter(pdf.attachments))]


def _another_file(pdf: pikepdf.Pdf) -> None:
    name = next(name for name in pdf.attachments if name.endswith(".csv"))
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"deliveries,12900", filename=name)


def _other_letters(pdf: pikepdf.Pdf) -> None:
    """What is copied, searched and read out, not what is seen."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and b"beginbfchar" in item.read_bytes():
            item.write(
                item.read_bytes().replace(b"<0032>", b"<0039>").replace(b"<0033>", b"<0039>")
            )
            return
    raise AssertionError("no table of letters")


def _other_glyphs(pdf: pikepdf.Pdf) -> None:
    """Fonts exchanged, so that figures are drawn as others."""
    fonts = pdf.pages[0].Resources.Font
    first, second, *_ = fonts.keys()
    fonts[first], fonts[second] = fonts[second], fonts[first]


def _a_page_more(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def _set(place: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[place] = value

    return change


def _in_root(place: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root[place] = value

    return change


def _first(place: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    """Change an entry of the first dictionary that has it, in an object or right within one."""

    def change(pdf: pikepdf.Pdf) -> None:
        tables = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        tables += [item.A for item in tables if "/A" in item]
        next(table for table in tables if place in table)[place] = value

    return change


def _titled(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another title"


PAINT: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a white box over everything": _painted(b"q 1 1 1 rg 0 0 900 900 re f Q"),
    "a white box over a figure": _painted(b"q 1 1 1 rg 60 300 200 40 re f Q"),
    "a box behind everything": _painted(b"q 0 0 0 rg 0 0 900 900 re f Q", first=True),
    "a line through": _painted(b"q 2 w 0 400 m 600 400 l S Q"),
    "all of it moved": _painted(b"1 0 0 1 300 0 cm", first=True),
    "all of it tiny": _painted(b"0.01 0 0 0.01 0 0 cm", first=True),
    "clipped": _painted(b"0 0 10 10 re W n", first=True),
    "one colour": _repainted(rb"0\.10\d+ 0\.14\d+ 0\.18\d+ rg", b"1 1 1 rg"),
    "invisible text": _repainted(rb"BT", b"BT 3 Tr"),
    "a smaller font": _repainted(rb"(/\S+) [\d.]+ Tf", rb"\1 0.1 Tf"),
    "a text elsewhere": _repainted(rb"Tm", b"Tm 40 40 Td"),
    "spread letters": _repainted(rb"BT", b"BT 9 Tc"),
    "a shown comment": _annotated(
        Subtype=pikepdf.Name.FreeText, Contents="12,900 cars", DA="/Helv 20 Tf"
    ),
    "a marked passage": _annotated(
        Subtype=pikepdf.Name.Highlight, QuadPoints=[50, 50, 400, 50, 50, 400, 400, 400]
    ),
    "a drawn box": _annotated(Subtype=pikepdf.Name.Square, C=[1, 0, 0], IC=[1, 1, 1]),
    "a link more": _annotated(
        Subtype=pikepdf.Name.Link,
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org"),
    ),
    "no links": _set("/Annots", pikepdf.Array()),
    "a turned page": _set("/Rotate", 90),
    "a cut page": _set("/CropBox", [0, 0, 100, 100]),
    "a larger page": _set("/MediaBox", [0, 0, 5000, 5000]),
    "a scaled page": _set("/UserUnit", 10),
    "fonts exchanged": _other_glyphs,
    "letters read otherwise": _other_letters,
    "a page more": _a_page_more,
    "a file less inside": _without_a_file,
    "another file inside": _another_file,
    "another title": _titled,
    "another language": _in_root("/Lang", pikepdf.String("zh")),
    "a script": _in_root(
        "/OpenAction",
        pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")),
    ),
    "a view that begins elsewhere": _in_root("/PageLayout", pikepdf.Name.TwoColumnRight),
    "a hidden toolbar": _in_root("/ViewerPreferences", pikepdf.Dictionary(HideToolbar=True)),
    "pages numbered otherwise": _in_root(
        "/PageLabels", pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(St=9)])
    ),
    "what is read out of a picture": _first("/Alt", pikepdf.String("No cars")),
    "where a link leads": _first("/URI", pikepdf.String("https://example.org")),
    "an outline": _first("/Title", pikepdf.String("Sold out")),
    "a layer that is off": _in_root(
        "/OCProperties",
        pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary(BaseState=pikepdf.Name.OFF)),
    ),
}


def _in_pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        target = io.BytesIO()
        with pikepdf.open(path) as pdf:
            change(pdf)
            pdf.save(target, deterministic_id=True)
        path.write_bytes(target.getvalue())

    return apply


def _revised(path: Path) -> None:
    """Turn the page in a revision behind the file, as a program adds it that fills a form in."""
    from pyhanko.pdf_utils.generic import NumberObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = NumberObject(90)
    writer.update_container(page)
    target = io.BytesIO()
    writer.write(target)
    path.write_bytes(target.getvalue())


EML = {
    "a subject": ("Subject: ", "Subject: Re: "),
    "a recipient more": ("To: a@b.example", "To: a@b.example, c@d.example"),
    "another sender": ("Subject: ", "From: evil@example.org\r\nSubject: "),
    "an answer to somebody else": ("Subject: ", "Reply-To: evil@example.org\r\nSubject: "),
    "a date": ("Date: Sat, 31 Jan 2026", "Date: Sun, 31 Jan 2027"),
    "marked as sent": ("X-Unsent: 1", "X-Unsent: 0"),
    "marked as urgent": ("Subject: ", "X-Priority: 1\r\nSubject: "),
    "a language": ("Content-Language: en", "Content-Language: zh"),
    "a figure in the text": ("> 12,500", "> 12,900"),
    "the thesis": ("Demand should hold up", "Demand should break down"),
    "the stance": ("Positive", "Negative"),
    "a link": ("https://example.com/press", "https://example.org/press"),
    "a colour": ("color:", "color:#FFFFFF;x:"),
    "a size": ("font-size:", "font-size:0;x:"),
    "a hidden body": ("<body", '<body style=3D"display:none"'),
    "an image": ("</body>", '<img src=3D"https://example.org/x.png"></body>'),
    "a text more": ("</body>", "<p>Sold out</p></body>"),
    "a name of a file": ('filename="views.en.pdf"', 'filename="views.en.exe"'),
    "a kind of file": ("Content-Type: application/pdf", "Content-Type: application/zip"),
    "a shown file": ("Content-Disposition: attachment", "Content-Disposition: inline"),
    "another encoding": ("quoted-printable", "8bit"),
    "a message id": ("MIME-Version", "Message-ID: <mini@b.example>\r\nMIME-Version"),
    "another boundary": ("=_mixed.", "=_other."),
    "another letter in the attached file": ("JVBERi0", "JVBERi1"),
    "bytes behind the message": ("", ""),
}  # fmt: skip


def _in_text(old: str, new: str) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        text = path.read_bytes().decode("utf-8")
        changed = _replaced(text, old, new) if old else f"{text}Sold out\r\n"
        path.write_bytes(changed.encode())

    return apply


def of_files() -> Iterator[Tampering]:
    """Every change to a file."""
    for name, (part, old, new) in XLSX.items():
        yield Tampering(name, BOOK, _in_part(part, old, new))
    yield from (Tampering(name, BOOK, apply) for name, apply in CONTAINER.items())
    for name, texts in HTML.items():
        yield Tampering(name, PAGE, _in_text(*texts))
    for name, change in PAINT.items():
        yield Tampering(name, PDF, _in_pdf(change))
    yield Tampering("bytes behind the page", PDF, _appended)
    yield Tampering("a revision more", PDF, _revised)
    for name, texts in EML.items():
        yield Tampering(name, DRAFT, _in_text(*texts))


Said = dict[str, Any]
# What the manifest says of the files; each change is told whatever hashes are made anew.
MANIFEST_SAYS: dict[str, Callable[[Said], Any]] = {
    "another edition": lambda said: said.update(edition="2026-02-28"),
    "more facts counted": lambda said: said["counts"].update(facts=500),
    "more views counted": lambda said: said["counts"].update(views=50),
    "more quotes verified": lambda said: said["counts"]["quotes"].update(verified=600),
    "more figures confirmed": lambda said: said["counts"]["figures"].update(confirmed=400),
    "something else counted": lambda said: said["counts"].update(proved="all"),
    "a language more": lambda said: said["languages"].append("zh"),
    "a language twice": lambda said: said["languages"].append("en"),
    "another language": lambda said: said.update(languages=["zh"]),
    "no language": lambda said: said.update(languages=[]),
    "a file more": lambda said: said["outputs"].update({"rumour.pdf": "0" * 64}),
    "a file less": lambda said: said["outputs"].pop(BOOK),
    "the hash of a file": lambda said: said["outputs"].update({BOOK: "0" * 64}),
    "no hash of a file": lambda said: said["outputs"].update({BOOK: ""}),
    "no report among the inputs": lambda said: said["inputs"].pop("report.yaml"),
    "no source among the inputs": lambda said: said["inputs"].pop("sources/press-note.yaml"),
    "no views among the inputs": lambda said: said["inputs"].pop("views.yaml"),
    "no versions": lambda said: said.pop("versions"),
    "another title": lambda said: said["definition"].update(title={"en": "Other", "zh": "其他"}),
    "another author": lambda said: said["definition"].update(author={"en": "Nobody", "zh": "无人"}),
    "another edition of the report": lambda said: said["definition"].update(edition="2026-02-28"),
    "another title of a workbook": lambda said: said["definition"]["workbooks"][0]["title"].update(
        en="Figures of another"
    ),
    "another name of an entity": lambda said: said["definition"]["entities"][0]["name"].update(en="Sample Motors"),
    "no chart": lambda said: said["definition"]["entities"][0].update(chart=False),
    "no disclosure": lambda said: said["definition"]["one_pagers"][0].update(disclosures=[]),
    "a key figure less": lambda said: said["definition"]["one_pagers"][0]["key_figures"].pop(),
    "no picture": lambda said: said["definition"]["one_pagers"][0].pop("picture"),
    "another name of a workbook": lambda said: said["definition"]["workbooks"][0].update(name="other"),
    "a key that it does not know": lambda said: said.update(proved=True),
    "a key of the definition that it does not know": lambda said: said["definition"].update(x=1),
    "another end of a sentence": lambda said: said["excerpts"][0].update(after=" — at most."),
    "no rest of a sentence": lambda said: said["excerpts"].pop(0),
    "an excerpt of nothing": lambda said: said["excerpts"].append({"source": "press-note", "quote": "x"}),
    "an excerpt of another source": lambda said: said["excerpts"][0].update(source="other"),
    "a quote that drifted": lambda said: said["drifted"].append(
        {"source": "press-note", "quote": said["facts"][0]["quote"]}
    ),
    "somebody who signed": lambda said: said.update(signer="Sample Desk"),
    "another format": lambda said: said.update(format=3),
}  # fmt: skip


def write_set_with_draft(folder: Path) -> Path:
    """The set that is tampered with, in English alone, with a draft beside it."""
    report = make_quoting_report(folder / "mini")
    build(report, folder / "out", ["en"])
    write_draft(Order(report, ["a@b.example"], output=folder / "out"))
    return folder / "out"


def assert_told(tampering: Tampering, folder: Path, ask: Ask) -> None:
    """Tamper with a set, make every hash anew, and have it verified."""
    path = folder / tampering.file
    before = path.read_bytes()
    tampering.apply(path)
    assert path.read_bytes() != before
    say_anew(folder)
    found = {difference.file for difference in verify_with(ask, folder).differences}
    assert tampering.file in found
    assert found <= {tampering.file, DRAFT}, "what was not changed is not blamed"

"""Make the PDFs of this folder anew: python make.py [NAME ...], with the programs of README.md."""

# ruff: noqa: S602, T201 - it runs other programs, and tells what they say

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import markup
from articles import CHINESE, ENGLISH, Article

HERE = Path(__file__).parent
PT = 72 / 25.4
DROID = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def by_command(source: str, name: str, *commands: str) -> bytes:
    """What commands make of a text, which lies in a file, in `out.pdf`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(source, "utf-8")
        for command in commands:
            done = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
            if done.returncode:
                print(command, done.stdout[-800:], done.stderr[-800:])
        return Path(folder, "out.pdf").read_bytes()


def libreoffice(article: Article) -> bytes:
    return by_command(
        markup.open_document(article), "out.fodt",
        "soffice -env:UserInstallation=file:///tmp/lo-made --headless --convert-to pdf out.fodt",
    )  # fmt: skip


def libreoffice_docx(article: Article) -> bytes:
    return by_command(
        markup.markdown(article), "in.md", "pandoc in.md -o out.docx",
        "soffice -env:UserInstallation=file:///tmp/lo-made --headless --convert-to pdf out.docx",
    )  # fmt: skip


def latex_dvips(article: Article) -> bytes:
    head = r"""\documentclass[9pt,twocolumn]{extarticle}\usepackage[british]{babel}
\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{textcomp}"""
    return by_command(
        markup.tex(article, head), "out.tex", "latex -interaction=batchmode out.tex",
        "dvips -q out.dvi", "ps2pdf out.ps out.pdf",
    )  # fmt: skip


def xelatex(article: Article) -> bytes:
    head = r"""\documentclass[zihao=-5,twocolumn,fontset=none]{ctexart}
\setCJKmainfont{Droid Sans Fallback}"""
    if article.language == "en":
        head = r"\documentclass[9pt,twocolumn]{extarticle}\usepackage{fontspec}\setmainfont{DejaVu Serif}"
    return by_command(
        markup.tex(article, head), "out.tex", "xelatex -interaction=batchmode out.tex"
    )


def lualatex(article: Article) -> bytes:
    head = r"\documentclass[9pt,twocolumn]{extarticle}\usepackage{fontspec}\usepackage{microtype}"
    return by_command(
        markup.tex(article, head), "out.tex", "lualatex -interaction=batchmode out.tex"
    )


def groff(article: Article) -> bytes:
    return by_command(
        markup.troff(article), "in.ms",
        "groff -k -t -ms -Tpdf in.ms > out.pdf",
    )  # fmt: skip


def groff_ps(article: Article) -> bytes:
    return by_command(
        markup.troff(article), "in.ms",
        "groff -k -t -ms -Tps in.ms > out.ps",
        "ps2pdf out.ps out.pdf",
    )  # fmt: skip


def typst(article: Article) -> bytes:
    import typst

    return typst.compile(markup.typst(article).encode())


def fop(article: Article) -> bytes:
    config = '<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><auto-detect/></fonts></renderer></renderers></fop>'
    return by_command(
        markup.fo(article), "in.fo", f"echo '{config}' > conf.xml", "fop -c conf.xml in.fo out.pdf"
    )


def chromium(article: Article) -> bytes:
    return by_command(
        markup.html(article), "in.html",
        "chromium --headless --no-sandbox --disable-gpu --print-to-pdf=out.pdf in.html",
    )  # fmt: skip


def weasyprint(article: Article) -> bytes:
    from weasyprint import HTML

    edges = f"""@page {{ @top-left {{ content: "{article.header}" }}
        @bottom-center {{ content: counter(page) }} }}"""
    return HTML(string=markup.html(article, edges)).write_pdf()


def wkhtmltopdf(article: Article) -> bytes:
    return by_command(
        markup.html(article, 'html { font-family: "DejaVu Serif", "Noto Serif CJK SC" }'), "in.html",
        f"QT_QPA_PLATFORM=offscreen wkhtmltopdf -q --page-width {markup.PAGE[0]}mm "
        f"--page-height {markup.PAGE[1]}mm in.html out.pdf",
    )  # fmt: skip


def pango(article: Article) -> bytes:
    text = "\n\n".join([article.title, *(each.replace("{}", "") for each in article.paragraphs)])
    return by_command(
        text, "in.txt",
        f"pango-view -q --font='{markup.FONTS[article.language]} 9' --width=360 --justify "
        f"--language={article.language} -o out.pdf in.txt",
    )  # fmt: skip


def reportlab(article: Article) -> bytes:
    from io import BytesIO

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import (
        BaseDocTemplate,
        Frame,
        PageTemplate,
        Paragraph,
        Table,
    )  # fmt: skip

    is_chinese = article.language == "zh"
    font = "STSong-Light" if is_chinese else "DejaVu"
    pdfmetrics.registerFont(UnicodeCIDFont(font) if is_chinese else TTFont(font, DEJAVU))
    style = ParagraphStyle(
        "text", fontName=font, fontSize=8.5, leading=11.5, alignment=4, spaceAfter=4,
        wordWrap="CJK" if is_chinese else None, embeddedHyphenation=1,
    )  # fmt: skip
    width, height = (side * PT for side in markup.PAGE)

    def around(canvas: object, document: object) -> None:
        canvas.setFont(font, 8)
        canvas.drawString(14 * PT, height - 12 * PT, article.header)
        canvas.drawCentredString(width / 2, 10 * PT, str(document.page))
        if document.page == 1:
            canvas.setFont(font, 6.5)
            canvas.drawString(14 * PT, 16 * PT, "1 " + article.note)

    half = (width - 34 * PT) / 2
    frames = [
        Frame(left, 20 * PT, half, height - 38 * PT, 0, 0, 0, 0)
        for left in (14 * PT, 20 * PT + half)
    ]
    story = [Paragraph(article.title, ParagraphStyle("title", style, fontSize=12, leading=15))]
    for index, text in enumerate(article.paragraphs):
        if index == len(article.paragraphs) // 2:
            cells = [("FONT", (0, 0), (-1, -1), font, 7), ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                     ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]  # fmt: skip
            story.append(Table(article.table, style=cells))
        story.append(Paragraph(text.replace("{}", "<super>1</super>"), style))
    stream = BytesIO()
    document = BaseDocTemplate(stream, pagesize=(width, height), title=article.title, invariant=1)
    document.addPageTemplates([PageTemplate("page", frames, onPage=around)])
    document.build(story)
    return stream.getvalue()


def fpdf2(article: Article) -> bytes:
    from fpdf import FPDF

    class Paged(FPDF):
        def header(self) -> None:
            self.set_font("text", size=8)
            self.cell(0, 6, article.header, new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("text", size=8)
            self.cell(0, 6, str(self.page_no()), align="C")

    pdf = Paged(format=markup.PAGE)
    pdf.add_font("text", fname=DROID if article.language == "zh" else DEJAVU)
    pdf.add_font("latin", fname=DEJAVU)
    pdf.set_fallback_fonts(["latin"])
    pdf.set_margin(14)
    pdf.add_page()
    pdf.set_font("text", size=13)
    pdf.multi_cell(0, 6, article.title, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("text", size=8)
    half = len(article.paragraphs) // 2
    for part in (article.paragraphs[:half], article.paragraphs[half:]):
        with pdf.text_columns(ncols=2, gutter=6, text_align="J", line_height=1.4) as columns:
            for text in part:
                with columns.paragraph(bottom_margin=2) as paragraph:
                    paragraph.write(text.replace("{}", ""))
        pdf.ln(3)
        if part[0] == article.paragraphs[0]:
            with pdf.table(
                text_align=("LEFT", "RIGHT", "RIGHT", "RIGHT"), first_row_as_headings=False
            ) as table:
                for row in article.table:
                    table.row(row)
            pdf.ln(3)
    return bytes(pdf.output())


def mupdf(article: Article) -> bytes:
    from io import BytesIO

    import pymupdf

    page = pymupdf.Rect(0, 0, *(side * PT for side in markup.PAGE))
    middle = page.width / 2
    places = [pymupdf.Rect(40, 40, middle - 8, page.height - 40),
              pymupdf.Rect(middle + 8, 40, page.width - 40, page.height - 40)]  # fmt: skip
    style = "@page {} body { font-size: 8.5pt; text-align: justify } .text { columns: 1 }"
    story = pymupdf.Story(html=markup.html(article), user_css=style)
    stream = BytesIO()
    writer = pymupdf.DocumentWriter(stream)
    more = 1
    while more:
        device = writer.begin_page(page)
        for place in places:
            if more:
                more, _ = story.place(place)
                story.draw(device)
        writer.end_page()
    writer.close()
    document = pymupdf.open("pdf", stream.getvalue())
    for number, each in enumerate(document, 1):
        each.insert_text((40, 25), article.header, fontname="china-s", fontsize=8)
        each.insert_text((middle, page.height - 20), str(number), fontsize=8)
    document.subset_fonts()
    return document.tobytes(deflate=True, garbage=4)


def cairo(article: Article) -> bytes:
    """What a Linux desktop prints to a file: another PDF, drawn by cairo."""
    data = chromium(article)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in.pdf").write_bytes(data)
        subprocess.run(["pdftocairo", "-pdf", "in.pdf", "out.pdf"], cwd=folder, check=True)
        return Path(folder, "out.pdf").read_bytes()


def ghostscript(article: Article) -> bytes:
    """A PDF printed to another one."""
    data = typst(article)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in.pdf").write_bytes(data)
        command = [
            "gs",
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-sDEVICE=pdfwrite",
            "-o",
            "out.pdf",
            "in.pdf",
        ]
        subprocess.run(command, cwd=folder, check=True)
        return Path(folder, "out.pdf").read_bytes()


ENGLISH_ALONE = {
    libreoffice_docx,
    latex_dvips,
    lualatex,
    groff,
    groff_ps,
    fop,
    chromium,
    cairo,
}
MAKERS: tuple[Callable[[Article], bytes], ...] = (
    *ENGLISH_ALONE, libreoffice, xelatex, typst, weasyprint, wkhtmltopdf, pango, reportlab, fpdf2,
    mupdf, ghostscript,
)  # fmt: skip


def main() -> None:
    wanted = sys.argv[1:]
    for maker in MAKERS:
        for article in (ENGLISH,) if maker in ENGLISH_ALONE else (ENGLISH, CHINESE):
            name = f"{maker.__name__.replace('_', '-')}-{article.language}.pdf"
            if not wanted or maker.__name__ in wanted:
                (HERE / name).write_bytes(maker(article))


main()

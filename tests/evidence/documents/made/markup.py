"""An article in the languages that makers of PDFs read: HTML, TeX, troff, Typst, FO, OpenDocument."""

from collections.abc import Callable, Iterator
from html import escape

from articles import Article

PAGE = (150, 140)  # mm: every article takes more pages than one
FONTS = {"en": "DejaVu Serif", "zh": "Droid Sans Fallback"}


def _flow(
    article: Article,
    paragraph: Callable[[str], str],
    note: Callable[[str], str],
    table: Callable[[tuple[tuple[str, ...], ...]], str],
    plain: Callable[[str], str] = escape,
) -> Iterator[str]:
    half = len(article.paragraphs) // 2
    for index, text in enumerate(article.paragraphs):
        if index == half:
            yield table(tuple(tuple(map(plain, row)) for row in article.table))
        before, mark, after = text.partition("{}")
        yield paragraph(plain(before) + (note(plain(article.note)) if mark else "") + plain(after))


def _html_rows(rows: tuple[tuple[str, ...], ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)


def html(article: Article, style: str = "") -> str:
    """For browsers; the note stands behind the text."""
    body = "\n".join(
        _flow(
            article,
            lambda text: f"<p>{text}</p>",
            lambda _: "<sup>1</sup>",
            lambda rows: f"<table>{_html_rows(rows)}</table>",
        )
    )
    return f"""<!doctype html><html lang="{article.language}"><head><meta charset="utf-8">
<title>{escape(article.title)}</title><style>
@page {{ size: {PAGE[0]}mm {PAGE[1]}mm; margin: 18mm 14mm }}
html {{ font: 8.5pt/1.35 "{FONTS[article.language]}" }} p {{ margin: 0 0 1.5mm }}
h1 {{ font-size: 13pt }} table {{ border-collapse: collapse; margin: 1mm 0 3mm; font-size: 7.5pt }}
td {{ padding: .3mm 2mm; text-align: right; white-space: nowrap }} td:first-child {{ text-align: left }}
sup {{ font-size: 65%; line-height: 0 }}
.text {{ columns: 2; column-gap: 6mm; column-fill: auto; text-align: justify; hyphens: auto }}
.note {{ font-size: 7pt }} {style}</style></head><body><h1>{escape(article.title)}</h1>
<div class="text">{body}
<p class="note"><sup>1</sup> {escape(article.note)}</p></div></body></html>"""


_TEX = str.maketrans(
    {"%": r"\%", "$": r"\$", "&": r"\&", "£": r"\pounds{}", "€": r"\texteuro{}", "−": "$-$"}
)


def tex(article: Article, preamble: str) -> str:
    """For LaTeX."""
    body = "\n\n".join(
        _flow(
            article,
            str,
            lambda note: rf"\footnote{{{note}}}",
            lambda rows: (
                r"\noindent{\footnotesize\begin{tabular}{@{}lrrr@{}}\hline "
                + r"\\ ".join(" & ".join(row) for row in rows)
                + r"\\ \hline\end{tabular}}"
            ),
            lambda text: text.translate(_TEX),
        )
    )
    return rf"""{preamble}
\usepackage[paperwidth={PAGE[0]}mm,paperheight={PAGE[1]}mm,margin=14mm,top=20mm]{{geometry}}
\usepackage{{fancyhdr}}\pagestyle{{fancy}}\fancyhf{{}}
\fancyhead[L]{{{article.header}}}\fancyfoot[C]{{\thepage}}
\begin{{document}}
\twocolumn[{{\Large\bfseries {article.title.translate(_TEX)}\par}}\vspace{{3mm}}]\thispagestyle{{fancy}}
{body}
\end{{document}}"""


def troff(article: Article) -> str:
    """For groff's macros ms, with tbl."""
    body = "\n".join(
        _flow(
            article,
            lambda text: f".PP\n{text}",
            lambda note: f"\\**\n.FS\n{note}\n.FE\n\\&",
            lambda rows: ".TS\nl r r r.\n" + "\n".join("\t".join(row) for row in rows) + "\n.TE",
            lambda text: text,
        )
    )
    return f""".nr LL 17c
.nr PO 2c
.nr PS 10
.nr VS 12
.ds CH
.ds LH {article.header}
.ds CF \\n[%]
.TL
{article.title}
.2C
{body}
"""


def typst(article: Article) -> str:
    """For typst."""

    def plain(text: str) -> str:
        return "".join(f"\\{mark}" if mark in "\\$#*_`<>@~/-" else mark for mark in text)

    body = "\n\n".join(
        _flow(
            article,
            str,
            lambda note: f"#footnote[{note}]",
            lambda rows: (
                "#text(7.5pt, table(columns: 4, align: (left, right, right, right),  "
                + ", ".join(f"[{cell}]" for row in rows for cell in row)
                + "))"
            ),
            plain,
        )
    )
    return f"""#set document(title: "{article.title}", date: none)
#set page(width: {PAGE[0]}mm, height: {PAGE[1]}mm, margin: 16mm, columns: 2,
  header: [{article.header}], footer: align(center, context counter(page).display()))
#set text(8.5pt, font: ("Libertinus Serif", "Droid Sans Fallback"), lang: "{article.language}")
#set par(justify: true)
#place(top, scope: "parent", float: true, text(14pt, weight: "bold")[{plain(article.title)}])
{body}
"""


def fo(article: Article) -> str:
    """For Apache FOP, as XSL-FO."""

    def table(rows: tuple[tuple[str, ...], ...]) -> str:
        cells = (
            "<fo:table-row>"
            + "".join(
                f'<fo:table-cell><fo:block text-align="{"end" if place else "start"}">{cell}'
                "</fo:block></fo:table-cell>"
                for place, cell in enumerate(row)
            )
            + "</fo:table-row>"
            for row in rows
        )
        return (
            '<fo:table table-layout="fixed" width="100%" font-size="7pt" space-after="4pt">'
            f"<fo:table-body>{''.join(cells)}</fo:table-body></fo:table>"
        )

    mark = '<fo:inline font-size="65%" baseline-shift="super">1</fo:inline>'
    body = "\n".join(
        _flow(
            article,
            lambda text: f'<fo:block space-after="4pt">{text}</fo:block>',
            lambda note: (
                f"<fo:footnote>{mark}<fo:footnote-body><fo:block font-size='7pt'>{mark} {note}"
                "</fo:block></fo:footnote-body></fo:footnote>"
            ),
            table,
        )
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="'{FONTS[article.language]}'"
 font-size="8.5pt" line-height="11.5pt" language="{article.language}" hyphenate="true">
<fo:layout-master-set><fo:simple-page-master master-name="page" page-width="{PAGE[0]}mm"
 page-height="{PAGE[1]}mm" margin="10mm 14mm"><fo:region-body column-count="2" column-gap="6mm"
 margin="10mm 0"/><fo:region-before extent="8mm"/><fo:region-after extent="6mm"/>
</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="page">
<fo:static-content flow-name="xsl-region-before"><fo:block>{article.header}</fo:block>
</fo:static-content><fo:static-content flow-name="xsl-region-after"><fo:block text-align="center">
<fo:page-number/></fo:block></fo:static-content><fo:flow flow-name="xsl-region-body"
 text-align="justify"><fo:block span="all" font-size="13pt" space-after="8pt">{article.title}
</fo:block>{body}</fo:flow></fo:page-sequence></fo:root>"""


_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip


def open_document(article: Article) -> str:
    """For LibreOffice Writer, as flat OpenDocument text."""

    def table(rows: tuple[tuple[str, ...], ...]) -> str:
        return (
            '<table:table table:name="Results"><table:table-column '
            'table:number-columns-repeated="4"/>'
            + "".join(
                "<table:table-row>"
                + "".join(
                    '<table:table-cell office:value-type="string"><text:p text:style-name='
                    f'"{"Right" if place else "Left"}">{cell}</text:p></table:table-cell>'
                    for place, cell in enumerate(row)
                )
                + "</table:table-row>"
                for row in rows
            )
            + "</table:table>"
        )

    body = "\n".join(
        _flow(
            article,
            lambda text: f'<text:p text:style-name="Text">{text}</text:p>',
            lambda note: (
                '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1'
                '</text:note-citation><text:note-body><text:p text:style-name="Note">'
                f"{note}</text:p></text:note-body></text:note>"
            ),
            table,
        )
    )
    font, country = FONTS[article.language], {"en": "GB", "zh": "CN"}[article.language]
    letters = (
        f'fo:font-family="{font}" style:font-family-asian="{font}" fo:font-size="8.5pt" '
        f'style:font-size-asian="8.5pt" fo:language="{article.language}" fo:country="{country}" '
        'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"'
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<office:document {_NAMESPACES} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Text" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:margin-bottom="1.5mm" fo:hyphenation-ladder-count="no-limit"/>
<style:text-properties {letters}/></style:style>
<style:style style:name="Left" style:family="paragraph"><style:text-properties {letters}/>
</style:style><style:style style:name="Right" style:family="paragraph"><style:paragraph-properties
 fo:text-align="end"/><style:text-properties {letters}/></style:style>
<style:style style:name="Note" style:family="paragraph"><style:text-properties {letters.replace("8.5", "7")}/>
</style:style><style:style style:name="Title" style:family="paragraph"><style:text-properties
 fo:font-size="13pt" style:font-size-asian="13pt" fo:font-family="{font}"
 style:font-family-asian="{font}"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="Columns" style:family="section">
<style:section-properties><style:columns fo:column-count="2" fo:column-gap="6mm"/>
</style:section-properties></style:style><style:page-layout style:name="Page">
<style:page-layout-properties fo:page-width="{PAGE[0]}mm" fo:page-height="{PAGE[1]}mm"
 fo:margin="12mm"/><style:header-style><style:header-footer-properties fo:min-height="8mm"/>
</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm"/>
</style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Left">{article.header}</text:p></style:header>
<style:footer><text:p text:style-name="Right"><text:page-number>1</text:page-number></text:p>
</style:footer></style:master-page></office:master-styles><office:body><office:text>
<text:p text:style-name="Title">{article.title}</text:p>
<text:section text:style-name="Columns" text:name="Text">{body}</text:section>
</office:text></office:body></office:document>"""


def markdown(article: Article) -> str:
    """For pandoc."""
    body = "\n\n".join(
        _flow(
            article,
            str,
            lambda _: "[^1]",
            lambda rows: "\n".join(
                f"| {' | '.join(row)} |" + ("\n|:--|--:|--:|--:|" if row == rows[0] else "")
                for row in rows
            ),
            lambda text: text.replace("$", r"\$"),
        )
    )
    return f"---\ntitle: {article.title}\nlang: {article.language}\n---\n\n{body}\n\n[^1]: {article.note}\n"

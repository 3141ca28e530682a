"""energy-en/article.pdf from energy-en/article.txt: `python -m tests.draft.make_pdf`.

As a newsletter is set: two columns, hyphenated, with a running head and page numbers.
"""

from html import escape
from pathlib import Path

import weasyprint

ARTICLE = Path(__file__).parent / "energy-en" / "article.txt"
STYLE = """
@page { size: A5; margin: 22mm 14mm 18mm;
  @top-left { content: "The Utilities Letter"; font-size: 7.5pt }
  @top-right { content: "11 November 2025"; font-size: 7.5pt }
  @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 7.5pt } }
body { font: 8.5pt/1.35 serif; columns: 2; column-gap: 6mm; hyphens: auto; text-align: justify }
h1 { font-size: 14pt; line-height: 1.15; column-span: all; text-align: left; hyphens: none }
p { margin: 0 0 2mm }
"""


def main() -> None:
    """Write the PDF beside the text."""
    title, *paragraphs = ARTICLE.read_text(encoding="utf-8").split("\n\n")
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    page = f'<html lang="en"><style>{STYLE}</style><h1>{escape(title)}</h1>{told}</html>'
    weasyprint.HTML(string=page).write_pdf(ARTICLE.with_suffix(".pdf"))


if __name__ == "__main__":
    main()

"""The shipped one-pagers, and those of a second company, by validators that others wrote.

page-validation knows every rule of PDF/A-3a and PDF/UA-1; outloud listens to the tags as a person
would. Each has one false alarm, which is held here with its reason; whatever else they find fails.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import outloud
import page
import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet

from exporter.check import CheckedReport, check
from exporter.inputs.opened import Inputs
from exporter.report.pdf.attachments import attach_facts, facts_csv
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import OnePager
from exporter.report.themes.read import read_theme, shipped_themes, theme_place
from tests.writers.archive_fonts import font_faults
from tests.writers.reading_order import Tag, read_tags
from tests.writers.written import draw_onepager

NORVIK = Path(__file__).parent / "reports" / "norvik"
# In a CID-keyed font a glyph's width is what its charstring says on top of the `nominalWidthX` of the
# font dictionary that FDSelect gives it (Adobe Technical Notes 5176, section 19, and 5177, section
# 4.1); page-validation 0.11 adds that of another dictionary, or none.
WIDTH = re.compile(
    r"font object (\d+) 0 has rendered CID (\d+) width (-?[\d.]+) in its embedded CIDFontType0C"
    r" program but ([\d.]+) in /W or /DW"
)
WIDTH_RULES = {"pdfa-3a": "PDFA3A-TRUETYPE-GLYPH-WIDTH-001", "pdfua-1": "PDFUA1-FONT-GLYPH-WIDTH-001"}  # fmt: skip

CASES = {
    "alibaba-ai-en": ("alibaba-ai", "desk", "en"),
    "alibaba-ai-zh": ("alibaba-ai", "desk", "zh"),
    "norvik-midnight-zh": ("norvik", "midnight", "zh"),
    "norvik-plain-en": ("norvik", "plain", "en"),
}


@pytest.fixture(scope="module")
def reports(checked: CheckedReport) -> dict[str, CheckedReport]:
    return {"alibaba-ai": checked, "norvik": check(NORVIK)}


@pytest.fixture(scope="module", params=CASES)
def drawn(
    request: pytest.FixtureRequest, reports: dict[str, CheckedReport], built: Path
) -> tuple[OnePager, bytes]:
    """A shipped page, or one of the second company in a theme, with its facts inside."""
    name, theme, lang = CASES[request.param]
    look, problems = read_theme(theme_place(theme, (), Inputs.of(shipped_themes()[theme].parent)))
    assert not problems
    checked = reports[name]
    report = checked.report.model_copy(update={"theme": look})
    evidence, views, (defined,) = checked.evidence, checked.views, report.one_pagers
    laid_out = lay_out_onepager(report, defined, evidence, views, checked.sources, lang)
    if name == built.name:
        return laid_out, (built / f"{defined.name}.{lang}.pdf").read_bytes()
    csv = attach_facts(facts_csv(report, defined, evidence, views), lang)
    return laid_out, draw_onepager(laid_out, [csv])


@pytest.mark.parametrize("profile", WIDTH_RULES)
def test_page_validation_finds_nothing_but_widths_that_are_right(
    drawn: tuple[OnePager, bytes], profile: str
) -> None:
    _, content = drawn
    report = page.validate_pdf_bytes(content, profile=profile)
    assert report.rules.total > 80
    assert {failure.rule_id for failure in report.failures} <= {WIDTH_RULES[profile]}
    with pikepdf.open(BytesIO(content)) as pdf:
        for failure in report.failures:
            told = WIDTH.fullmatch(failure.message)
            assert told, failure.message
            font, glyph, found, expected = told.groups()
            own, others = nominal_widths(pdf.get_object(int(font), 0), int(glyph))
            added = float(found) - (float(expected) - own)
            assert added != own
            assert any(added == pytest.approx(other, abs=1) for other in (0, *others))
        # The validator stops at the first; these are all of them, by another library.
        assert list(font_faults(pdf)) == []


def nominal_widths(font: pikepdf.Object, glyph: int) -> tuple[float, set[float]]:
    """What a glyph's width adds to, by its own font dictionary and by the others."""
    (own,) = font.DescendantFonts
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(own.FontDescriptor.FontFile3.read_bytes()), None)
    top = fonts[0]
    widths = [float(one.Private.nominalWidthX) for one in top.FDArray]
    chosen = widths[top.FDSelect[top.charset.index(f"cid{glyph:05d}")]]
    return chosen, {*widths} - {chosen}


def test_page_validation_would_find_a_fault(drawn: tuple[OnePager, bytes]) -> None:
    with pikepdf.open(BytesIO(drawn[1])) as pdf:
        del pdf.Root.Lang
        del pdf.Root.OutputIntents
        broken = BytesIO()
        pdf.save(broken)
    for profile, rule in WIDTH_RULES.items():
        found = page.validate_pdf_bytes(broken.getvalue(), profile=profile).failures
        assert {failure.rule_id for failure in found} - {rule}


def test_outloud_hears_all_of_it(drawn: tuple[OnePager, bytes], tmp_path: Path) -> None:
    laid_out, content = drawn
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    heard = outloud.check(str(path))
    assert heard.error is None
    assert sum(run.status == "ran" for run in heard.runs) > 60
    assert not [run for run in heard.runs if run.status == "crashed"]
    findings = [finding for finding in heard.findings if not is_brief_chinese(finding, laid_out)]
    assert findings == []


def is_brief_chinese(finding: "outloud.Finding", laid_out: OnePager) -> bool:
    """Whether a picture's text is no language only since Chinese takes so few letters.

    outloud wants half of a text to be letters, as in English; in Chinese a name is four of them,
    and the price behind it six figures.
    """
    if (finding.rule, laid_out.lang) != ("FIG-012", "zh") or laid_out.picture is None:
        return False
    said = laid_out.picture.alt_text
    letters = sum(letter.isalpha() for letter in said)
    return 0.4 < letters / len(said) < 0.5 and len(re.findall(r"[一-鿿]{2,}", said)) > 8


def test_a_screen_reader_goes_as_eyes_do(drawn: tuple[OnePager, bytes]) -> None:
    laid_out, content = drawn
    tags = read_tags(content)
    assert list(tags.out_of_order()) == []
    heard = squeezed(tags.texts())
    places = []
    for text in parts_in_order(laid_out):
        wanted, start = squeezed([text]), places[-1] if places else 0
        assert wanted in heard[start:], f"{text!r} comes before what should go before it"
        places.append(heard.index(wanted, start) + len(wanted))


def parts_in_order(laid_out: OnePager) -> Iterator[str]:
    """What the page is made of, from its title to its last line."""
    labels = laid_out.labels
    yield from (laid_out.title, laid_out.edition, labels["views"])
    yield from (card.broker for card in laid_out.cards)
    yield labels["source"]
    if laid_out.comparison:
        yield laid_out.comparison.heading
        yield from (row[0] for row in laid_out.comparison.rows)
        yield labels["source"]
    yield labels["figures"]
    yield from (figure.metric for figure in laid_out.figures)
    yield labels["source"]
    if laid_out.picture:
        yield from (laid_out.picture.title, laid_out.picture.alt_text, labels["source"])
    yield labels["disclosures"]
    yield from laid_out.disclosures


def squeezed(texts: "Iterator[str] | list[str]") -> str:
    """Texts as one, without white space, and whole where a hyphen ended a line."""
    return "".join("".join(texts).replace("\x02", "-").split())


@pytest.mark.parametrize("swapped", ["Sect", "TR", "LI"])
def test_another_order_of_tags_is_seen(drawn: tuple[OnePager, bytes], swapped: str) -> None:
    tags = read_tags(drawn[1])
    parents = (tag for tag in every(tags) if [kid.kind for kid in tag.kids].count(swapped) > 1)
    next(parents).kids.reverse()
    assert list(tags.out_of_order())


def every(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        yield from every(kid)

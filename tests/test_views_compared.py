"""A one-pager of brokers who rate and expect: compared, drawn, proved, and made anew."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from exporter.build import build
from exporter.check import check
from exporter.facts.words import LANGUAGES, Lang
from exporter.proof.pdf import compare_onepager
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import OnePager, Picture, TargetRange
from exporter.report.standing import standing_of
from exporter.verify import verify
from tests.writers.written import draw_onepager

NORVIK = Path(__file__).parent / "reports" / "norvik"
Pages = Mapping[tuple[str, Lang], OnePager]
SHARED = "{en: Value of shipping, zh: 航运业务价值}"
MORE_PAGES = """
  - name: shared
    title: {en: Shared drivers, zh: 共同驱动因素}
    brokers: [Osterby Bank, Marchetti]
    picture:
      title: {en: Results, zh: 业绩}
      facts: [group-result, group-result-2025-q3, gross-profit, gross-profit-2025-q3]
  - name: single
    title: {en: One house, zh: 一家机构}
    brokers: [Kaname Research]
    picture: none
"""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def laid_out(folder: Path) -> dict[tuple[str, Lang], OnePager]:
    """The one-pagers of a report, by name and language."""
    checked = check(folder)
    assert checked.definition
    assert not checked.problems
    standing = standing_of(checked.definition.report, checked.evidence)
    report, evidence = standing.report, standing.upheld
    return {
        (page.name, lang): lay_out_onepager(
            report, page, evidence, checked.views, checked.sources, lang
        )
        for page in report.one_pagers
        for lang in LANGUAGES
    }


@pytest.fixture(scope="module")
def shipped() -> OnePager:
    return laid_out(NORVIK)["broker-views", "en"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Pages of the same report, in which two brokers share a driver."""
    folder = tmp_path_factory.mktemp("reports") / "norvik"
    shutil.copytree(NORVIK, folder)
    with (folder / "report.yaml").open("a", encoding="utf-8") as definition:
        definition.write(MORE_PAGES)
    edit(folder / "views.yaml", "{en: Freight rates, zh: 运价}", SHARED)
    return laid_out(folder)


def test_a_matrix_stands_where_a_driver_is_shared(pages: Pages) -> None:
    page = pages["shared", "en"]
    assert page.comparison is None
    assert ("Value of shipping", (True, True)) in page.matrix.rows


def test_losses_and_pairs_are_drawn_as_what_they_are(pages: Pages) -> None:
    picture = pages["shared", "en"].picture
    assert isinstance(picture, Picture)
    assert [(bar.label, bar.period, bar.is_earlier) for bar in picture.bars] == [
        ("Operating result", "Q3 2025", True),
        ("", "Q3 2026", False),
        ("Gross profit", "Q3 2025", True),
        ("", "Q3 2026", False),
    ]
    assert [round(bar.share * 419) for bar in picture.bars] == [57, -38, 401, 419]


def test_no_picture_and_no_comparison_of_one(pages: Pages) -> None:
    page = pages["single", "zh"]
    assert page.picture is None
    assert page.comparison is None
    terms = dict(page.cards[0].terms)
    assert terms["评级"] == "中性（维持）"
    assert terms["目标价"] == "18.00欧元（原20.00欧元）"
    assert terms["目标空间"] == "−2.2%（现价18.40欧元）"


def test_the_upside_is_calculated_from_the_price_and_told_so(shipped: OnePager) -> None:
    assert not shipped.matrix.rows
    comparison = shipped.comparison
    assert comparison
    assert [column.key for column in comparison.columns] == [
        "broker", "rating", "previous_rating", "target", "previous_target", "upside", "analyst",
        "report_date",
    ]  # fmt: skip
    assert comparison.rows[0] == (
        "Hallam Securities", "Reduce", "Hold", "€15.50", "€19.00", "−15.8%", "Ida Moen",
        "30 Oct 2026",
    )  # fmt: skip
    assert comparison.rows[1][-2] == "–"
    assert "€18.40 (28 Oct 2026)" in comparison.note
    assert "Norvik Group" in shipped.sources["comparison"]
    picture = shipped.picture
    assert isinstance(picture, TargetRange)
    assert picture.price == "Share price €18.40 (28 Oct 2026)"
    assert [target.earlier for target in picture.targets] == ["€19.00", "", "€18.00", "€20.00"]


def test_figures_stand_beside_those_of_a_year_ago(shipped: OnePager) -> None:
    figures = {figure.id: figure.before for figure in shipped.figures}
    told = {
        id_: (before.as_of, before.figure, before.change)
        for id_, before in figures.items()
        if before
    }
    assert told == {
        "group-revenue": ("Q3 2025", "€1,745 mn", "+6.7%"),
        "group-result": ("Q3 2025", "€57 mn", ""),  # a loss after a profit is no share of it
        "batteries-result": ("Q3 2025", "−NOK 204 mn", ""),
        "japan-share": ("Q3 2025", "21.0%", "+2.5 pp"),
    }


def test_every_page_is_one_and_shows_what_was_laid_out(pages: Pages, tmp_path: Path) -> None:
    """But for the page that is built, and so proved, below."""
    for (name, lang), page in pages.items():
        if name == "broker-views":
            continue
        path = tmp_path / f"{name}.{lang}.pdf"
        path.write_bytes(draw_onepager(page))
        assert compare_onepager(page, path) == []
        document = pypdfium2.PdfDocument(path)
        assert len(document) == 1
        document.close()


def test_a_changed_comparison_is_told(shipped: OnePager, tmp_path: Path) -> None:
    path = tmp_path / "broker-views.en.pdf"
    path.write_bytes(draw_onepager(shipped))
    assert compare_onepager(shipped, path) == []
    assert shipped.comparison
    first, *others = shipped.comparison.rows
    changed = tuple("−14.8%" if text == "−15.8%" else text for text in first)
    comparison = replace(shipped.comparison, rows=(changed, *others))
    told = compare_onepager(replace(shipped, comparison=comparison), path)
    assert ("upside of Hallam Securities", "−14.8%") in {(one.what, one.expected) for one in told}


def test_a_set_is_made_anew_from_its_manifest(tmp_path: Path) -> None:
    shutil.copytree(NORVIK, tmp_path / "norvik")
    build(tmp_path / "norvik", tmp_path / "built", ["en"])
    assert not verify(tmp_path / "built").differences


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        ("views.yaml", "price: share-price", "price: share", "`price`: there is no fact 'share'"),
        ("views.yaml", "price: share-price", "price: freight-rate", "`price`: the fact 'freight-rate' is in USD per TEU, and the target price in EUR"),
        ("views.yaml", "price: share-price", "price: revenue-2026", "`price`: the fact 'revenue-2026' is no single number"),
        ("report.yaml", "before: group-revenue-2025-q3", "before: gross-profit-2025-q3", "'gross-profit-2025-q3' is not of the entity, metric and unit of 'group-revenue'"),
        ("report.yaml", "before: group-revenue-2025-q3", "before: group-revenue", "'group-revenue' is of the same period as 'group-revenue'"),
    ],
)  # fmt: skip
def test_what_is_no_price_and_no_pair_is_refused(
    tmp_path: Path, file: str, old: str, new: str, wrong: str
) -> None:
    folder = tmp_path / "norvik"
    shutil.copytree(NORVIK, folder)
    edit(folder / file, old, new)
    assert wrong in {problem.wrong for problem in check(folder).problems}

"""The evidence page as it is laid out: what it lists, in which words, and what it depends on."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exporter.evidence.check import check_evidence
from exporter.facts.fact_set import collect
from exporter.facts.table import FACTS
from exporter.report.html.layout import lay_out_evidence
from exporter.report.html.model import EvidenceEntry, EvidencePage
from tests.figured_report import make_figured_report

if TYPE_CHECKING:
    from exporter import CheckedReport
    from exporter.facts.words import Lang


def lay_out(checked: "CheckedReport", lang: "Lang") -> EvidencePage:
    return lay_out_evidence(checked.report, checked.evidence, checked.views, checked.sources, lang)


def claims(page: EvidencePage) -> dict[str, EvidenceEntry]:
    return {claim.id: claim for group in page.groups for claim in group.claims}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_fact_and_view_is_listed_once(checked: "CheckedReport", lang: "Lang") -> None:
    page = lay_out(checked, lang)
    listed = [claim.id for group in page.groups for claim in group.claims]
    expected = [
        *checked.evidence.facts.table()["id"].to_pylist(),
        *(view.id for view in checked.views),
    ]
    assert sorted(listed) == sorted(expected)
    entities = [entity.name.in_(lang) for entity in checked.report.entities]
    assert [group.heading for group in page.groups][:-1] == entities


def test_a_figure_is_told_as_the_workbook_tells_it(checked: "CheckedReport") -> None:
    en, zh = (claims(lay_out(checked, lang)) for lang in ("en", "zh"))
    downloads = en["modelscope-downloads"]
    assert (downloads.value, downloads.unit) == ("> 100,000,000", "downloads")
    assert ("Qualifier", "over") in downloads.details
    assert [state.words for state in downloads.states] == ["Quote verified", "Figure confirmed"]
    assert downloads.quotation.lang == "zh"
    assert downloads.quotation.translation == "AI model downloads have passed 100 million"
    assert downloads.quotation.url.startswith(
        "https://tech.caijing.com.cn/20231101/4968451.shtml#:~:text="
    )
    share = zh["alibaba-cloud-tech-companies"]
    assert (share.value, share.unit) == ("80%", "")
    assert share.quotation.translation == "", "the quote is in the page's language"
    assert "出处" in dict(share.details)


def test_a_view_is_told_with_its_drivers_and_terms(checked: "CheckedReport") -> None:
    view = claims(lay_out(checked, "en"))["cicc-taobao-tmall"]
    assert view.heading == "CICC on Taobao and Tmall"
    assert view.topic == "Taobao and Tmall"
    assert "Computing power" in view.points
    assert view.details[0] == ("Stance", "Positive")


def without_texts(checked: "CheckedReport") -> "CheckedReport":
    """The report as a clean clone checks it: by fingerprints alone."""
    sources = {id_: replace(source, text=None) for id_, source in checked.sources.items()}
    facts = checked.evidence.facts.table().select(FACTS.names)
    evidence = check_evidence(collect([facts]), checked.views, sources)
    return replace(checked, sources=sources, evidence=evidence)


def test_without_the_texts_the_page_is_the_same_but_for_the_context(
    mini_report_checked: "CheckedReport",
) -> None:
    having, lacking = (
        claims(lay_out(one, "en"))
        for one in (mini_report_checked, without_texts(mini_report_checked))
    )
    assert any(claim.quotation.in_context for claim in having.values())
    bare = {
        id_: replace(claim, quotation=replace(claim.quotation, before="", after=""))
        for id_, claim in having.items()
    }
    assert lacking == bare


@pytest.fixture
def mini_report_checked(mini_report: object) -> "CheckedReport":
    from exporter import check

    return check(mini_report)  # type: ignore[arg-type]


def test_what_is_not_proved_is_told_in_words(mini_report_checked: "CheckedReport") -> None:
    facts = mini_report_checked.evidence.facts.table().select(FACTS.names)
    wrong = facts["quote"].to_pylist()
    wrong[0] = "Example Motors delivered nothing at all"
    index = facts.schema.get_field_index("quote")
    evidence = check_evidence(
        collect([facts.set_column(index, "quote", [wrong])]),
        mini_report_checked.views,
        mini_report_checked.sources,
    )
    page = lay_out(replace(mini_report_checked, evidence=evidence), "en")
    states = claims(page)["deliveries"].states
    assert [(one.key, one.words, one.tone) for one in states] == [
        ("quote:not-found", "Quote not found in the source", "doubt"),
        ("figure:not-stated", "Figure not stated in the quote", "doubt"),
    ]
    assert {("1", "quote not found"), ("1", "view"), ("3", "facts")} <= set(page.counts)
    assert ("1", "条观点") in lay_out(mini_report_checked, "zh").counts
    assert {state.key for group in page.states.values() for state, _ in group} >= {
        "quote:verified", "quote:not-found", "figure:not-stated", "figure:text",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "of_figures", "of_none"),
    [
        ("en", "Figures in the text checked against the quote", "No figure to check"),
        ("zh", "文中数值已对照原文核对", "文字表述，无数值"),
    ],
)
def test_texts_whose_figures_were_checked_are_told_so(
    tmp_path: Path, lang: "Lang", of_figures: str, of_none: str
) -> None:
    from exporter import check

    make_figured_report(tmp_path / "mini")
    page = lay_out(check(tmp_path / "mini"), lang)
    told = {id_: [state.words for state in claim.states][1:] for id_, claim in claims(page).items()}
    assert told["plants"] == [of_figures]  # 17 plants run it
    assert told["example-securities"] == [of_figures]
    assert of_none in chain.from_iterable(told.values())
    named = {state.key: state.words for group in page.states.values() for state, _ in group}
    assert (named["figure:checked-text"], named["figure:text"]) == (of_figures, of_none)

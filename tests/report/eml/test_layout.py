"""A report as a message: what it says, in which order, and what it links to."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exporter.report.eml.layout import EVIDENCE, WORKBOOK, Basis, lay_out_message
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import Addressing
from exporter.report.pdf.layout import lay_out_onepager
from tests.golden import check_golden

if TYPE_CHECKING:
    from exporter import CheckedReport
    from exporter.facts.words import Lang


def basis(checked: "CheckedReport", lang: "Lang", times: int = 1) -> Basis:
    """What a message of the shipped report is laid out from, its one-pager so many times."""
    report, evidence, views, sources = (
        checked.report,
        checked.evidence,
        checked.views,
        checked.sources,
    )
    pages = [
        lay_out_onepager(report, page, evidence, views, sources, lang)
        for page in report.one_pagers * times
    ]
    return Basis("alibaba-ai", report, pages, evidence, views, sources, lang)  # fmt: skip


def test_it_says_what_the_one_pager_says(checked: "CheckedReport") -> None:
    about = basis(checked, "en")
    message, (page,) = lay_out_message(about), about.pages
    assert message.subject == "Alibaba’s AI across its businesses (1 Nov 2023)"
    assert (message.kicker, message.headline) == (checked.report.title.en, page.title)
    assert (message.subtitle, message.as_of) == (page.subtitle, "As of 1 Nov 2023")
    (section,) = message.sections
    assert section.title == "", "the headline is the page's own"
    assert [view.thesis for view in section.views] == [card.thesis for card in page.cards]
    assert section.views[0].heading == "CICC on Taobao and Tmall"
    assert section.views[0].stance_label == "Positive"
    told = [(one.metric, one.figure, one.unit) for one in section.figures]
    assert told == [(one.metric, one.figure, one.unit) for one in page.figures]
    assert ("Model downloads", "> 100 million", "downloads") in told
    assert message.disclosures == page.disclosures
    assert message.file_name == "alibaba-ai.en.eml"


def test_it_speaks_chinese(checked: "CheckedReport") -> None:
    message = lay_out_message(basis(checked, "zh"))
    assert message.subject == "阿里巴巴各业务AI进展（2023年11月1日）"
    assert message.preheader == "中金公司：看好；招商证券：看好；国泰君安：看好"
    assert message.sections[0].figures[0].note == "淘宝问问，2023年11月1日"
    assert message.file_name == "alibaba-ai.zh.eml"


def test_links_open_the_source_at_the_quote_and_sources_are_named_once(
    checked: "CheckedReport",
) -> None:
    message = lay_out_message(basis(checked, "en"))
    ((line, address),) = message.sources
    assert line.startswith("Caijing, “")
    (section,) = message.sections
    links = [one.link for one in (*section.views, *section.figures)]
    assert all(link.startswith(f"{address}#:~:text=") for link in links)
    assert len(set(links)) > len(section.views)


def test_it_does_not_depend_on_whether_the_texts_are_at_hand(checked: "CheckedReport") -> None:
    about = basis(checked, "en")
    bare = {id_: replace(source, text=None) for id_, source in checked.sources.items()}
    assert lay_out_message(replace(about, sources=bare)) == lay_out_message(about)


@pytest.mark.parametrize(
    ("attach", "names"),
    [
        ([], ["broker-views.en.pdf"]),
        ([WORKBOOK], ["broker-views.en.pdf", "business-lines.en.xlsx", "foundations.en.xlsx"]),
        ([EVIDENCE], ["broker-views.en.pdf", "evidence.en.html"]),
    ],
)
def test_what_is_attached_is_a_file_of_the_build_and_is_told(
    checked: "CheckedReport", attach: list[str], names: list[str]
) -> None:
    message = lay_out_message(basis(checked, "en"), attach)
    assert [one.name for one in message.enclosures] == names
    told = " ".join(message.evidence)
    assert ("workbook" in told, "evidence page" in told) == (WORKBOOK in attach, EVIDENCE in attach)


def test_several_one_pagers_are_told_one_after_another(checked: "CheckedReport") -> None:
    message = lay_out_message(basis(checked, "en", times=2))
    assert (message.kicker, message.headline) == ("", checked.report.title.en)
    assert [one.title for one in message.sections] == ["Three brokers on Alibaba’s AI"] * 2
    assert len(message.disclosures) == 2, "each once"
    assert message.preheader.count("CICC") == 1


def test_without_one_pagers_the_workbooks_are_the_report(checked: "CheckedReport") -> None:
    message = lay_out_message(replace(basis(checked, "en"), pages=[]))
    assert message.sections == ()
    assert [one.name for one in message.enclosures] == [
        "business-lines.en.xlsx",
        "foundations.en.xlsx",
    ]
    assert message.headline == checked.report.title.en
    assert message.preheader == message.enclosures[0].description
    assert len(message.evidence) == 1, "there is no figure above to speak of"


def test_a_page_without_views_or_figures_is_told_by_its_title(checked: "CheckedReport") -> None:
    about = basis(checked, "en")
    page = replace(about.pages[0], cards=(), figures=())
    message = lay_out_message(replace(about, pages=[page]))
    assert message.preheader == message.subtitle
    assert message.sources == ()


def test_what_is_not_proved_says_so(checked: "CheckedReport") -> None:
    from exporter.errors import Problem

    doubted = replace(checked.evidence, problems=(Problem("views.yaml", 1, "cicc-taobao-tmall", "x", "y"),))  # fmt: skip
    message = lay_out_message(basis(replace(checked, evidence=doubted), "en"))
    assert message.sections[0].views[0].terms == ("Evidence: not proved by its quote",)
    assert message.evidence[0] == "What is not proved by its quote is marked as such above."


def test_everyone_gets_it_once() -> None:
    li, wu, again = Mailbox("Li", "li@b.example"), Mailbox("", "wu@b.example"), Mailbox("", "LI@b.example")  # fmt: skip
    assert Addressing((li,), (wu,), (again,)).recipients == (li, wu)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_bodies_read_as_they_did(mini_report: Path, lang: "Lang") -> None:
    from exporter import check
    from exporter.writers.eml import draw_bodies

    bodies = draw_bodies(lay_out_message(basis(check(mini_report), lang), [WORKBOOK, EVIDENCE]))
    check_golden(f"message/example.{lang}.txt", bodies.text)
    check_golden(f"message/example.{lang}.html", bodies.html)


def test_marks_of_direction_in_a_title_stay_out_of_the_subject(checked: "CheckedReport") -> None:
    about = basis(checked, "en")
    title = about.report.title._replace(en="\u200eAlibaba\u202e’s AI")
    marked = replace(about, report=about.report.model_copy(update={"title": title}))
    assert lay_out_message(marked).subject == "Alibaba’s AI (1 Nov 2023)"

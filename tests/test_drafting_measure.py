"""The labelled articles are sound, and the measure counts what it says."""

from functools import cache
from pathlib import Path

import pytest

from benchmarks.drafting.drafted import DraftedFact, DraftedView, Drafts, names_in, read_drafts
from benchmarks.drafting.judged import judge
from benchmarks.drafting.labels import articles_in
from benchmarks.drafting.names import are_same_metrics, are_same_periods, measure_of
from benchmarks.drafting.soundness import faults_of
from benchmarks.drafting.table import misses_of, table_of
from exporter.evidence.documents import read_document
from exporter.limits import READING

pytestmark = pytest.mark.usefixtures("unconfined")

SET = Path(__file__).parent / "draft"
FOLDERS = sorted(path.parent for path in SET.glob("*/labels.csv"))
ARTICLES = [article for folder in FOLDERS for article in articles_in(folder)]


def text_of(article):
    return _text_of(article.file.name, article.file.read_bytes())


@cache  # each document is read in a process of its own
def _text_of(name, content):
    return read_document(name, content, READING).text


def perfect(article):
    """Drafts that say of every figure what its label says first."""
    facts = [
        DraftedFact(
            f"f-{order}", label.value, label.high, label.unit[:1], label.qualifier[0] or "exact",
            label.entity[0], label.period[0], label.status[0] or "achieved", label.metric[:1],
            label.attribution[:1], label.at.replace("⟦", "").replace("⟧", ""),
        )
        for order, label in enumerate(article.labels)
    ]  # fmt: skip
    views = [
        DraftedView(
            f"v-{order}", view.broker[0], view.subject[:1], view.stance[0], view.rating[:1],
            view.target_price, view.currency, view.at,
        )
        for order, view in enumerate(article.views)
    ]  # fmt: skip
    return Drafts(text_of(article), tuple(facts), tuple(views), 0)


def test_the_set_is_as_large_and_as_mixed_as_it_says():
    counted = {
        article.name.partition(".")[0]: sum(not label.optional for label in article.labels)
        for article in ARTICLES
    }
    languages = [
        article.source["language"] for article in ARTICLES if article.file.suffix != ".pdf"
    ]
    assert sum(counted.values()) >= 250
    assert (languages.count("en"), languages.count("zh")) == (5, 5)
    assert {article.file.suffix for article in ARTICLES} == {".md", ".txt", ".pdf", ".html"}
    assert sum(bool(article.views) for article in ARTICLES) >= 4


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_labels_are_sound_and_drafts_that_say_the_same_are_all_right(article):
    names = names_in(article.report)
    assert faults_of(article, text_of(article), names) == []
    judged = judge(article, perfect(article), names)
    assert list(misses_of(judged)) == []
    assert len(judged.found) == sum(not label.optional for label in article.labels)


HEAD = "at,value,high,unit,qualifier,entity,period,status,metric,attribution,optional\n"
TEXT = (
    "Example Motors sold 1.2 million cars in 2024, up 5% from 2023. It expects sales of $20 billion to "
    "$22 billion this year.\n\nFounded in 1990, it has two plants.\n"
)
LABELS = (
    "sold ⟦1.2 million⟧ cars,1.2,,million cars|million vehicles,,Example Motors,2024,,cars sold|car sales,,\n"
    "up ⟦5%⟧ from,5,,%,,Example Motors,2024,,car sales growth,,\n"
    "sales of ⟦$20 billion to $22 billion⟧ this,20,22,USD billion,,Example Motors,2025,planned,sales|revenue,|It,\n"
    "has ⟦two⟧ plants,2,,plants,,Example Motors,,,plants,,yes\n"
)
QUOTE = "Example Motors sold 1.2 million cars in 2024"
RIGHT = f"""
- defaults: {{entity: Example Motors, source: article}}
- {{id: a, metric: Cars sold, value: 1200000, unit: {{en: cars, zh: 辆汽车}}, period: 2024-01/2024-12, quote: "{QUOTE}"}}
- {{id: b, metric: {{en: growth of car sales, zh: 销量增长}}, value: 5, unit: "%", period: 2024, quote: up 5% from 2023}}
- id: c
  metric: Revenue
  value: {{from: 20000, to: 22000}}
  unit: USD million
  period: 2025
  status: planned
  quote: It expects sales of $20 billion to $22 billion this year
"""
VIEWS = "broker,subject,stance,rating,target_price,currency,at\nHill & Co,Example Motors,positive,Buy,,,it has\n"
SHARES = ("recall", "precision", "entity", "period", "status", "metric", "attribution")


def measured(folder, drafts, text=TEXT, labels=LABELS, views=""):
    """The shares of one article, by the names of the table's columns, and all misses."""
    (folder / "article.md").write_text(text, encoding="utf-8")
    (folder / "labels.csv").write_text(HEAD + labels, encoding="utf-8")
    (folder / "source.yaml").write_text("published: 2025-02-01\npublisher: Paper\n")
    (folder / "report.yaml").write_text(
        "entities: [{name: {en: Example Motors, zh: 例车}, aliases: [EM]}]\n", encoding="utf-8"
    )
    if views:
        (folder / "views.csv").write_text(views)
    (article,) = articles_in(folder)
    judged = judge(
        article, read_drafts(drafts.encode(), text_of(article)), names_in(article.report)
    )
    head, row = table_of([judged]).split("\n")[:2]
    shares = dict(zip(head.split()[2:9], row.split()[2:9], strict=True))
    return shares, list(misses_of(judged)), row.split()


def test_drafts_that_are_right_in_other_words_are_right(tmp_path):
    shares, misses, _ = measured(tmp_path, RIGHT)
    assert misses == []
    assert shares == dict.fromkeys(SHARES, "1.000")


@pytest.mark.parametrize(
    ("old", "new", "share", "miss"),
    [
        ("1200000", "1300000", {"recall": "0.667", "precision": "0.667"}, "missed: sold ⟦1.2 million⟧"),
        ('unit: "%"', "unit: pp", {"recall": "0.667", "precision": "0.667"}, "expected %, drafted pp"),
        ("辆汽车}", "辆汽车}, qualifier: about", {"recall": "0.667"}, "qualifier: sold ⟦1.2 million⟧"),
        ("cars, zh: 辆汽车", "trucks, zh: 辆卡车", {"recall": "0.667"}, "unit: sold ⟦1.2 million⟧"),
        ("to: 22000", "to: 23000", {"recall": "0.667", "precision": "0.667"}, "20 to 22 USD billion"),
        ("period: 2024,", "period: 2023,", {"recall": "1.000", "period": "0.667"}, "expected 2024"),
        ("status: planned", "status: achieved", {"status": "0.667"}, "expected planned"),
        ("metric: Revenue", "metric: Margin", {"metric": "0.667"}, "drafted Margin"),
        ("status: planned", "status: planned\n  attribution: Ann Lee", {"attribution": "0.667"}, "drafted Ann Lee"),
        ("status: planned", "status: planned\n  entity: Other", {"entity": "0.667"}, "drafted Other"),
    ],
)  # fmt: skip
def test_each_fault_is_counted_where_it_belongs(tmp_path, old, new, share, miss):
    assert old in RIGHT
    shares, misses, _ = measured(tmp_path, RIGHT.replace(old, new))
    assert share.items() <= shares.items()
    assert any(miss in line for line in misses)


def test_a_trap_and_a_second_draft_count_against_precision_and_an_optional_one_does_not(tmp_path):
    more = (
        '- {id: d, metric: Year, value: 1990, quote: "Founded in 1990, it has two plants"}\n'
        f'- {{id: e, metric: Cars sold, value: 1.2, unit: {{en: million cars, zh: 百万辆}}, quote: "{QUOTE}"}}\n'
        "- {id: f, metric: Plants, value: 2, unit: {en: plants, zh: 座工厂}, quote: it has two plants}\n"
    )
    shares, misses, _ = measured(tmp_path, RIGHT + more)
    assert shares["recall"] == "1.000"
    assert shares["precision"] == "0.600"
    assert len(misses) == 2


def test_views_doubts_and_texts_are_counted(tmp_path):
    printed = "facts:" + RIGHT.replace("\n", "\n  ").replace("id: b,", "id: b, review: which cars?,") + """
  - {id: t, metric: Plan, value: {en: to grow, zh: 增长}, quote: it has two plants}
views:
  - {id: v, broker: Hill & Co, subject: Example Motors, stance: positive, rating: buy, quote: it has two plants}
"""  # fmt: skip
    _, misses, row = measured(tmp_path, printed, views=VIEWS)
    assert misses == []
    assert row[9:] == ["1", "1.000", "1.000", "0.333", "1"]
    _, misses, row = measured(tmp_path, printed.replace("rating: buy", "rating: hold"), views=VIEWS)
    assert row[9:12] == ["1", "0.000", "0.000"]
    assert "expected Buy, drafted hold" in misses[0]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("sold ⟦1.3 million⟧ cars,1.3,,cars,,,,,cars sold,,\n", "stands 0 times"),
        ("sold 1.2 million cars,1.2,,cars,,,,,cars sold,,\n", "no figure is marked"),
        ("sold ⟦1.2 million⟧ cars,1.2,,cars,roughly,,,,cars sold,,\n", "no qualifier"),
        ("sold ⟦1.2 million⟧ cars,1.2,,cars,,Nobody,,,cars sold,,\n", "no entity"),
        ("sold ⟦1.2 million⟧ cars,1.2,,cars,,,summer,,cars sold,,\n", "no period"),
        ("sold ⟦1.2 million⟧ cars,1.2,,cars,,,,hoped,cars sold,,\n", "no status"),
        ("sold ⟦1.2 million⟧ cars,1.2,,cars,,,,,,,\n", "no metric"),
    ],
)
def test_labels_that_cannot_be_right_are_told(tmp_path, row, wrong):
    measured(tmp_path, RIGHT)
    (tmp_path / "labels.csv").write_text(HEAD + row, encoding="utf-8")
    (article,) = articles_in(tmp_path)
    told = "\n".join(faults_of(article, TEXT, names_in(article.report)))
    assert wrong in told


def test_a_table_without_a_column_and_a_value_that_is_none_are_told(tmp_path):
    measured(tmp_path, RIGHT)
    (tmp_path / "labels.csv").write_text(HEAD.replace("high,", ""))
    with pytest.raises(ValueError, match="no column high"):
        articles_in(tmp_path)
    (tmp_path / "labels.csv").write_text(HEAD + "a,many,,,,,,,b,,\n")
    with pytest.raises(ValueError, match=r"labels\.csv:2: .*many"):
        articles_in(tmp_path)


@pytest.mark.parametrize(
    ("drafted", "accepted", "same"),
    [
        (("pence",), "GBP", True),
        (("万辆",), "vehicles", False),
        (("万辆",), "辆", True),
        (("units",), "辆", True),
        (("premium stores",), "stores", True),
        (("stores",), "cities", False),
        (("%",), "pp", False),
        (("元/股",), "CNY per share", True),
        (("元",), "CNY per share", False),
        (("parcels per day",), "万件/天", False),
        (("万件/天",), "件/天", True),
        ((), "", True),
        ((), "cars", False),
    ],
)
def test_units_are_one_where_they_measure_the_same(drafted, accepted, same):
    assert measure_of(*drafted).is_of(measure_of(accepted)) is same


@pytest.mark.parametrize(
    ("drafted", "accepted", "same"),
    [
        ("Total revenues", "revenue", True),
        ("Growth of revenue", "revenue decline", True),
        ("revenue", "revenue growth", False),
        ("Example Motors’ revenue", "revenue", True),
        ("净利润同比增速", "净利润增长", True),
        ("净利润", "净利润增长", False),
        ("公司营业收入", "营业收入", True),
        ("", "营业收入", False),
        ("此前营收预测", "原营收预测", True),
    ],
)
def test_metrics_are_one_where_a_colleague_says_so(drafted, accepted, same):
    assert are_same_metrics(drafted, [accepted], ["Example Motors"]) is same


def test_periods_are_one_by_their_days_and_blank_is_the_day_of_publication():
    assert are_same_periods("2025-Q1/2025-Q3", ["2025-01/2025-09"], "")
    assert are_same_periods("2025-02-01", [""], "2025-02-01")
    assert not are_same_periods("FY2025", ["2025"], "")
    assert not are_same_periods("2025-Q3", ["2025-01/2025-09"], "")

"""A source drafted: figures with quotes that the judge confirms, in order, each once."""

from collections.abc import Sequence

from exporter.drafting.already import Already
from exporter.drafting.drafter import NO_ENTITY
from exporter.drafting.drafts import Drafted, Wanted, draft_source
from exporter.drafting.model import Draft, DraftView, Guess, Sentence, Setting
from exporter.drafting.readers import Readers
from exporter.evidence.judge import Judge
from exporter.facts.table import Fact
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Bilingual, Lang, Qualifier, Status
from tests.drafting.any_source import setting_of

TEXT = """Results

Acme sold 12,500 cars in the quarter, up 12%. Its revenue was EUR 1.5 billion to EUR 1.6 billion.

More than 300 stores were opened. A rival has 40 stores.
"""


def readers_of(setting: Setting, sentences: Sequence[Sentence]) -> Readers:
    """Readers who know as much as these tests need."""

    def entity(start: int, sentence: Sentence) -> Guess[str]:
        return Guess("" if "rival" in sentence.text else "Acme")

    return Readers(
        period=lambda _, sentence: Guess("2025-Q4", "" if "quarter" in sentence.text else "?"),
        status=lambda *_: Guess(Status.ACHIEVED),
        entity=entity,
        attribution=lambda *_: Guess(""),
        metric=lambda stated, sentence: Guess(
            f"Metric at {stated.start}" if sentence.text.isascii() else "指标"
        ),
        statements=lambda _: (),
        views=lambda _: (),
        tables=lambda: (),
    )


def drafted(text: str, wanted: Wanted | None = None, lang: Lang = "en") -> Drafted:
    setting = setting_of(text, lang)
    return draft_source(setting, wanted or Wanted(Already(setting.source, ())), readers_of)


def shown(drafts: Sequence[Draft]) -> list[tuple[str, str, str]]:
    return [(one.value, one.unit.key if one.unit is not None else "", one.quote) for one in drafts]


def test_each_figure_is_a_draft_with_the_shortest_quote_that_proves_it() -> None:
    assert shown(drafted(TEXT).facts) == [
        ("12500", "cars", "Acme sold 12,500 cars in the quarter"),
        ("12", "%", "Acme sold 12,500 cars in the quarter, up 12%"),
        ("1.5", "EUR billion", "Its revenue was EUR 1.5 billion to EUR 1.6 billion"),
        ("300", "stores", "More than 300 stores were opened"),
        ("40", "stores", "A rival has 40 stores"),
    ]


def test_what_is_drafted_is_confirmed_by_the_judge_of_check() -> None:
    setting = setting_of(TEXT)
    judge = Judge({"note": setting.source})
    for draft in drafted(TEXT).facts:
        assert judge.on_quote("note", draft.quote).state == "verified"


def test_a_draft_is_marked_new_or_says_what_is_not_sure() -> None:
    reviews = [draft.review for draft in drafted(TEXT).facts]
    assert reviews == ["new", "new", "?", "?", "?"]
    assert [draft.seen for draft in drafted(TEXT).facts][-1] == (NO_ENTITY,)
    assert drafted(TEXT).doubted == 3


def test_the_same_said_twice_is_drafted_once() -> None:
    text = "In May, Acme sold 12 cars.\nIn June, it said that\nIn May, Acme sold 12 cars."
    assert [draft.value for draft in drafted(text).facts] == ["12"]


def test_ids_are_unique_and_the_same_from_run_to_run() -> None:
    ids = [draft.id for draft in drafted(TEXT).facts]
    assert ids == [draft.id for draft in drafted(TEXT).facts]
    assert len(set(ids)) == len(ids)
    setting = setting_of(TEXT)
    again = drafted(TEXT, Wanted(Already(setting.source, ()), taken=set(ids)))
    assert not {draft.id for draft in again.facts} & set(ids)


def fact(quote: str, number: float, unit: str) -> Fact:
    known = find_unit(unit)
    assert known is not None
    return Fact(
        "sold", "Acme", Bilingual("Sold", "销量"), number, None, 0, None, "", None, None, known,
        Qualifier.EXACT, "2025-Q4", Status.ACHIEVED, Bilingual("", ""), "note", quote, "", "",
        Bilingual("", ""), (),
        Bilingual("", ""), "", "", "", "facts.yaml", 1,
    )  # fmt: skip


def test_facts_that_the_report_has_are_left_out() -> None:
    setting = setting_of(TEXT)
    known = [fact("More than 300 stores were opened", 300, "stores")]
    left = drafted(TEXT, Wanted(Already(setting.source, known)))
    assert [draft.value for draft in left.facts] == ["12500", "12", "1.5", "40"]
    other = [fact("A rival has 40 stores", 300, "stores")]
    assert len(drafted(TEXT, Wanted(Already(setting.source, other))).facts) == 5


def test_a_metric_is_named_without_the_entity_of_its_draft() -> None:
    def naming(setting: Setting, sentences: Sequence[Sentence]) -> Readers:
        return readers_of(setting, sentences)._replace(
            metric=lambda *_: Guess("Revenue growth in Acme")
        )

    setting = setting_of(TEXT)
    made = draft_source(setting, Wanted(Already(setting.source, ())), naming).facts
    names = {draft.entity: draft.metric for draft in made}
    assert names == {"Acme": "Revenue growth", "": "Revenue growth in Acme"}


def test_only_wanted_clauses_are_drafted() -> None:
    setting = setting_of(TEXT)
    texts = [TEXT[clause.start : clause.end] for clause in setting.source.clauses]
    clauses = {texts.index("up 12%")}
    wanted = Wanted(Already(setting.source, ()), clauses=clauses)
    assert [draft.value for draft in drafted(TEXT, wanted).facts] == ["12"]


def test_what_others_draft_is_judged_and_stands_in_its_place() -> None:
    setting = setting_of(TEXT)
    unit = find_unit("stores")

    def others(value: str, year: str, quote: str) -> Draft:
        return Draft(
            "", "Acme", "Stores", value, "", unit, Qualifier.OVER, year, Status.ACHIEVED, "",
            quote, TEXT.index("More than"),
        )  # fmt: skip

    def with_tables(setting: Setting, sentences: Sequence[Sentence]) -> Readers:
        own = others("300", "2025", "More than 300 stores were opened")
        false = others("299", "2024", "More than 300 stores were opened")
        return readers_of(setting, sentences)._replace(tables=lambda: (own, false))

    wanted = Wanted(Already(setting.source, ()), has_tables=True)
    made = draft_source(setting, wanted, with_tables).facts
    reviews = {draft.value: draft.review for draft in made if draft.metric == "Stores"}
    assert reviews == {"300": "new", "299": "new"}
    unproved = next(draft for draft in made if draft.value == "299")
    assert unproved.seen[0].startswith("not proved by its quote: ")
    prose = Wanted(Already(setting.source, ()), has_tables=False)
    assert all(
        draft.metric != "Stores" for draft in draft_source(setting, prose, with_tables).facts
    )


def test_views_have_ids_that_no_fact_has() -> None:
    view = DraftView(
        "", "North Bank", "Acme", "positive", "Sells well", ("Cars",), "Buy", "", "", None,
        "Acme sold 12,500 cars in the quarter", TEXT.index("Acme"),
    )  # fmt: skip

    def with_views(setting: Setting, sentences: Sequence[Sentence]) -> Readers:
        return readers_of(setting, sentences)._replace(views=lambda _: (view, view))

    setting = setting_of(TEXT)
    wanted = Wanted(Already(setting.source, ()), taken={"north-bank-acme"})
    made = draft_source(setting, wanted, with_views)
    assert [one.id for one in made.views] == ["north-bank-acme-2", "north-bank-acme-3"]


def test_chinese_drafts_have_ids_of_the_entity_and_the_kind_of_figure() -> None:
    made = drafted("顶点公司营收12.3亿元，同比增长15%。", lang="zh").facts
    assert [draft.id.rpartition("-")[0] for draft in made] == ["acme-amount", "acme-share"]

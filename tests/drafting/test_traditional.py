"""Sources in traditional characters."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.figures.stated import stated_in
from exporter.drafting.model import Named
from exporter.drafting.report_drafts import readers_of
from exporter.drafting.traditional import Characters
from exporter.evidence.conventions import Conventions
from exporter.facts.words import Bilingual
from tests.drafting.any_source import sentence_of, setting_of

TEXT = (
    "朗峰證券將海澳航空的評級由「持有」升至「買入」，目標價5.9港元，主要受惠於國際航線復甦。"
    "海澳航空第三季純利為9.12億元人民幣，按年升38%。"
)
AIRLINE = Named(Bilingual("Haiao Airlines", "海澳航空"))
HOUSE = Named(Bilingual("Langfeng Securities", "朗峰證券"))


def test_it_is_read_as_simplified_and_drafted_in_its_own_characters() -> None:
    setting = setting_of(TEXT, "zh", (AIRLINE,))
    setting = type(setting)(
        setting.source, "zh", (AIRLINE,), (HOUSE,), setting.conventions, setting.edition
    )
    drafted = draft_source(setting, Wanted(Already(setting.source, ())), readers_of)
    (view,) = drafted.views
    assert (view.broker, view.subject) == ("Langfeng Securities", "Haiao Airlines")
    assert (view.rating, view.target_price, view.currency) == ("買入", "5.9", "HKD")
    assert all(words in TEXT for words in (view.thesis, view.quote, *view.drivers))
    assert {fact.entity for fact in drafted.facts} == {"Haiao Airlines"}
    assert all(fact.quote in TEXT for fact in drafted.facts)
    assert "純利" in [fact.metric for fact in drafted.facts]


def test_simplified_and_english_sources_are_read_as_they_are() -> None:
    for text, lang in (("净利润为9亿元。", "zh"), ("Net profit was $9 million.", "en")):
        setting = setting_of(text, lang)  # type: ignore[arg-type]
        characters, sentence = Characters(setting), sentence_of(text)
        assert characters.setting is setting
        assert characters.sentence(sentence) is sentence


def test_lengths_are_kept() -> None:
    characters = Characters(setting_of(TEXT, "zh"))
    read = characters.sentence(sentence_of(TEXT)).text
    assert len(read) == len(TEXT)
    assert read.startswith("朗峰证券将海澳航空的评级由「持有」升至「买入」，目标价5.9港元")


@pytest.mark.parametrize(
    ("text", "currency", "units"),
    [
        ("營收新台幣512億元。公司手上現金687億元。", "TWD", ["亿新台币", "亿新台币"]),
        ("營收512億元。面板報價178美元。", "TWD", ["亿新台币", "美元"]),
        ("深圳廠投資人民幣9億元，另借3億元。", "HKD", ["亿元", "亿元"]),
        ("營業額為8億元。每股派息0.35元。", "HKD", ["亿港元", "港元/股"]),
        ("營收512億元。公司手上現金687億元。", None, ["亿元", "亿元"]),
        ("营收512亿元。每股派息0.35元。", "HKD", ["亿元", "元/股"]),
    ],
)  # fmt: skip
def test_a_bare_yuan_is_drafted_in_the_money_that_its_record_gives(
    text: str, currency: str | None, units: list[str]
) -> None:
    setting = setting_of(text, "zh", conventions=Conventions(currency))
    sentences = [sentence_of(part + "。") for part in text.split("。") if part]
    said = [one.unit.zh for sentence in sentences for one in stated_in(sentence, setting)]
    assert said == units


def test_a_quote_is_taken_from_which_such_money_is_proved() -> None:
    text = "營業額為8億元，每股派息0.35元。"
    setting = setting_of(text, "zh", (AIRLINE,), Conventions("HKD"))
    drafted = draft_source(setting, Wanted(Already(setting.source, ())), readers_of)
    assert [fact.unit.zh for fact in drafted.facts if fact.unit] == ["亿港元", "港元/股"]
    assert not any("proves" in doubt for fact in drafted.facts for doubt in fact.doubts)


def test_what_is_counted_is_named_in_the_characters_of_the_source() -> None:
    setting = setting_of("航空機隊共有214架飛機，另招募650名工程師。", "zh", (AIRLINE,))
    drafted = draft_source(setting, Wanted(Already(setting.source, ())), readers_of)
    assert [fact.unit.zh for fact in drafted.facts if fact.unit] == ["架飛機", "名工程師"]


def test_half_width_marks_end_clauses_as_full_ones_do() -> None:
    text = "分产品看,铝箔收入9.4亿元,同比增长8%;铜箔销量3,120吨。今年5月投产,目前月产能300吨。"
    setting = setting_of(text, "zh", (AIRLINE,))
    read = Characters(setting).sentence(sentence_of(text)).text
    assert read == text.replace("看,", "看，").replace("元,", "元，").replace("%;", "%；").replace(
        "产,", "产，"
    )
    drafted = draft_source(setting, Wanted(Already(setting.source, ())), readers_of)
    names = [fact.metric for fact in drafted.facts]
    assert names == ["铝箔收入", "铝箔收入同比增速", "铜箔销量", "月产能"]
    assert all(fact.quote in text for fact in drafted.facts)

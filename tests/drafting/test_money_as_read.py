"""Names of sums go by words: which currency a bare sign has changes none of them."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.report_drafts import readers_of
from exporter.evidence.conventions import Conventions
from exporter.facts.words import Lang
from tests.drafting.any_source import setting_of


def _names(text: str, lang: Lang, currency: str | None) -> list[str]:
    setting = setting_of(text, lang, conventions=Conventions(currency=currency))
    drafts = draft_source(setting, Wanted(Already(setting.source, [], [])), readers_of)
    return [draft.metric for draft in drafts.facts]


@pytest.mark.parametrize(
    ("text", "lang", "currency"),
    [
        (
            "Acme paid out 320 million francs in dividends and bought back 95 million of its own.",
            "en",
            "CHF",
        ),
        ("Acme's free cash flow rose $3m to $14m, including $2m of interest.", "en", "AUD"),
        (
            "Acme sold beer for 80 million kronor in shops and 60 million kronor in bars.",
            "en",
            "SEK",
        ),
        ("Acme's profit fell to $40m from $52m. It includes a charge of $6m.", "en", "CAD"),
        ("Acme earned £4m in Leeds and £3m in York, against £2m a year earlier.", "en", "EGP"),
        ("顶点的门店收入为3亿元，网店收入为2亿元，同比增加5000万元。", "zh", "HKD"),
    ],
)
def test_names_are_those_of_any_currency(text: str, lang: Lang, currency: str) -> None:
    names = _names(text, lang, None)
    assert names
    assert _names(text, lang, currency) == names

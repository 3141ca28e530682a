"""Languages: tags as records write them, and what the words of a document show."""

import pytest

from exporter.evidence.documents.language import language_of, language_tag

ENGLISH = "The sales of the company rose by 12 percent in the quarter, and the board expects more. "
GERMAN = "Der Umsatz des Unternehmens stieg im Quartal um 12 Prozent, und der Vorstand rechnet mit mehr. "


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en", "en"),
        ("en_US.UTF-8", "en"),
        ("zh-Hant-TW", "zh"),
        ("yue", "zh"),
        ("DE-de", "de-DE"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("fr; q=0.9", "fr"),
        ("German", None),
        ("", None),
    ],
)
def test_tags(said: str, tag: str | None) -> None:
    assert language_tag(said) == tag


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "zh", "en"),
        ("Net sales 54,605", None, "en"),
        ("公司收入增长12%", None, "zh"),
        ("公司收入增长12%", "en", "zh"),
        ("当社の売上高は12%増加した", "en", "ja"),
        ("회사의 매출은 12% 증가했다", None, "ko"),
        (GERMAN, "de", "de"),
        (GERMAN * 10, None, None),
        ("Der Umsatz stieg auf 2,31 Milliarden Euro, und die Dividende von 1,20 Euro", None, None),
        ("Le chiffre d'affaires a progressé de 6,3 % dans les pays du Nord", None, None),
        ("Sales of the company rose 4% with Van der Berg and Bank of Les Alpes", None, "en"),
        ("Banco del Norte buys Hotel des Alpes from Van der Berg", None, "en"),
        ("Bayer AG (Leverkusen): Umsatz 46,6", None, "en"),  # too little to tell
        (ENGLISH * 10, None, "en"),
        ("Выручка компании выросла на 12%", None, None),
        ("Выручка компании выросла на 12%", "ru", "ru"),
    ],
)
def test_what_words_show_goes_before_what_is_told(
    text: str, told: str | None, language: str | None
) -> None:
    assert language_of(text, told) == language

"""Short texts that the one-pager and the evidence page share: a source, a price."""

from exporter.evidence.source_record import SourceRecord
from exporter.facts.currencies import CURRENCIES, UNLESS_SAID, UNSETTLED
from exporter.facts.words import Bilingual, Lang
from exporter.report.formats import show_period
from exporter.report.labels import WORDS


def source_line(record: SourceRecord, lang: Lang, page: int = 0) -> str:
    """Publisher, title and date of a source, and that it is on file where it has no address.

    Args:
        record: The source's.
        lang: The language.
        page: Of it, from 1; 0 for none.
    """
    published = show_period(record.published.isoformat(), lang)
    parts = [
        Bilingual(
            f"{record.publisher.en}, “{record.title.en}”, {published}",
            f"{record.publisher.zh}《{record.title.zh}》，{published}",
        ).in_(lang)
    ]
    if page:
        parts.append(WORDS["page of source"].in_(lang).format(page=page))
    if record.url is None:
        parts.append(WORDS["on file"].in_(lang))
    return WORDS["part separator"].in_(lang).join(parts)


def show_price(price: str, code: str, lang: Lang) -> str:
    """A price as the language writes it: €68, 68欧元; CNY 68, since ¥ may be yen as well.

    Args:
        price: The number, as it is shown.
        code: The currency's, of ISO 4217.
        lang: The language.
    """
    currency = CURRENCIES[code]
    if lang == "zh":
        return f"{price}{currency.zh}"
    sign = currency.shown
    is_clear = sign not in UNSETTLED or UNLESS_SAID.get(sign) == code
    return f"{sign if is_clear else f'{code} '}{price}"

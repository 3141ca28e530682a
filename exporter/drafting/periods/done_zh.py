"""What was done on a date that is over, though its 将 reads like what is to come.

去年5月，甲将售价上调至|3元|.

There 将 is 把: it leads what something was done to.
"""

import re
from datetime import date

from exporter.drafting.marks import after_last
from exporter.engine.regex import regex

_WHEN = regex(
    "(?P<year>20[0-9]{2}|[今去前])年(?:(?P<month>[0-9]{1,2})月)?|上个?[月周]|[昨前][日天]|上[一]?季度"
)
_TAKES = regex(
    "将(?=[^，。；0-9将]{1,24}?(?:[从由][^，。；]{1,16}?)?"
    "(?:上调|下调|提高|降低|提升|下降|调[高低整升降]|上浮|下浮|[升降涨增减]|缩[短减]|扩大|压缩|延长|改|更名)了?[至到为])"
)
_TOLD = regex(
    "宣布|公告|公布|披露|表示|称|说|预计|计划|拟|承诺|决定|提出|批准|通过|董事会|目标|同意"
)


def as_done(text: str, published: date) -> str:
    """A Chinese sentence with 把 where its 将 tells of what was done before its source appeared.

    Args:
        text: In simplified characters; its length is kept.
        published: The day on which the source appeared.
    """
    if "将" not in text:
        return text

    def taken(found: re.Match[str]) -> str:
        begin = after_last(text, "。；", found.start())
        dates = list(_WHEN.finditer(text, begin, found.start()))
        if not dates or not _is_over(dates[-1], published):
            return found[0]
        return found[0] if _TOLD.search(text, dates[-1].end(), found.start()) else "把"

    return _TAKES.sub(taken, text)


def _is_over(when: re.Match[str], published: date) -> bool:
    if when["year"] is None:
        return True
    years = {"今": published.year, "去": published.year - 1, "前": published.year - 2}
    year = years.get(when["year"]) or int(when["year"])
    month = int(when["month"] or 12)
    return (year, month) < (published.year, published.month)

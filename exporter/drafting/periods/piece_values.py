"""What one piece of a product is worth or costs, as a Chinese broker tells it: of no period.

东岭证券指出，高压线束的单车价值量约为|2500元|，是低压线束的|1.6倍: of the product, and not of the
quarter that the company reports on. What a company says of its own pieces is of its period.
"""

import re

from exporter.engine.regex import regex

_PIECE = regex(
    "(?:单[车台机店瓦套位吨支颗柜桩船井户舱辆个台]|[一每][车台机店瓦套吨支颗柜桩船井户舱辆个艘座架])"
    "[^，。；0-9]{0,10}?(?:价值量?|售价|价格|造价|成本|投资额?|用量)"
    "(?:已|也|则|就|大|一般|通常|目前)*(?:约|为|达到?|在|至少|超过?|近|仅|高达|需|是)*$"
)
_OF_COMPANY = regex("公司|集团|同比|环比|报告期|当季|当期|由|从")
# 是低压线束的|1.6倍
_TIMES_ANOTHER = regex("(?:是|为|约为|相当于|达到?)[^，。；0-9]{2,12}的(?:约|近|逾|超过?)?$")
_PIECE_BEFORE = regex(_PIECE.pattern.removesuffix("$") + "[0-9][^，。；]*$")


def is_of_a_piece(text: str, start: int, end: int) -> bool:
    """Whether a figure of a Chinese sentence is what one piece is worth, or how often another's.

    Args:
        text: Of the sentence, in simplified characters.
        start: Offset of the figure's first digit; `end` behind it.
        end: Offset behind the figure and its unit.
    """
    *before, own = re.split("[，。；：]", text[:start])
    if _OF_COMPANY.search(own):
        return False
    if _PIECE.search(own):
        return True
    is_multiple = text[start:end].endswith("倍") or text.startswith("倍", end)
    if not is_multiple or not before or _TIMES_ANOTHER.fullmatch(own) is None:
        return False
    return _PIECE_BEFORE.search(before[-1]) is not None and not _OF_COMPANY.search(before[-1])

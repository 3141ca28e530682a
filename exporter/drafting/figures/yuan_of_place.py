"""Which money a bare 元 is in a paper of Taiwan: the one that the source names, not the yuan.

The judge reads 元 alone as yuan whatever the source is, so that such a draft carries what it says;
drafted in yuan it would be confirmed, and wrong.
"""

import re
from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

_YUAN, _OF_TAIWAN = "money:CNY", "money:TWD"
_NAMES_IT = regex(r"新[臺台]幣|(?<![a-z])nt\$", re.IGNORECASE)
# Characters in which nobody else writes; moneys that 元 may be beside it.
_TRADITIONAL = regex("[億萬營業產銷]")
_OTHER = regex("人民[幣币]|港[元幣]|[港滬深]股")
_BARE = regex("[0-9.,零一二兩三四五六七八九十百千萬億半餘多個來幾\\s]+元")


def in_money_of_place(figures: Sequence[Figure], source: str) -> Sequence[Figure]:
    """The figures of a sentence, a bare 元 as the money of the place where its source is written.

    Args:
        figures: As they are read.
        source: The text of the source, in its own characters.
    """
    if not any(_is_bare(figure) for figure in figures) or not _is_of_taiwan(source):
        return figures
    return [
        figure._replace(dimension=_OF_TAIWAN) if _is_bare(figure) else figure for figure in figures
    ]


def _is_bare(figure: Figure) -> bool:
    return figure.dimension == _YUAN and _BARE.fullmatch(figure.text) is not None


def _is_of_taiwan(source: str) -> bool:
    return bool(
        _NAMES_IT.search(source) and _TRADITIONAL.search(source) and not _OTHER.search(source)
    )

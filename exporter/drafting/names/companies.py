"""Which of a report's entities are companies, and which are parts of the one that a source is of.

A rating, a target price, a dividend are a listed company's, not those of its cloud business.
"""

import re
from collections.abc import Sequence

from exporter.drafting.model import Named
from exporter.drafting.names.known_names import without_legal_form
from exporter.drafting.names.well_known import WELL_KNOWN_EN, WELL_KNOWN_ZH
from exporter.engine.regex import regex

_KIND_EN = regex(
    r"\s(?:bank|banc\w*|insurance|motors?|automotive|pharma\w*|biotech|bio\w*|therapeutics|energy|power"
    r"|airlines?|airways|air|foods?|stores|retail|technolog\w+|systems|industries|electronics"
    r"|semiconductors?|petroleum|oil|resources|mining|steel|chemicals?|shipping|group|holdings?|inc|corp|plc"
    r"|ltd|limited|ag|se|nv|co)\.?$",
    re.IGNORECASE,
)
_KIND_ZH = regex(
    "(?:集团|股份|银行|控股|汽车|生物|药业|医药|制药|科技|能源|证券|保险|航空|酒业|重工|电器|电力|软件|物流|公司)$"
)
_PART = regex(
    "(?:业务|板块|分部|平台|品牌|系列|事业部|事业群|管线|服务|产品|系统|网络|门店|会员店|中心)$"
    r"|\s(?:unit|division|business|segment|arm|brand|club|services?|platform|products?)$",
    re.IGNORECASE,
)
# What stands beside the name of a part.
_OF_PART_EN = (
    r"(?:,?\s+(?:its|the)?\s*(?:\w+\s+)?(?:unit|division|arm|segment|business|subsidiary|brand)\b)"
)
_OF_PART_ZH_BEFORE = r"(?:子公司|旗下|品牌|旗下的|板块)[“\"]?"
_OF_PART_ZH = r"[”\"]?(?:业务|板块|分部|品牌|事业部|事业群|平台|产品)"


class Companies:
    """The companies among a report's entities, as a source speaks of them."""

    def __init__(self, entities: Sequence[Named], own: str, text: str) -> None:
        """By their names, and what stands beside them in a text.

        Args:
            entities: Of the report.
            own: Whose document it is; "" where that is nobody's.
            text: Of the source.
        """
        itself = next((one for one in entities if one.name.en == own), None)
        others = [one for one in entities if itself is not None and one is not itself]
        self._called_parts = {
            one.name.en for one in others if itself and _is_called_part(one, itself, text)
        }
        self._parts = self._called_parts | {one.name.en for one in others if not is_company(one)}

    def is_part(self, name: str) -> bool:
        """Whether it is a part of the company that the source is of; a stranger is none."""
        return name in self._parts

    def is_called_part(self, name: str) -> bool:
        """Whether its name, or what stands beside it, says that it is one."""
        return name in self._called_parts


def _is_called_part(one: Named, own: Named, text: str) -> bool:
    """Whether an entity is called a part, or has a part of the company's name in its own."""
    name = one.name
    stem = without_legal_form(own.name.en).split(" ")[0].casefold()
    shares_name = stem in name.en.casefold().split(" ") or name.zh[:2] == own.name.zh[:2]
    if shares_name or any(map(_PART.search, (*name, *one.aliases))):
        return True
    return any(re.search(pattern, text) for called in name for pattern in _beside(called))


def is_company(one: Named) -> bool:
    """Whether a name is one of a company."""
    name = one.name
    return bool(
        _KIND_EN.search(f" {without_legal_form(name.en)}")
        or _KIND_EN.search(name.en)
        or _KIND_ZH.search(name.zh)
        or WELL_KNOWN_EN.fullmatch(name.en)
        or WELL_KNOWN_ZH.fullmatch(name.zh)
    )


def _beside(called: str) -> tuple[str, str]:
    words = re.escape(called)
    return f"{words}{_OF_PART_EN}", f"{_OF_PART_ZH_BEFORE}{words}|{words}{_OF_PART_ZH}"

"""What parts are called beside the company whose name they bear: Cargo of Skarra Cargo, 窖藏."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from exporter.drafting.model import Named
from exporter.engine.regex import regex

if TYPE_CHECKING:
    from exporter.drafting.names.known_names import Mention

_SHORTEST_EN = 4  # letters; fewer are no name that stands alone
_GENERAL = frozenset("group company holdings bank international global services china".split())
_KIND_ZH = regex("(?:业务|板块|分部|系列|事业部|事业群|部门|产品线?|品牌)$")
_NOUNS_EN = ("business", "unit", "arm", "division", "segment", "operation", "operations")
_NOUNS_ZH = ("业务", "板块", "分部")
_SHARED_ZH = 2  # characters


def part_names(known: Sequence[Named]) -> Iterator[tuple[str, str]]:
    """The rests of names that begin as another's does, each with the English name of whose it is.

    Args:
        known: The entities of a report.
    """
    for one in known:
        others = [other for other in known if other is not one]
        first, _, rest = one.name.en.partition(" ")
        is_shared = any(other.name.en.split(" ")[0] == first for other in others)
        if is_shared and len(rest) >= _SHORTEST_EN and rest.casefold() not in _GENERAL:
            yield rest, one.name.en
        start, rest = one.name.zh[:_SHARED_ZH], one.name.zh[_SHARED_ZH:]
        if len(rest) >= _SHARED_ZH and any(other.name.zh.startswith(start) for other in others):
            yield rest, one.name.en


def called_parts(rest: str) -> Iterator[str]:
    """What a part is called by the rest of its name: the fibre business, 资管业务."""
    nouns = _NOUNS_EN if rest.isascii() else _NOUNS_ZH
    for noun in nouns:
        yield f"{rest.lower()} {noun}" if rest.isascii() else f"{rest}{noun}"


def names_in_rows(known: Sequence[Named]) -> dict[str, str]:
    """What rows of tables may be headed by, in small letters, each with whose it is.

    A row has its name, an alias, the last word of it, or it without what it says of its kind.
    """
    found: dict[str, list[str]] = {}
    for one in known:
        name = one.name
        forms = {form for pair in part_names(known) if pair[1] == name.en for form in pair[:1]}
        forms |= {*name, *one.aliases, _KIND_ZH.sub("", name.zh)}
        if " " in name.en:
            forms.add(name.en.rsplit(" ", 1)[1])
        for form in forms:
            found.setdefault(form.casefold().strip(), []).append(name.en)
    return {form: names[0] for form, names in found.items() if form and len(set(names)) == 1}


def named_in_row(words: str, names: Mapping[str, str]) -> str:
    """Whom a row of a table is headed by, alone or before what is measured; "" for nobody.

    Args:
        words: The head of the row.
        names: What rows may be headed by, as `names_in_rows` gives it.
    """
    form = _form_in(words, names)
    return names[form] if form else ""


def rest_of_row(words: str, names: Mapping[str, str]) -> str | None:
    """What the head of a row says behind the name that it begins with; None where it names nobody.

    Args:
        words: The head of the row.
        names: What rows may be headed by, as `names_in_rows` gives it.
    """
    form = _form_in(words, names)
    return _POSSESSIVE.sub("", words.strip()[len(form) :]).strip(" :：,，") if form else None


_POSSESSIVE = regex("^['’]s ")


def _form_in(words: str, names: Mapping[str, str]) -> str:
    told = words.strip().casefold()
    if told in names:
        return told
    begun = [form for form in names if told.startswith(form) and _ends(form, told)]
    return max(begun, key=len, default="")


def _ends(form: str, told: str) -> bool:
    """Whether a name that begins some words is whole, and long enough to be one."""
    if not form.isascii():
        return len(form) >= _SHARED_ZH
    return len(form) >= _SHORTEST_EN and told.startswith((" ", "'s ", "’s "), len(form))


# 奶粉业务仍未走出困境: another part of the company than the one named before.
ANOTHER_PART_ZH = regex(
    "(?:而|但|相比之下，|与之相反，)?(?!上述|本)(?:(?![该这此其])[\u4e00-\u9fffA-Za-z]){1,6}"
    "(?:(?:业务|板块|分部|产品线|事业部)(?!的?(?:占比|合作|模式|员))"
    "|品牌(?:[“《「][^”》」]{1,16}[”》」][和与及、]?)*(?:合计|共|总计|收入|销售|营收|实现|贡献|则)"
    "|(?:药|酒|车型?|产品|品类|渠道|服务|设备|材料|组件|电池|种子)(?:受|则|收入|销售|营收|方面|贡献|销量|业务))"
)
# What stands in a heading beside the name of a part.
_NO_MORE = regex(
    r"(?:[\s\d.:–—-]|the|division|segment|business|unit|业务|板块|分部|事业部)*", re.IGNORECASE
)


def named_alone(heading: str, named: "Sequence[Mention]") -> str:
    """Whom a heading names that is a name and nothing else: Water, Water division; "" for nobody.

    Args:
        heading: Its words.
        named: Whom of the report it names.
    """
    if len(named) != 1:
        return ""
    rest = heading[: named[0].start] + heading[named[0].end :]
    return named[0].name if _NO_MORE.fullmatch(rest) else ""

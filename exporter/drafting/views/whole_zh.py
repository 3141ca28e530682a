"""Which things done a Chinese sentence states whole, and what an analyst would call each.

Whole is what has its doer, its deed and what it was done to: 夸克推出AI助手. Not what only leads to
something else (夸克上线后), what others did (多款终端升级), what names nothing (发布多款新品), nor
what merely appeared (全新亮相).
"""

import re
from collections.abc import Sequence

from exporter.drafting.names.known_names import KnownNames
from exporter.engine.regex import regex

_DATE = r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[初底末前]?"
# What stands before a doer, and says when or how.
_LEAD = regex(
    rf"^(?:其中|此外|另外|同时|随后|此后|目前|日前|近日|近期|据悉|今年|去年|当天|昨日|今日|在[^，]{{1,14}}?[上中期间里]|{_DATE})*"
)
_ADVERBS = regex(
    rf"(?:同时|[还也并且又仍则及]|已经?|将|拟|计划|即将|正式|全面|陆续|先后|近期|日前|近日|当[天日年]|今[日年]|昨[日天]|去年|共同|再次"
    rf"|首次|率先|宣布|成功|开始|随后|此后|方面|旗下|[的了]|在(?:当年|[^，]{{1,14}}?[上中内里间时年月日])|于[^，]{{1,10}}"
    rf"|(?:基于|联合|携手|面向|通过|[与向为对以把用])[^，]{{2,24}}|\s|{_DATE})*"
)
_OWN = 4  # characters that a name may have behind it, as 阿里|妈妈 has
# What it was done to says nothing by itself.
_VAGUE = regex(
    "^了?(?:多[款项种个批类]|[几数]十?[款项种个]|若干|众多|各类|部分|相关|有关|更多|一批|全新的?(?![\u4e00-\u9fff]{3})|新的|新品|新版|[该其这此]|上述)"
)
_LEADS_ON = regex("(?:之?后|以来|之?时|之?前|之际|期间|过程中|的同时|的话)$")
_NO_OBJECT = frozenset("投产 开业 竣工 建成 量产 获批 停产 关闭 揭牌".split())
_SHORTEST = 3  # characters of what it was done to


def is_whole(
    clauses: Sequence[str], deed: tuple[str, int, int], end: int, names: KnownNames
) -> bool:
    """Whether a sentence states a thing done whole.

    Args:
        clauses: Its clauses up to the deed's own.
        deed: The verb, and where it begins and ends in the last of them.
        end: Where what was done ends in it.
        names: Of the report's entities.
    """
    verb, start, stop = deed
    own = clauses[-1]
    done, before = own[stop:end].strip(), own[:start]
    if _LEADS_ON.search(own.rstrip("，。；！“”")) or _VAGUE.match(done):
        return False
    if not done:
        who = _behind_name(before, names)
        return verb in _NO_OBJECT and who is not None and len(_bare(who)) > 1
    return len(done.removeprefix("了")) >= _SHORTEST and _has_doer(clauses, before, names)


def _has_doer(clauses: Sequence[str], before: str, names: KnownNames) -> bool:
    """Whether an entity is whose deed it is, in the clause or in those that it goes on from."""
    rest = _behind_name(before, names)
    if rest is not None:
        return any(_ADVERBS.fullmatch(rest, at) for at in range(min(_OWN, len(rest)) + 1))
    if not _ADVERBS.fullmatch(_LEAD.sub("", before)):
        return False
    for earlier in reversed(clauses[:-1]):
        if _behind_name(earlier, names) is not None:
            return True
        if not _goes_on(earlier):
            return False
    return False


_GOES_ON = regex(
    r"^\s*(?:[并还也且又将]|同时|先后|陆续|进一步|其中|发布|推出|上线|收购|签约|成立|设立|开源|打造|升级|开放|启动)"
)


def _goes_on(clause: str) -> bool:
    """Whether a clause has the doer of the one before."""
    return _GOES_ON.match(clause) is not None or _ADVERBS.fullmatch(clause.rstrip("，")) is not None


def _behind_name(clause: str, names: KnownNames) -> str | None:
    """What stands behind the name that opens a clause; None where none does."""
    said = _LEAD.sub("", clause.lstrip("，；： "), count=1)
    found = names.mentions(said)
    return said[found[0].end :] if found and not said[: found[0].start].strip(' “"') else None


def _bare(said: str) -> str:
    return re.sub("正式|全面|全新|已经?|将|了|[\\s]", "", said)


_FIRST = regex("[、，]|以及")
_WHICH = regex(
    "^(?:了|出(?=[了国全首一多第])|(?:国内|全球|业内|行业|中国|世界|亚洲)?(?:首[个款座家批条部]|最大的?)|[一两]?[款个座家项批条]|新一代|系列)+"
)
_CALLED = regex(r"[“「《\"].*$|(?<=[\u4e00-\u9fff]{3})[A-Z][\w.\- ]*$")
_LONGEST = 12  # characters of what it was done to


def called(verb: str, done: str) -> str:
    """What a thing done is called, by what it was done to: 推出AI助手; else by its verb alone."""
    first = _FIRST.split(done.strip())[0]
    thing = first.rpartition("的")[2] if len(first.rpartition("的")[2]) > 1 else first
    plain = _CALLED.sub("", _WHICH.sub("", thing)).strip()
    thing = plain or _WHICH.sub("", thing).strip('“”「」《》" ')
    return f"{verb}{thing}" if 1 < len(thing) <= _LONGEST else verb

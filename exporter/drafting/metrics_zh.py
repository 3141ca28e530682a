"""What a Chinese sentence calls a figure: the words before it, as an analyst would say them.

What rises by 12% has 增速, with 同比 or 环比 as said, also where it fell and the figure is negative;
what is cut by 3%, a figure without a sign, has 降幅; prices, rates and costs, and whatever moves by
points or by an amount, have 变动.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from exporter.drafting import metric_words_zh as words
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.evidence.phrases_zh import FUNCTION, VERBS, begins_rest
from exporter.evidence.reading import Figure, Role, read_dates, read_figures
from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIED_NOT, CLASSIFIERS
from exporter.facts.folding import fold
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO

_MOST = 14  # characters
_OPEN = "句中没有直接说明这是什么指标"


def _any(said: list[str] | tuple[str, ...]) -> str:
    return "|".join(
        re.escape(word) for word in sorted(set(said), key=lambda word: (-len(word), word))
    )


@dataclass(frozen=True, slots=True)
class Site:
    """A figure where it stands.

    Attributes:
        text: The sentence in simplified characters; offsets are the sentence's.
        dates: Where dates begin and end in it.
        names: Of the report's entities and brokers, the longest first.
    """

    text: str
    start: int
    end: int
    figure: Figure
    figures: tuple[Figure, ...]
    dates: tuple[tuple[int, int], ...]
    names: tuple[str, ...]

    @property
    def before(self) -> Figure | None:
        """The figure before it; what something is per is none (每万名工人)."""
        earlier = (
            one
            for one in self.figures
            if one.end <= self.start and not self.text[: one.start].endswith("每")
        )
        return max(earlier, key=lambda one: one.end, default=None)

    @property
    def clause(self) -> int:
        """Where its clause begins."""
        return max(self.text.rfind(mark, 0, self.start) for mark in "，。；！？\n\t（(：:|;") + 1

    @property
    def tail(self) -> str:
        """What stands before it in its clause, behind the figure before it."""
        before = self.before
        begin = max(self.clause, before.end if before else 0)
        said = self._without_dates(begin, self.start)
        if (
            before is not None
            and begin == before.end
            and said[:1] in CLASSIFIERS
            and before.noun[:1] == said[:1]
        ):
            return said[1:]  # 由20万|辆|提升至35万辆
        return said

    def _without_dates(self, begin: int, end: int) -> str:
        """Part of the text, dates as a blank."""
        said = self.text[begin:end]
        for start, stop in sorted(self.dates, reverse=True):
            if begin <= start and stop <= end:
                said = f"{said[: start - begin]} {said[stop - begin :]}"
        return said

    @property
    def right(self) -> str:
        """What stands behind it."""
        return self.text[self.end :]

    @property
    def is_money(self) -> bool:
        """Whether it is a sum."""
        return self.figure.dimension.startswith("money")


@dataclass(frozen=True, slots=True)
class Said:
    """What the words before a figure say.

    Attributes:
        base: The noun; "" for none.
        change: What is said to happen to it; "" for nothing.
        by: Whether the figure is how far it went, and not where it is.
        basis: 同比, 环比 or "".
    """

    base: str
    change: str = ""
    by: bool = False
    basis: str = ""
    dropped: bool = False


_MARKS = "，。；：！？（）、"


def metric_zh(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What the sentence calls a figure; never empty."""
    text = "".join(
        said if said in _MARKS else plain
        for said, plain in zip(sentence.text, fold(sentence.text), strict=True)
    )
    known = (*setting.entities, *setting.brokers)
    names = {fold(name) for one in known for name in (*one.name, *one.aliases)}
    # 2026年|中国: the year ends before it.
    dates = tuple(
        (date.start, date.end - text.startswith("中国", date.end - 1))
        for date in read_dates(sentence.text)
    )
    site = Site(
        text, stated.start, stated.end, stated.figures[0], read_figures(sentence.text), dates,
        tuple(sorted(names, key=lambda name: (-len(name), name))),
    )  # fmt: skip
    return _named(site)


def _at(site: Site, figure: Figure) -> Site:
    return replace(site, start=figure.start, end=figure.end, figure=figure)


def _named(site: Site) -> Guess[str]:
    for rule in _RULES:
        guess = rule(site)
        if guess is not None and guess.value:
            return guess
    return Guess(_last_resort(site), _OPEN)


# --- Words before a figure

_UP, _DOWN, _DROPPED = _any(words.UP), _any(words.DOWN), _any(words.DROPPED)
_CHANGE = re.compile(
    rf"(?P<basis>同比|环比|按年|按季|按月)?(?:{_any(words.ADVERBS)}|\s)*"
    rf"(?P<word>{_any([*words.UP, *words.DOWN, *words.DROPPED])})(?P<how>(?:了|近|约|逾|超过?"
    rf"|至少|不到|不足|高达|达到?|整整|\s)*)"
    rf"(?P<to>{_any(words.TO)}|)(?P<rest>(?:了|约|近|逾|超过?|不到|不足|人民币|港币|\s)*)$"
)
_LINK = re.compile(rf"(?:{_any(words.LINKS)}|\s|[（(“”\"‘’：:、—=~～-])$")
_BASIS = re.compile(
    r"(?P<basis>同比|环比|按年|按季|按月|yoy|qoq|YoY|QoQ|YOY|QOQ)(?:增速|增幅|变动)?$"
)
_AGAINST = re.compile(
    r"(?:较|相较|相比|(?<![同环占])比(?!例|重|率)|与|对比)[^，。；的]{1,12}?(?:相比|而言)?$|(?:较"
    r"|(?:^|\s)比)\s*$"
)


def _said(site: Site) -> Said:
    tail = site.tail
    return _read(tail, site)


def _read(tail: str, site: Site) -> Said:
    """A noun, and what is said to happen to it."""
    tail = _without_beside(tail)
    change = _CHANGE.search(tail)
    said = Said("")
    rest = tail
    if change is not None and not _is_in_name(tail, change):
        rest = tail[: change.start()]
        to = bool(change["to"]) and change["to"] not in {"超", "超过", "逾", "达", "达到"}
        to = to or change["word"].endswith(("至", "到"))
        dropped = change["word"] in words.DROPPED and site.figure.value > 0
        said = Said("", change["word"], not to, words.BASES.get(change["basis"] or "", ""), dropped)
    basis = said.basis
    while True:
        rest, found = _stripped(rest)
        basis = basis or found
        against = _AGAINST.search(rest)
        if against is None or not (said.change or against.start()):
            break
        if re.search("去年同期|上年同期", against[0]):
            basis = basis or "同比"
        if against.start() == 0 and not said.change:
            break
        rest = rest[: against.start()]
    return replace(said, base=_base(rest, site), basis=basis)


def _is_in_name(tail: str, change: re.Match[str]) -> bool:
    """Whether a word of change is part of a noun: 新增 alone is done to what is counted."""
    return change["word"] in {
        "新增",
        "净增",
        "变动",
        "多",
        "高",
        "低",
        "少",
        "快",
        "恢复",
        "优化",
    } and (change["word"] in {"新增", "净增"} or not re.search("比|较|同比|环比", tail))


def _stripped(rest: str) -> tuple[str, str]:
    """Words without those that only link them to a number, and the basis among them."""
    basis = ""
    while rest:
        found = _BASIS.search(rest)
        if found:
            basis = basis or words.BASES[found["basis"]]
            rest = rest[: found.start()]
            continue
        rest = _without_beside(rest)
        link = _LINK.search(rest)
        if link is None or rest.endswith(_KEPT):
            break
        rest = rest[: link.start()]
    return rest, basis


# 电价为|每千瓦时, 询价量|是去年的
_BESIDE = re.compile(r"(?<=.)(?:每[^，。；每\s]{1,5}|(?:则?是|为|相当于)[^，。；]{0,10}的)$")


def _without_beside(rest: str) -> str:
    """Words without what a figure is per, or compared with, at their end."""
    found = _BESIDE.search(rest)
    return rest if found is None or rest.endswith(tuple(words.MEASURES)) else rest[: found.start()]


_KEPT = (
    "现在",
    "所有",
    "合约",
    "预约",
    "条约",
    "签约",
    "节约",
    "制约",
    "现有",
    "自有",
    "国有",
    "保有",
    "享有",
)
_LEAD = re.compile(rf"(?!{_any(words.NOT_LEADS)})(?:{_any(words.LEADS)}|[\s“”\"‘’、,：:)）—-])")
_AFTER_DATE = re.compile(
    r"^\s+(?:末|底|初|前|后|内(?!蒙)|中(?!国)|间|时|起|止|份|以来|以后|当天|当日|期间|全年|年度?"
    r"|的)|^(?:较|比|相较)[^，]{2,10}(?=溢价|折让|折价)"
)
_INTRODUCED = re.compile(rf"(?:{_any(words.REPORTING)})了?")
_NO_NAMES = re.compile(
    r"^(?:该|其|此|这|本|上述|公司|集团|银行)?(?:公司|集团|企业|银行|平台|品牌|机构|厂商|车企"
    r"|基金|门店|项目|部门|业务|板块|分部)?(?:的)?$"
)


_THIS = re.compile(
    r"^(?:该|其|此|这|本|上述)(?:[^的]{1,8}的|(?:药物?|产品|车型?|项目|模型|方案|疗法|基金|路线"
    r"|航线|片|剧|游戏|指标|工厂|园区|地区?|市|省|国)(?=[^品型目]))"
)


def _base(rest: str, site: Site) -> str:
    """The noun of a clause without what leads to it: whose it is, when it was, who reports it."""
    said = _THIS.sub("", rest.rstrip())
    for _ in range(20):
        before = said
        for name in site.names:
            said = said.removeprefix(name)
        lead = _LEAD.match(said)
        if lead and not _is_measure_alone(said):
            said = said[lead.end() :]
        said = _AFTER_DATE.sub("", said)
        if said == before:
            break
    for name in site.names:
        if name in said[1:]:
            said = said.split(name)[-1].removeprefix("的") or said
    if " " in said:
        said = said.split(" ")[-1] if len(said.split(" ")[-1]) > 1 else said.replace(" ", "")
        return _base(said, site)
    found = [
        match
        for match in _INTRODUCED.finditer(said)
        if match.end() < len(said) and match.start() >= 0
    ]
    if found and not (found[-1].start() == 0 and said in words.MEASURES):
        behind = said[found[-1].end() :]
        if len(behind) > 1 and not _is_compound(said, found[-1]):
            return _base(behind, site)
    said = _THIS.sub("", said)
    if "的" in said:
        owner, _, thing = said.rpartition("的")
        said = f"{owner}{thing}" if len(owner) + len(thing) <= 10 and "的" not in owner else thing
    said = (
        re.sub(
            r"^[^，]{1,8}?(?:集团|公司|股份|银行(?=[^业间贷存借卡理])|证券|科技)(?=[^数])(?!收入"
            r"|贷款|业务)",
            "",
            said,
        )
        or said
    )
    said = re.sub(r"^.*中的(?=..)", "", said).lstrip("则亦也")
    if said == "股":
        return "股价"
    if said.endswith("新增") and len(said) > 3:
        return f"新增{said[:-2]}"
    if "已" in said[1:-2] and not said.endswith(("已赚保费", "已实现")):
        said = said.split("已", 1)[1]
    return _shortened(said.strip('“”"‘’ 、：:()（）*'))


def _shortened(said: str) -> str:
    """At most so many characters, cut where a phrase ends."""
    if said in {"截", "截至"}:
        return ""
    if len(said) > _MOST:
        parts = re.split("和|与|对|在|从|向|将|把|以|为|能帮|可", said)
        said = parts[-1] if len(parts[-1]) > 2 else said
    return said[-_MOST:]


def _is_compound(said: str, found: re.Match[str]) -> bool:
    """Whether a verb is part of a noun: 发行规模, 完成率, 持有人数."""
    behind = said[found.end() :]
    return found.start() > 0 and behind in {
        "量",
        "率",
        "数",
        "额",
        "规模",
        "人数",
        "价",
        "成本",
        "金额",
        "总额",
        "费用",
        "价格",
    }


def _is_measure_alone(said: str) -> bool:
    return said in words.MEASURES or (
        len(said) < 4 and said.endswith(tuple(words.MEASURES)) and said[:1] in "年月日每本"
    )


# --- Words that settle it at once

_VALUED_AT = re.compile(r"(?:的)?([^，。；、\s]{0,8}?(?:估值|市盈率|市净率|市销率|PE|PB|PS|P/E))")
_DIRECT = (
    (r"(?:每股|股息|派息|派发|派|分红)[^，。；]{0,14}$",
    r"[^，。；]{0,6}?(?:股息|红利|末期息|中期息)", "每股派息"),
    (r"每(?:10|十)?股(?:[^，。；]{0,6}?)(?:派息|派发|派现|派|分红|股息)[^，。；]{0,12}$", r"",
    "每股派息"),
    (r"(?:股息|派息|末期息|中期息|分红)[^，。；]{0,8}?每股[^，。；]{0,6}$", r"", "每股派息"),
    (r"每股(?:基本)?(?:收益|盈利|溢利)[^，。；]{0,8}$", r"", "每股收益"),
    (r"目标价[^，。；]{0,14}$", r"", "目标价"),
    (r"(?:以|按|对应)?(?:投后|投前)?估值[^，。；]{0,8}$", r"", "估值"),
    (
        r"(?:首次公开募股|IPO|上市)[^，。；]{0,8}(?:募资|募集资金|集资|筹资)(?:净额"
        r"|总额)?[^，。；]{0,6}$", r"", "IPO募资额"),
)  # fmt: skip
_ROUND = re.compile(
    r"(?P<round>[A-H]\+*|Pre-[A-C]\+?|天使|种子|战略|首|新一)轮(?:[^，。；]{0,6}?)(?:融资|投资"
    r"|募资)?[^，。；]{0,8}$",
    re.IGNORECASE,
)


def _direct(site: Site) -> Guess[str] | None:
    left = site.text[site.clause : site.start]
    if site.figure.dimension == MULTIPLE and (valued := _VALUED_AT.match(site.right)):
        return Guess(valued[1])
    if not site.is_money:
        return None
    for before, behind, name in _DIRECT:
        if re.search(before, left) and (not behind or re.match(behind, site.right)):
            return Guess(name)
    found = _ROUND.search(left) or re.match(
        r"(?:的)?(?P<round>[A-H]\+*|Pre-[A-C]\+?|天使|种子|战略)轮(?:融资|投资)", site.right, re.IGNORECASE
    )
    return Guess(f"{found['round']}轮融资额") if found else None


# --- A share of a whole

_OF_WHOLE = re.compile(
    rf"占(?!比[^重例])(?:到|去|据|了)?(?P<whole>[^，。；占]{{0,14}}?)(?:的)?(?:比重|比例|份额"
    rf"|百分比|比|之比)?(?:{_any(words.LINKS)}|\s)*$"
)


# 团购业务|贡献了|收入|的28%
_GIVEN = re.compile(
    r"(?P<who>[^，。；]+?)(?:贡献|带来|创造)了?(?:近|约|超过?)?(?P<whole>[^，。；]{2,8})的$"
)


def _share(site: Site) -> Guess[str] | None:
    if site.figure.dimension != RATIO:
        return None
    clause = site._without_dates(site.clause, site.start)
    tail = site.tail
    if (
        "占" in tail
        and (change := _CHANGE.search(tail))
        and (change["to"] or change["word"].endswith("至"))
    ):
        tail = tail[: change.start()]
    found = _OF_WHOLE.search(tail)
    if (aim := re.search("(?:完成|达成)了?([^，。；]{0,6}目标)的$", tail)) is not None:
        return Guess(f"{_base(aim[1], site)}完成率")
    if re.search("裁员(?:约|近|超过?|至多)*$", tail):
        return Guess("裁员比例")
    if (behind := _share_behind(site)) and (
        who := re.search(r"([^，。；]*)(?:贡献|带来)了?(?:约|近|超过?|逾)*$", tail)
    ):
        owner = _base(who[1], site) or _subject_before(site)
        return Guess(f"{owner}占{behind}比重")
    given = _GIVEN.search(tail)
    if given is not None:
        return Guess(f"{_base(given['who'], site)}占{_base(given['whole'], site)}比重")
    if found and not re.search(r"占[地用]|占比[^，。]*占比", found[0]):
        whole = _base(found["whole"], site) if found["whole"] else ""
        if whole in {"比", "率"}:
            whole = ""
        subject = _base(_stripped(tail[: found.start()])[0], site) or _subject_before(site)
        if not whole and (behind := _share_behind(site)):
            whole = behind
        if whole in {"市场", "市场份额"}:
            return Guess(f"{subject}市场份额"[-_MOST:])
        return Guess(
            f"{subject}占{whole}比重" if whole else f"{subject}占比", "" if subject else _OPEN
        )
    if re.match(r"的?(?:股权|股份|股本|权益)(?!激励|质押)", site.right) and any(
        word in clause for word in words.HAS_STAKE
    ):
        return Guess("持股比例")
    moved = _said(site)
    if (
        (behind := _share_behind(site) or _right_noun(site))
        and moved.by
        and moved.change
        and (not moved.base.endswith(tuple(words.MEASURES)))
    ):
        return Guess(_of_change(replace(moved, base=behind), site))
    if (behind := _share_behind(site)) and not moved.change:
        said = _said(site)
        verb = re.search(
            r"(?:来自|源于)([^，。；、]{1,8}?)(?:市场|地区|业务)?(?:[，。；、]|$)", site.right
        )
        if verb:
            return Guess(f"{verb[1]}{behind}占比")
        done = re.match(r"的" + re.escape(behind) + r"([^，。；、了]{2,6})[，。；、]", site.right)
        if done and not said.base:
            return Guess(f"{done[1]}{behind}占比"[:_MOST], _OPEN)
        if said.base.endswith(("完成", "实现", "答对", "覆盖")):
            return Guess(f"{behind}{said.base[-2:]}率")
        return Guess(f"{behind}占比", "" if not said.base else _OPEN)
    return None


def _right_noun(site: Site) -> str:
    """A noun right behind a share, without 的: 节省50%|算力资源."""
    found = re.match(r"[\u4e00-\u9fff]{2,8}(?=[，。；、]|$)", site.right)
    noun = _noun_in(found[0]) if found else ""
    is_whole = noun != "" and found is not None and noun == found[0] and not begins_rest(noun)
    return (
        noun
        if is_whole and not noun.startswith(("左右", "以上", "以下", "有余", "多", "至"))
        else ""
    )


def _share_behind(site: Site) -> str:
    found = re.match(r"的([^，。；、：的]{2,10})", site.right)
    if not found:
        return ""
    noun = _noun_in(found[1])
    return noun if 1 < len(noun) < 8 else ""


def _subject_before(site: Site) -> str:
    """What the figure before is of, or the clause before says."""
    before = site.before
    if before is not None:
        return _plain(_named(_at(site, before)).value)
    clause = site.clause
    if clause > 1:
        begin = max(site.text.rfind(mark, 0, clause - 1) for mark in "，。；！？\n") + 1
        return _base(_stripped(site._without_dates(begin, clause - 1))[0], site)
    return ""


_CHANGED_NAME = re.compile(r"(?:同比|环比)?(?:增速|降幅|变动|涨跌幅)$")


def _plain(name: str) -> str:
    """A metric's name, of that of its change."""
    return _CHANGED_NAME.sub("", name)


# --- Lists with 分别

_SEVERALLY = re.compile(r"分别|依次|各自")


def _severally(site: Site) -> Guess[str] | None:
    """Each figure of a list its own subject: 手机、平板、电视销量分别增长3%、4%、5%."""
    found = list(_SEVERALLY.finditer(site.text, 0, site.start))
    if not found:
        return None
    at = found[-1]
    stop = min(
        (n for n in (site.text.find(mark, at.end()) for mark in "，。；") if n >= 0),
        default=len(site.text),
    )
    run = [one for one in site.figures if at.end() <= one.start < stop]
    number = next((n for n, one in enumerate(run) if one.start == site.start), -1)
    if number < 0 or len(run) < 2:
        return None
    begin = max(site.text.rfind(mark, 0, at.start()) for mark in "，。；！？\n（") + 1
    said = _read(site._without_dates(at.end(), run[0].start), site)
    subject = site._without_dates(begin, at.start())
    behind = _CHANGE.search(subject)
    rest, basis = _stripped(subject)
    if not said.change and behind and not rest.endswith(tuple(words.MEASURES)):
        rest, said = subject[: behind.start()], Said("", behind["word"], True)
        rest, basis = _stripped(rest)
    parts = _parts_of(rest, len(run), site)
    if not parts and len(found) > 1:
        parts = _parts_before(site, found[-2], len(run))
    if not parts:
        parts = _levels_before(site, run)
    if not parts:
        return None
    if (
        said.base
        and site.figure.dimension == RATIO
        and site.text[: run[0].start].rstrip("约近超").endswith("的")
    ):
        return Guess(f"{parts[number]}{said.base}占比")
    said = replace(said, base=f"{parts[number]}{said.base}", basis=said.basis or basis)
    return Guess(_of_change(said, site) if said.by else said.base)


def _levels_before(site: Site, run: list[Figure]) -> list[str]:
    """The metrics of as many levels, right before: 营收88亿元，净利润9亿元，分别增长3%和5%."""
    levels = [
        one
        for one in site.figures
        if one.end <= run[0].start and one.dimension not in {RATIO, POINTS}
    ]
    if len(levels) < len(run):
        return []
    return [_plain(_named(_at(site, one)).value) for one in levels[-len(run) :]]


def _parts_before(site: Site, at: re.Match[str], size: int) -> list[str]:
    begin = max(site.text.rfind(mark, 0, at.start()) for mark in "，。；！？\n（") + 1
    return _parts_of(_stripped(site._without_dates(begin, at.start()))[0], size, site)


def _parts_of(subject: str, size: int, site: Site) -> list[str]:
    """The parts of a subject that are as many as figures; what the last ends with is all theirs."""
    parts = [part for part in re.split(r"、|以及|和|与|及|,", _whole(subject, site)) if part]
    parts = parts[-size:]
    if len(parts) != size:
        return []
    end = next(
        (
            word
            for word in sorted(words.MEASURES, key=len, reverse=True)
            if parts[-1].endswith(word)
        ),
        "",
    )
    return [
        _base(part, site) + ("" if part.endswith(tuple(words.MEASURES)) else end) for part in parts
    ]


def _whole(subject: str, site: Site) -> str:
    for name in site.names:
        subject = subject.replace(name, "")
    return re.sub(r"的(?=[^的]{1,6}$)", "", subject)


# --- What is counted

_HAN = re.compile("[\u4e00-\u9fffA-Za-z]")


_VERBS = tuple(word for word in VERBS if len(word) > 1 or word in "，。；、：（(的“")


_STOPS = (
    "全面", "陆续", "先后", "正式", "同时", "接入", "投入", "参与", "跑在", "来自", "认为", "表示",
    "选择", "使用", "受伤", "死亡", "无法",
    "没有", "能够", "可以", "已经", "正在", "即将", "集体", "共同", "全部", "悉数", "获得", "收到",
    "发表", "投了", "组成", "构成", "作为", "成为",
)  # fmt: skip


def _noun_in(said: str) -> str:
    """The noun that words begin with, up to the verb behind it."""
    for at in range(1, len(said) + 1):
        rest = said[at:]
        if (
            rest
            and (FUNCTION.match(rest) or rest.startswith((*_VERBS, *_STOPS)))
            and not is_noun(said[: at + 1])
        ):
            return said[:at]
        if rest and is_noun(said[:at]) and begins_rest(rest):
            return said[:at]
    return said


# Nouns that begin as a verb does.
_NOUNS = (
    "就业", "上市", "在职", "在校", "进口", "出口", "新能源", "中小", "有效", "无人", "下游", "上游",
    "投资", "用户", "对公", "未成年", "正式",
    "获奖", "新房", "新车", "新店", "新品", "增值", "降噪", "建筑", "购物", "交易", "交付中心",
    "运营", "使用者", "中标", "中国", "中型", "接口",
)  # fmt: skip


def _counted_noun(site: Site) -> tuple[str, str]:
    """The classifier and the noun behind a number; "" for what is not there."""
    said = re.split(r"[，。；：！？、（(\s]", site.right, maxsplit=1)[0]
    said = re.sub(r"^(?:余|多|来|几|(?:万|亿)?(?:级|量级)(?=参数))", "", said)
    classifier = ""
    if (
        said[:1]
        and said[0] in CLASSIFIERS
        and not said.startswith(CLASSIFIED_NOT)
        and not is_noun(said[:2])
    ):
        classifier, said = said[0], said[1:]
        if said.startswith("次") and classifier in "人架班车":
            classifier, said = f"{classifier}次", said[1:]
    said = re.sub(r"^(?:左右|以上|的|余|多|[0-9.,]+[万亿]?[座寸吨级英]*)", "", said)
    if re.match("参数", said):
        return classifier, "参数规模"
    if not said or (begins_rest(said) and not is_noun(said[:2]) and not said.startswith(_NOUNS)):
        return classifier, ""
    noun = _noun_in(said)
    return classifier, noun if len(noun) <= 10 and _HAN.match(noun) else noun[:10]


_JOINED = re.compile(r"(?:[、和及与,]|以及|还有|外加)$")
_DONE = re.compile(rf"(?:{_any(list(words.DONE))})$")
_HAVING = re.compile(rf"(?:{_any(words.HAVING)})$")


def _counted(site: Site) -> Guess[str] | None:
    if site.figure.dimension != COUNT:
        return None
    classifier, noun = _counted_noun(site)
    said = _said(site)
    verb = _verb_before(site)
    if not noun and (following := _joined_to(site)) is not None:
        return _counted(_at(site, following))
    before = site.before
    if (
        noun
        and not said.base
        and before is not None
        and before.dimension == COUNT
        and _JOINED.search(site.tail)
    ):
        verb = verb or _verb_before(_at(site, before))
    if said.by and said.change and said.base:
        return Guess(_of_change(replace(said, base=_with_number(said.base, classifier)), site))
    if not noun and not said.base and site.before is not None and site.before.start >= site.clause:
        carried = _carried(site, said)
        if carried is not None:
            return carried
    if verb in {"增加", "减少"} and not noun:
        verb = ""
        if said.change and not said.base and (carried := _carried(site, said)) is not None:
            return carried
    owner = _base(_stripped(site.tail)[0].removesuffix(verb), site) if verb else ""
    if verb and not noun and owner.endswith(tuple(words.MEASURES)):
        return Guess(owner)
    if verb:
        thing = noun or ("人" if classifier in words.OF_PEOPLE else "")
        if thing.endswith(("规模", "量", "额", "率")):
            return Guess(thing)
        if thing:
            return Guess(_done(words.DONE[verb].format(thing)))
        own = owner
        if verb in words.AMOUNTS:
            return Guess(f"{own}{words.AMOUNTS[verb]}")
        return Guess(_done(words.DONE[verb].format(own or "数量")))
    acted = _ANY_VERB.search(site.tail)
    if (
        noun
        and acted
        and acted[1] not in {*words.HAVING, *words.UP, *words.DOWN, "达到", "突破", "超过"}
    ):
        return Guess(_done(f"{acted[1]}{noun}数"))
    if said.base.endswith(tuple(words.MEASURES)) and not (noun and _is_owner(said.base)):
        return Guess(said.base)
    if noun and (not said.base or _HAVING.search(site.tail.rstrip()) or not _is_thing(said.base)):
        return Guess(_with_number(noun, classifier))
    if said.base:
        is_sure = _is_thing(said.base) or (classifier != "" and len(said.base) > 1)
        return Guess(_with_number(said.base, classifier), "" if is_sure else _OPEN)
    return _elliptic(site, classifier)


def _joined_to(site: Site) -> Figure | None:
    """The figure that names what this one counts, too: 70亿|及|140亿参数."""
    following = min(
        (one for one in site.figures if one.start >= site.end),
        key=lambda one: one.start,
        default=None,
    )
    if following is None or following.dimension != COUNT:
        return None
    gap = site.text[site.end : following.start]
    return (
        following
        if re.fullmatch(r"[、和及与]|以及", gap) and _counted_noun(_at(site, following))[1]
        else None
    )


def _verb_before(site: Site) -> str:
    """What is done to what a figure counts, right before it: 新开, 服务."""
    rest = site.tail
    for _ in range(8):
        found = _DONE.search(rest)
        if found:
            return found[0]
        link = _LINK.search(rest) or re.search("(?:了|全国|全球|国内|海外|境内外?|各类|逾)$", rest)
        if link is None:
            return ""
        rest = rest[: link.start()]
    return ""


_ANY_VERB = re.compile("([\u4e00-\u9fff]{2})了(?:约|近|逾|超过?|大约)*$")


def _done(name: str) -> str:
    return (
        name.replace("人数数", "人数")
        .replace("数数", "数")
        .replace("人次数", "人次")
        .replace("数量数", "数量")
    )


def _is_owner(base: str) -> bool:
    return len(base) < 2


def _is_thing(base: str) -> bool:
    """Whether a base is a noun of things, and no company."""
    return (
        is_noun(base)
        or is_noun(base[-2:])
        or is_noun(base[-3:])
        or base.endswith(
            (
                "户",
                "店",
                "人",
                "员",
                "车",
                "机",
                "站",
                "品",
                "者",
                "手",
                "师",
                "生",
                "商",
                "家",
                "点",
                "区",
                "座",
                "床",
                "房",
                "桩",
            )
        )
        or base in words.AMOUNTS
        or base[-2:] in words.AMOUNTS
    )


def _with_number(noun: str, classifier: str = "") -> str:
    """How many there are of a noun: 门店数, 员工数, 订单量."""
    for verb in ("销售", "交付", "出口", "进口", "生产", "卖出", "售出", "采购", "召回"):
        if noun.startswith(verb) and len(noun) > len(verb) + 1:
            return f"{noun[len(verb) :]}{words.AMOUNTS[verb]}"
    if noun in words.AMOUNTS:
        return words.AMOUNTS[noun]
    if noun[-2:] in words.AMOUNTS and noun[:-2]:
        return noun[:-2] + words.AMOUNTS[noun[-2:]]
    if noun.endswith(("量", "数", "额", "率", "人次", "人数", "规模", "指数", "价", "值", "收入")):
        return noun
    if classifier.endswith("次") and classifier != "次":
        return noun if noun.endswith(classifier) else f"{noun}{classifier}"
    if classifier == "次":
        return f"{noun}次数"
    return f"{noun}数" if noun != "人" else "人数"


def _elliptic(site: Site, classifier: str) -> Guess[str] | None:
    """What a bare number counts that others before it are of."""
    before = site.before
    while before is not None:
        if before.dimension == COUNT:
            name = _named(_at(site, before)).value
            return Guess(name, "" if before.start >= site.clause else _OPEN)
        before = _at(site, before).before
    subject = _subject_before(site)
    if subject:
        return Guess(_with_number(subject, classifier), _OPEN)
    return Guess("人数", _OPEN) if classifier in words.OF_PEOPLE else None


# --- What is done with money

_PAID = re.compile(rf"(?:{_any(list(words.SPENT))})$")
_FOR = re.compile(
    rf"[^，。；]{{0,8}}?(?:{words.FOR})了?(?:一?[座家个条]|位于\w{{2,4}}的|新的?"
    rf"|新一代)?([^，。；、的以及和]{{2,9}})"
)


def _spent(site: Site) -> Guess[str] | None:
    if not site.is_money:
        return None
    if re.search("(?:这笔?|该笔?|上述|披露|公布|透露|拆分|说明|解释)$", site.tail) and (
        behind := _noun_of(site)
    ):
        return Guess(behind)
    if site.right.startswith("的") and (behind := _noun_of(site)):
        return Guess(behind)
    if re.match("罚款|罚金|补贴|奖金|奖励|贷款|赔偿|补偿|订单|合同", site.right) and (
        behind := _noun_of(site)
    ):
        return Guess(behind)
    rest = site.tail
    for _ in range(8):
        found = _PAID.search(rest)
        if found and not (len(found[0]) == 1 and rest.endswith(tuple(words.MEASURES))):
            break
        link = _LINK.search(rest) or re.search("总额$|金额$|资金$", rest)
        if link is None:
            return _paid_to(site) or _money_behind(site)
        rest = rest[: link.start()]
    else:
        return None
    if re.search("[为是达]", site.tail[len(rest) :]) and len(rest) > len(found[0]):
        return None
    base = _base(rest[: found.start()], site)
    what = _FOR.match(site.right)
    thing = what[1] if what and not re.search(r"[0-9]|^该|^其", what[1]) else ""
    if what and not thing and "收购" in what[0]:
        return Guess("收购金额")
    if rest[: found.start()].endswith("总"):
        return None
    if (
        not thing
        and len(base) <= 8
        and (
            base.endswith(tuple(words.MEASURES))
            or found[0]
            in {"投入", "收费", "成交", "销售", "出口", "进口", "亏损", "售价", "报价", "盈利"}
        )
    ):
        thing = base
    if found[0] in {"获得", "收"} and not thing:
        name = _noun_of(site)
        if name:
            return Guess(name)
    return Guess(words.SPENT[found[0]].format(thing))


_TO_SOMEBODY = re.compile(
    "(?:^|公司|需|须|将|应)(赔偿|补偿|支付|奖励|捐赠|罚款|注资|投资|补贴)了?[^，。；]{2,10}$"
)


def _paid_to(site: Site) -> Guess[str] | None:
    """What is paid to somebody who stands before the sum: 赔偿|专利持有人|5700万美元."""
    rest = _stripped(site.tail)[0]
    found = _TO_SOMEBODY.search(rest)
    if found is None or rest.endswith(tuple(words.MEASURES)):
        return None
    return Guess(words.SPENT.get(found[1], "{}金额").format(""))


def _noun_of(site: Site) -> str:
    found = re.match(r"的?([^，。；、：的]{2,8})", site.right)
    noun = _noun_in(found[1]) if found else ""
    if len(noun) < 2 or (begins_rest(noun) and not noun.endswith(tuple(words.MEASURES))):
        return ""
    return (
        noun
        if noun.endswith(tuple(words.MEASURES)) and not noun.endswith(("订单", "合同"))
        else f"{noun}金额"
    )


def _money_behind(site: Site) -> Guess[str] | None:
    """A noun behind a sum that nothing is named before: 3亿元的订单."""
    name = "" if _said(site).base else _noun_of(site)
    return Guess(name) if name else None


# --- By the noun before it


def _by_base(site: Site) -> Guess[str] | None:
    said = _said(site)
    if said.base and not _HAN.search(said.base):
        said = replace(said, base="")
    if (
        said.base.endswith("组")
        and site.before is not None
        and site.before.dimension == site.figure.dimension
    ):
        return Guess(f"{said.base}{_named(_at(site, site.before)).value}"[:_MOST])
    if site.figure.role is Role.TO or (said.base == "" and site.before is not None):
        carried = _carried(site, said)
        if carried is not None:
            return carried
    if said.base in _GROWTH and site.before is not None:
        said = replace(said, base=f"{_plain(_named(_at(site, site.before)).value)}{said.base}")
    if site.figure.dimension == RATIO and (
        site.tail[-1:] in _SIGNS or site.text[site.start] in _SIGNS
    ):
        said = replace(said, change=said.change or "变动", by=True)
    if not said.base:
        subject = _subject_before(site)
        if not subject:
            return None
        said = replace(said, base=subject)
        return Guess(_of_change(said, site) if said.by and said.change else subject, _OPEN)
    if (said.by and said.change) or (
        site.figure.dimension == POINTS and not said.base.endswith(("差", "幅"))
    ):
        return Guess(_of_change(said, site))
    if site.figure.dimension == RATIO and said.basis:
        return Guess(
            said.base if said.base.endswith(("增速", "增幅")) else f"{said.base}{said.basis}增速"
        )
    if site.figure.dimension == MULTIPLE and not said.base.endswith(tuple(words.MEASURES)):
        return Guess(f"{said.base}倍数")
    return Guess(_contrasted(site, said) or said.base)


def _contrasted(site: Site, said: Said) -> str:
    """A name that takes its measure of the figure before: 泰国收入14亿元，巴西|则为2亿元."""
    before = site.before
    if before is None or before.dimension != site.figure.dimension or "则" not in site.tail:
        return ""
    if said.base.endswith(tuple(words.MEASURES)):
        return ""
    name = _named(_at(site, before)).value
    ends = sorted((word for word in words.MEASURES if name.endswith(word)), key=len)
    return f"{said.base}{ends[-1]}" if ends else ""


_GROWTH = frozenset("增速 增幅 降幅 涨幅 跌幅".split())
_SIGNS = frozenset("+-＋－")


def _carried(site: Site, said: Said) -> Guess[str] | None:
    """What a figure is of that says more of the one before: 增长12%|至186亿元, 上年同期为16亿元."""
    before = site.before
    if before is None or said.base:
        return None
    is_change = (said.by and said.change != "") or site.figure.dimension == POINTS
    is_change = is_change or (site.figure.dimension == POINTS and said.basis != "")
    kinds = {RATIO, POINTS, MULTIPLE}
    compared = not is_change and site.figure.dimension == before.dimension
    other = before
    if is_change and other.dimension in kinds and other.start < site.clause:
        levels = [
            one for one in site.figures if one.end <= site.start and one.dimension not in kinds
        ]
        is_points = site.figure.dimension == POINTS and other.dimension == RATIO
        other = levels[-1] if levels and not is_points and not _changes(site, other) else other
    guess = _named(_at(site, other))
    if (
        compared
        and site.figure.dimension == RATIO
        and said.basis
        and _CHANGED_NAME.search(guess.value)
    ):
        return Guess(f"{_plain(guess.value)}{said.basis}增速", guess.doubt)
    name = guess.value if compared else _plain(guess.value)
    if is_change or (said.basis and site.figure.dimension == RATIO):
        return Guess(_of_change(replace(said, base=name), site), guess.doubt)
    return Guess(name, guess.doubt)


def _changes(site: Site, figure: Figure) -> bool:
    """Whether a figure before is how far something moved."""
    said = _said(_at(site, figure))
    return said.by and said.change != ""


def _of_change(said: Said, site: Site) -> str:
    """What a change of a metric is called."""
    if site.figure.dimension == POINTS and said.base.endswith(tuple(_GROWTH)):
        return f"{said.base}变动"
    base = _plain(said.base)
    if base.endswith(("增速", "增幅", "降幅", "涨幅", "跌幅", "增长率")):
        return base
    if base in {"股价", "股票", "股份"}:
        return "股价涨跌幅"
    if site.figure.dimension not in {RATIO, MULTIPLE}:
        return f"{base}{said.basis}变动"
    if said.dropped:
        return f"{base}{said.basis}降幅"
    return f"{base}{said.basis}{'变动' if base.endswith(tuple(words.CHANGED)) else '增速'}"


def _last_resort(site: Site) -> str:
    """The nearest noun: behind it, in its clause, before it; or what kind of a figure it is."""
    _, noun = _counted_noun(site)
    base = _said(site).base or _subject_before(site)
    if noun and len(noun) > 1:
        return noun
    kinds = {
        RATIO: "比例",
        POINTS: "变动",
        MULTIPLE: "倍数",
        COUNT: "数量",
        "time": "时长",
        "calendar time": "期限",
    }
    return base or kinds.get(site.figure.dimension, "金额" if site.is_money else "数值")


_RULES: tuple[Callable[[Site], Guess[str] | None], ...] = (
    _direct,
    _severally,
    _share,
    _counted,
    _spent,
    _by_base,
)

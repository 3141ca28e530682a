"""The units of what a number counts, by the words around it; whether they are, the judge says."""

import re
from collections.abc import Iterator, Sequence

from exporter.drafting.units_said import magnitudes
from exporter.evidence.noun_phrases_en import VERBS as VERBS_EN
from exporter.evidence.noun_phrases_en import noun_phrase, stem
from exporter.evidence.phrases_zh import FUNCTION, begins_rest
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import english_for, is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word
from exporter.evidence.subjects_en import WORDS
from exporter.facts.magnitudes import MAGNITUDES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import COUNT, KNOWN_UNITS, NO_UNIT, Unit
from exporter.facts.words import Lang

_COUNTED = tuple(unit for unit in KNOWN_UNITS.values() if unit.noun)
# What the words for these say of many things: they come after a noun of its own.
_GENERIC = frozenset(
    "items people times uses visits units".split()
)  # fmt: skip
_STEMS = {unit.key: frozenset(map(stem, unit.words[0])) for unit in _COUNTED}
# A classifier that says by itself what is counted.
_BY_CLASSIFIER = {
    "辆": "vehicles", "艘": "ships", "股": "shares", "架": "aircraft", "户": "households",
    "篇": "articles", "桶": "barrels", "票": "parcels", "班": "flights", "列": "trains",
    "棵": "trees", "头": "head", "张": "sheets", "枚": "pieces", "颗": "pieces", "支": "pieces",
    "片": "pieces", "只": "pieces", "套": "sets", "间": "rooms", "座": "sites", "栋": "buildings",
    "例": "cases", "起": "cases", "笔": "transactions", "单": "orders", "款": "products",
    "门": "courses", "部": "titles", "场": "events", "条": "lines",
    "份": "copies", "本": "copies", "册": "copies", "瓶": "bottles", "箱": "boxes", "杯": "cups",
    "名": "people", "位": "people", "人": "people", "台": "units", "项": "items", "件": "items",
    "次": "times",
}  # fmt: skip
_TELLING = frozenset("辆艘架股户篇桶票班列棵头瓶杯箱册")  # of which nothing else need be said
_ZH_OF = {
    "vehicles": "辆", "cars": "辆", "trucks": "辆", "shares": "股", "ships": "艘", "vessels": "艘",
    "aircraft": "架", "patients": "名患者", "rooms": "间客房", "hotels": "家酒店",
    "branches": "家分行", "members": "名会员", "passengers": "名旅客", "subscribers": "名订阅用户",
    "merchants": "家商家", "homes": "套住宅", "flats": "套公寓", "households": "户",
    "parcels": "件包裹", "jobs": "个岗位", "workers": "名工人", "engineers": "名工程师",
    "sites": "个站点", "projects": "个项目", "factories": "家工厂", "plants": "家工厂",
    "restaurants": "家餐厅", "markets": "个市场", "accounts": "个账户", "brands": "个品牌",
    "chips": "颗芯片", "stations": "座站点", "warehouses": "座仓库", "students": "名学生",
    "barrels": "桶", "flights": "个航班", "suppliers": "家供应商", "partners": "家合作伙伴",
    "banks": "家银行", "hospitals": "家医院", "schools": "所学校", "investors": "名投资者",
    "applications": "个应用", "apps": "个应用", "robots": "台机器人", "wells": "口井",
    "turbines": "台风机", "provinces": "个省份", "regions": "个地区", "states": "个州",
    "dealers": "家经销商", "drugs": "款药物", "trials": "项试验", "seats": "个座位",
    "tickets": "张票", "contracts": "份合同", "licences": "张牌照", "licenses": "张牌照",
}  # fmt: skip
_LONGEST_ZH = 8  # characters of a noun
_PHRASE_ZH = re.compile(r"[^，。；：、！？的了和与及或并（(）)“”0-9\s]{1,16}")
# Adverbs and verbs that begin the rest of a clause, whatever the noun before them.
_REST_ZH = re.compile(
    "合共|全面|全部|正式|陆续|成功|首次|共同|同时|纷纷|逐步|接入|使用|采用|支持|参与|服务|运营|投产|上线|落地|推出"
    "|获得|通过|跑在|成为|组成|构成|合作|签约|交付|销售|出口|下线|开工|开业|覆盖|遍布|分布|布局|铺设|左右|以上|以下|以内|量级|规模|级(?!市)"
)
_AIM_ZH = re.compile("目标|任务|大关|关口|门槛|指标|计划|指引|预期|预测|上限|下限|红线|规模|水平|产能")
# A verb stands before these: 飞|了, 爬|上餐桌, 加|入.
_COMPLEMENTS_ZH = frozenset("了过着入上下出进起完走回开掉到")
_VERBS_LAST_ZH = frozenset("飞爬跑搬赚拿涌奔冲驶")
_WORKING_DAYS = re.compile("个?(?:交易日|工作日|营业日|自然日)")
_PEOPLE_LAST_ZH = re.compile("(?:(?:创作|投资|消费|使用|开发|志愿|参与|从业|订阅|读|患|受试|劳动|就业)者|粉丝|主播|商户|骑手|司机|机主|车主|股民|基民|会员|用户|客户|学员|网民|乘客|旅客|顾客|居民|农户|球迷|玩家|观众|听众)$")
_SAID_BEFORE_ZH = re.compile("[\u4e00-\u9fff]+")
_NUMBER_OF_ZH = re.compile("(?<=..)(?:总?数量?|总量|[人家个]数)$")
_NEAR = 2  # numbers before one behind whose words its noun may stand: doubled to 1.2 million
_FAR = 4  # numbers before one whose noun it may share


def counted_units(figures: Sequence[Figure], at: int, lang: Lang) -> Iterator[Unit]:
    """The units that a figure may count, the likeliest first; at last none at all."""
    figure = figures[at]
    is_zh = re.search("[\u4e00-\u9fff]", f"{figure.noun}{figure.subject}") is not None
    labels = _labels_zh(figures, at) if is_zh else _labels_en(figures, at)
    keys = list(magnitudes(figure, lang))
    for label in dict.fromkeys(labels):
        for key in keys:
            unit = _of_known(label, key) or _of_own(label, key, is_zh=is_zh)
            if unit is not None:
                yield unit
    for key in keys:
        yield find_unit(key) or NO_UNIT
    yield NO_UNIT


def _of_known(label: str, magnitude: str) -> Unit | None:
    return find_unit(f"{magnitude} {label}".strip()) if label in KNOWN_UNITS else None


def _of_own(label: str, magnitude: str, *, is_zh: bool) -> Unit | None:
    """A unit of words that no known one has, its other label from the tables where they know it."""
    if is_zh:
        return _own_zh(label, magnitude)
    names = MAGNITUDES[magnitude].names
    zh = _ZH_OF.get(label.lower())
    if zh and (own := own_unit(f"{names.en} {label}".strip(), f"{names.zh}{zh}")):
        return own
    return _by_label(f"{names.en} {label}".strip(), "en")


def _own_zh(label: str, magnitude: str) -> Unit | None:
    names = MAGNITUDES[magnitude].names
    noun = label[1:] if label[0] in CLASSIFIERS and len(label) > 2 else label
    meant = sorted(english_for(noun)) if is_noun(noun) else []
    en = _BY_CLASSIFIER.get(label) or (meant[0] if meant else "")
    if en and (own := own_unit(f"{names.en} {en}".strip(), f"{names.zh}{label}")):
        return own
    return _by_label(f"{names.zh}{label}", "zh")


def _by_label(label: str, lang: Lang) -> Unit | None:
    key, en, zh = unit_by_label(label, lang)
    return find_unit(key) if key else own_unit(en, zh)


# --- English


def _labels_en(figures: Sequence[Figure], at: int) -> Iterator[str]:
    noun = figures[at].noun
    if _TIMES.match(noun):  # opened nine times a month
        yield "times"
        return
    if _OF_THEM.match(noun):  # 84 trucks, 20 of them electric
        yield from _before_en(figures, at)
    phrase = _counted_phrase(noun)
    if phrase:
        yield from _named_en(phrase, figures[at].noun)
        return
    said = " ".join(figure.subject for figure in figures[max(0, at - _NEAR) : at + 1])
    words = [word.lower() for word in WORDS.findall(said)]
    heads = [word for word in reversed(words) if is_counted_word(word) and word not in VERBS_EN]
    for head in heads:
        yield from _known_en(head)
    for unit in _COUNTED:  # employs 1,200, downloaded 3 million times
        if any(word in unit.words[0] for word in words):
            yield unit.key
    yield from heads
    yield from _before_en(figures, at)


_TIMES = re.compile(r"\s*times\b(?! (?:as|more|the))", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*of (?:them|these|those|which|whom)\b", re.IGNORECASE)


def _before_en(figures: Sequence[Figure], at: int) -> Iterator[str]:
    """What the numbers before one count."""
    for before in reversed(figures[max(0, at - _FAR) : at]):
        if before.dimension == COUNT and (phrase := _counted_phrase(before.noun)):
            yield from _named_en(phrase, before.noun)


def _counted_phrase(noun: str) -> list[str]:
    """The words behind a number up to the noun that it counts; none where there is none."""
    phrase = noun_phrase(noun)
    for at, word in enumerate(phrase):
        if at and word in VERBS_EN and not is_counted_word(word):
            break
        if is_counted_word(word) or (phrase[: at + 1] == ["people"]):
            last = at
            while last + 1 < len(phrase) and is_counted_word(phrase[last + 1]):
                if phrase[last + 1] in VERBS_EN:
                    break
                last += 1
            return phrase[: last + 1]
    return []


def _named_en(phrase: Sequence[str], noun: str) -> Iterator[str]:
    """The label of a phrase: a known unit's where that says it, else its own words."""
    known = list(_known_en(phrase[-1]))
    own = _as_written(phrase, noun)
    specific = [key for key in known if key not in _GENERIC or phrase[-1] == key]
    if len(phrase) == 1 or specific:
        yield from specific
    yield own
    yield phrase[-1]
    yield from known


def _known_en(head: str) -> Iterator[str]:
    for unit in _COUNTED:
        if stem(head) in _STEMS[unit.key] and head not in _ZH_OF:
            yield unit.key


def _as_written(phrase: Sequence[str], noun: str) -> str:
    said = re.search(r"[\s-]+".join(map(re.escape, phrase)), noun, re.IGNORECASE)
    return " ".join(said[0].split()) if said else " ".join(phrase)


# --- Chinese


def _labels_zh(figures: Sequence[Figure], at: int) -> Iterator[str]:
    figure = figures[at]
    behind = figure.noun.replace("“", "").replace("”", "")
    if days := _WORKING_DAYS.match(behind):
        yield days[0]
        return
    classifier = behind[:1] if behind[:1] in CLASSIFIERS else ""
    named = _named_behind(behind[len(classifier) :].lstrip())
    if named:
        yield from _known_zh(f"{classifier}{named}")
        yield f"{classifier}{named}"
        if is_noun(named[:2]):
            yield f"{classifier}{named[:2]}"
    else:
        yield from _named_before(figures, at, classifier)
    if classifier:
        key = _BY_CLASSIFIER.get(classifier, "")
        if key in KNOWN_UNITS and classifier in KNOWN_UNITS[key].zh:
            yield key
        yield classifier
        if key in KNOWN_UNITS:
            yield key


def _named_behind(rest: str) -> str:
    """The noun behind a number and its classifier; "" where the rest of the sentence begins."""
    if not rest or _AIM_ZH.match(rest):
        return ""
    return _noun_of_table(rest, at_end=False) if begins_rest(rest) else _noun_zh(rest)


def _named_before(figures: Sequence[Figure], at: int, classifier: str) -> Iterator[str]:
    """What the words before a number name, else what those of a number before it do."""
    subject = figures[at].subject
    for key in _known_zh(subject, before=True):
        if key != "companies" or classifier in {"", "家"}:  # 公司在建矿山2座
            yield key
    noun = "" if classifier in _TELLING else _noun_before(subject)
    if not noun and classifier in {"", "名", "位"} and (people := _PEOPLE_LAST_ZH.search(_NUMBER_OF_ZH.sub("", subject))):
        noun = people[0]
    if noun:
        yield f"{classifier}{noun}"
    for before in reversed(figures[max(0, at - _FAR) : at]):
        if before.dimension != COUNT:
            continue
        own = _named_behind(before.noun[1:]) if before.noun[:1] in CLASSIFIERS else ""
        if not own and classifier and before.noun[:1] == classifier not in _TELLING:
            named = _noun_before(before.subject)
            if named:  # 经销商数量为1432家，净减少57家
                yield f"{classifier}{named}"
        for key in _known_zh(own or before.subject, before=not own):
            if own or key != "companies" or classifier in {"", "家"}:
                yield key
        if own:
            yield f"{before.noun[0]}{own}"


def _known_zh(words: str, *, before: bool = False) -> Iterator[str]:
    """Known units by words of two characters or more; those nearer to the number come first."""
    found = [
        (len(words) - words.rindex(word) if before else words.index(word), -len(word), unit.key)
        for unit in _COUNTED
        for word in unit.words[1]
        if len(word) > 1 and word in words
    ]
    yield from dict.fromkeys(key for *_, key in sorted(found))


def _noun_zh(rest: str) -> str:
    """The noun that text begins with, up to what is said of it."""
    phrase = _PHRASE_ZH.match(rest)
    if phrase is None:
        return ""
    said = phrase[0]
    for end in range(1, len(said)):
        tail = said[end:]
        if end == 1 and not _REST_ZH.match(tail):
            continue
        if _REST_ZH.match(tail) or (begins_rest(tail) and not is_noun(said[: end + 1])):
            return _without_verb(said[:end], tail)
        if FUNCTION.match(tail) and not is_noun(said[: end + 1]):
            return _without_verb(said[:end], tail)
    if len(said) > _LONGEST_ZH or _NAMED_IN_LATIN.search(said):
        return ""
    return _without_verb(said, rest[len(said) :])


_NAMED_IN_LATIN = re.compile("[A-Za-z]$")  # 驰岳X7无人车


def _without_verb(noun: str, tail: str) -> str:
    """A noun without the verb that stands before 了 or 上: 全货机飞|了; "" if nothing is left."""
    is_verb = tail[:1] in _COMPLEMENTS_ZH or noun[-1] in _VERBS_LAST_ZH
    if not is_verb or is_noun(noun) or is_noun(noun[-2:]):
        return noun
    rest = noun[:-1]
    return rest if len(rest) > 1 else ""


def _noun_before(subject: str) -> str:
    """The last noun before a number, where the tables know it: 旗下门店总数达1286家."""
    runs = _SAID_BEFORE_ZH.findall(FUNCTION.sub(" ", subject))
    runs = [_NUMBER_OF_ZH.sub("", run) for run in runs]  # 会员数
    return next(filter(None, (_noun_of_table(run, at_end=True) for run in reversed(runs))), "")


def _noun_of_table(words: str, *, at_end: bool) -> str:
    """The longest noun of the tables with which words end, or begin; "" for none."""
    for length in (5, 4, 3, 2):
        part = words[-length:] if at_end else words[:length]
        if len(part) == length and is_noun(part):
            return part
    return ""

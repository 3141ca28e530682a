"""Whether a figure of Chinese text counts what a label names: 17条产品线, 开店126家, 代表2名."""

from collections.abc import Sequence
from itertools import chain

from exporter.engine.regex import regex
from exporter.evidence.carried_zh import takes_noun
from exporter.evidence.kinds_zh import is_done_to, is_of_goods
from exporter.evidence.labels_zh import OF_PEOPLE, split_label
from exporter.evidence.named_behind_zh import is_named_behind
from exporter.evidence.phrases_zh import (
    VERBS,
    begins_rest,
    ends_phrase,
    is_of_a_change,
)
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import english_for
from exporter.evidence.reading.vocabulary.units import (
    CLASSIFIED_NOT,
    CLASSIFIERS,
    GENERIC_CLASSIFIERS,
)
from exporter.evidence.subjects_zh import (
    are_named_shortly,
    is_of_another,
    is_said_last,
    names_another,
    own_subject,
)
from exporter.facts.units import COUNT

# What people are called, by the end of the word: 公司现有63名 are no companies.
_PEOPLE = regex(
    "(?:[员者人师生工户客民手长士兵童众东事管播授宾友妇徒星主儿属]|[开研]发|(?<![国厂])家|[雇聘招录]用|代表|顾问|司机|教练"
    "|干部|经理|助理|主任|法官|会计|编辑|警察|导游|保安|同学|伙伴|老板|选手|领导|例|亲|商|日活|月活)$"
)
_OF_A_WHOLE = frozenset("集页层")  # 纪录片32部 are no 32 episodes
_OF_GROUPS = frozenset("类组批")  # 用户分为3类 are no three users
# 1,280万台|注1: a footnote; 2300家|+: how many at least, and no noun
_NOTE = regex(r"(?<=^[\u4e00-\u9fff])(?:\s?[(（]?注[0-9]{1,2}[)）]?$|\+(?![0-9A-Za-z]))")
# 3家|位于新加坡的|门店: where the things are, which are named behind.
_PLACED = regex(
    "(?<=^[\u4e00-\u9fff])(?:位于|地处|坐落[于在]|分布[于在]|[设开建]在|设于|来自|落户)[^，。；、的]{1,12}的(?=[^，。；、])"
)


def counts_zh(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    """Whether the figure at an index counts what one of some Chinese labels names."""
    return _counts(figures, at, labels) or _counts_deeds(figures, at, labels)


def _counts(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    figure = figures[at]
    after = _NOTE.sub("", figure.noun.replace("“", "").replace("”", ""))
    after = _PLACED.sub("", after)
    is_classified = after[:1] in CLASSIFIERS and not after.startswith(CLASSIFIED_NOT)
    classifier = after[:1] if is_classified else ""
    rest = after[1:].lstrip() if classifier else after
    ends = begins_rest(rest) or is_of_a_change(figures, at, rest)
    labels = [label for label in labels if _may_be(label, classifier, after, rest, ends=ends)]
    if names_another(figure.subject, labels) and ends:
        return False
    if any(is_named_behind(after, classifier, rest, label, ends=ends) for label in labels):
        return True
    split = [split_label(label) for label in labels]
    if any(_is_classified(classifier, label, ends=ends) for label in split):
        return not is_of_another(figures, at, split)
    if not ends and not (classifier in {"人", "名"} and rest.startswith(VERBS)):
        return False
    kinds = GENERIC_CLASSIFIERS - _OF_GROUPS
    if classifier not in kinds | {"", *(of for of, _ in split)}:
        return False  # 员工持股3000万股 counts shares, and no employees
    nouns = [noun for _, noun in split if len(noun) > 1]
    subject = own_subject(figures, at)
    is_last = any(
        is_said_last(subject, noun, classifier) or is_done_to(subject, noun) for noun in nouns
    )
    if is_last or are_named_shortly(subject, classifier, split):
        return True
    return takes_noun(figures, at, split, classifier)


# 船舶4380艘次, 旅客2760万人次: how often ships called and passengers flew, and no number of them.
_OF_DEEDS = regex("[人艘架辆车班台列例件户船趟]次")


def _counts_deeds(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    """Whether a label has the classifier of deeds that stands behind the figure: 艘次船舶."""
    noun = figures[at].noun
    if not _OF_DEEDS.match(noun):
        return False
    of_deeds = [label[2:] for label in labels if label[:2] == noun[:2] and len(label) > 3]
    doing = [*figures[:at], figures[at]._replace(noun=noun[2:]), *figures[at + 1 :]]
    return bool(of_deeds) and _counts(doing, at, of_deeds)


def _may_be(label: str, classifier: str, after: str, rest: str, *, ends: bool) -> bool:
    """Whether a classifier may be of what a label names."""
    if classifier in OF_PEOPLE:
        return _may_be_people(label, after, rest)
    is_nobody = classifier == "人" and not ends and _is_of_people(label, rest)
    if is_nobody or (ends and is_of_goods(classifier, label)):
        return False
    return not classifier or label[0] not in _OF_A_WHOLE - {classifier} or len(label) == 1


def _may_be_people(label: str, after: str, rest: str) -> bool:
    """Whether a label may name what is counted by 名 or 位."""
    of, noun = split_label(label)
    if of in OF_PEOPLE or label == "人" or after.startswith(label) or _PEOPLE.search(noun):
        return True
    return len(noun) > 1 and ends_phrase(rest, noun)


def _is_of_people(label: str, rest: str) -> bool:
    """Whether a label's noun is what so many people make: 12人专班, 20人面包店."""
    _, noun = split_label(label)
    return bool(noun) and noun in rest[:14] and not _PEOPLE.search(noun)


def names_what_is_meant(noun: str, labels: Sequence[str], english: Sequence[str]) -> bool:
    """Whether a label has the classifier of a noun, which the unit names in English: 150件包裹."""
    if noun[:1] not in CLASSIFIERS or noun[:1] not in (split_label(label)[0] for label in labels):
        return False
    meant = english_for(noun[1:].lstrip())
    return not meant.isdisjoint(chain.from_iterable(label.lower().split() for label in english))


def names_nothing_zh(figure: Figure) -> bool:
    """Whether nothing but a classifier stands behind a number of Chinese text."""
    rest = figure.noun[1:] if figure.noun[:1] in CLASSIFIERS else figure.noun
    return figure.dimension == COUNT and (not rest or rest.startswith(VERBS))


def _is_classified(classifier: str, label: tuple[str, str], *, ends: bool) -> bool:
    """Whether a classifier alone says what a label names: 交付12艘 are so many 艘油轮."""
    of, noun = label
    return bool(of and noun) and classifier == of and ends and of not in GENERIC_CLASSIFIERS

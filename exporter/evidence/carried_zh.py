"""Chinese numbers that take their noun from one before: 开出31家店，歇业|6家; 其中海外|87家."""

from collections.abc import Sequence
from itertools import chain

from exporter.engine.regex import regex
from exporter.evidence.kinds_zh import is_done_to
from exporter.evidence.named_behind_zh import is_head_zh
from exporter.evidence.phrases_zh import DONE_WITH, FUNCTION, VERBS
from exporter.evidence.reading import Figure
from exporter.evidence.subjects_zh import OF_WHICH, is_said_last, own_subject
from exporter.facts.units import COUNT


def takes_noun(
    figures: Sequence[Figure], at: int, split: Sequence[tuple[str, str]], classifier: str
) -> bool:
    """Whether a number without a noun of its own takes a label's from what was said before it.

    Args:
        figures: The figures of a quote.
        at: The index of the number.
        split: The classifiers and nouns of labels of one thing.
        classifier: The classifier behind the number; "" for none.
    """
    leaves_noun = _leaves_noun(own_subject(figures, at), classifier)
    return leaves_noun and _is_said_before(figures, at, split, classifier)


_WHICH = regex("^[^，。；、的]{1,8}的(?=仅|只|则|有|约|达|共|为|近|超|逾|$)")
# 供应商合计的|900家, 分销商的|60家: others, and which others they are
_OF_OTHERS = regex(
    "[^，。；、的]{0,8}?(?:[商厂]|公司|企业|机构|客户|用户|对手|同[业行]|[供承]方)(?:合计|合共|共计|总计|总共|旗下|所属|自有)?的"
)
# 总参数3200亿，每次推理仅|激活180亿: of the same, how many are at work at a time
_AT_A_TIME = regex(
    "^(?:[每单]次|每轮)?[^，。；、]{0,4}?(?:仅|只|约)?(?:激活|启用|动用)(?=[了约近超仅]|$)"
)
# 城市有53个，|比上月多|4个: against when there were more or fewer
_THAN_BEFORE = regex(
    "^(?:[比较]|相比)(?:上[年季月周期]末?|[去前]年末?|上半年|[年期]初|[年季月期]末|同期|此前|以?往年|原?计划|疫情前)+(?=[多少净增减])"
)
_GROUP = regex("[^，。；、]{1,6}(?:组|区|省|市|县)(?:[则也仅另]?有)?")


def _leaves_noun(subject: str, classifier: str) -> bool:
    """Whether no noun stands before a number, but what tells which of some things it counts."""
    if classifier and (group := _GROUP.fullmatch(subject)):
        subject = subject[group.end() :]  # 对照组有14名患者复发，|治疗组|有9名
    subject = _THAN_BEFORE.sub("", OF_WHICH.sub("", subject))  # 其中海外|87家
    subject = _AT_A_TIME.sub("", subject)
    if not _OF_OTHERS.match(subject):
        subject = _WHICH.sub("", subject)  # 获奖的|仅45家
    subject = DONE_WITH.sub("", subject)
    return not FUNCTION.sub("", subject).strip()


def _is_said_before(
    figures: Sequence[Figure], at: int, split: Sequence[tuple[str, str]], classifier: str
) -> bool:
    """Whether a number takes its noun from what was counted, or spoken of, before it."""
    of = {of for of, _ in split}
    nouns = [noun for _, noun in split if len(noun) > 1]
    short = [noun for _, noun in split if len(noun) == 1]  # 开出31家店，歇业6家
    for index in range(at - 1, -1, -1):
        before = figures[index]
        if before.dimension != COUNT:
            if any(noun in before.subject for noun in nouns):
                return True
            if classifier in of and any(is_head_zh(before.noun, noun) for noun in nouns):
                return True  # 86英寸电视，预售1,200台
            continue
        if classifier and before.noun[:1] != classifier:
            # 仓库分布于14个国家，总数为63座: what the sentence begins with
            return classifier in of and before.subject.startswith(tuple(nouns))
        if any(is_head_zh(before.noun[1:], noun) for noun in chain(nouns, short)):
            return True
        if any(noun in before.subject or is_done_to(before.subject, noun) for noun in nouns):
            # 客服处理工单620张，遗留15张 counts no 名客服
            is_own = not classifier or classifier in of or "" in of
            return is_own or any(
                is_said_last(before.subject, noun, classifier) or is_done_to(before.subject, noun)
                for noun in nouns
            )
        if len(before.noun) > 1 and not before.noun[1:].startswith(VERBS):
            return False
    return False

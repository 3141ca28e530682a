"""What a text says that nobody upholds any more: withdrawn forecasts, target prices and ratings.

Withdraws its target price of EUR 11, suspends its Buy rating, its forecast has been withdrawn,
撤回11欧元的目标价. What is only cut, or withdrawn in favour of another, leaves the other standing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.engine.regex import regex


class Stretch(NamedTuple):
    """Words of a text, from `start` to `end`, all of which is withdrawn."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Whether an offset of the text is in it."""
        return self.start <= place < self.end


def is_within(place: int, stretches: Sequence[Stretch]) -> bool:
    """Whether an offset of a text is in any of some stretches of it."""
    return any(stretch.holds(place) for stretch in stretches)


def withdrawn_in(text: str) -> list[Stretch]:
    """What a text says is withdrawn, dropped or suspended; not what it denies to be, or may be."""
    if _MAY_WITHDRAW.search(text) is None:
        return []
    text = text.translate(_SIMPLIFIED)
    return [*_taken_back(text), *_told_behind(text, _GIVEN_UP), *_taken_back_zh(text)]


def no_longer_given(text: str) -> list[Stretch]:
    """The same of brokers' terms, which are also put under review, or stood until some day."""
    if _MAY_HAVE_ENDED.search(text) is None:
        return withdrawn_in(text)
    plain = text.translate(_SIMPLIFIED)
    ended = [Stretch(*found.span()) for found in _ENDED.finditer(plain)]
    return [*withdrawn_in(text), *_told_behind(plain, _IN_REVIEW), *_in_review_zh(plain), *ended]


_SIMPLIFIED = str.maketrans(
    "標價銷暫終擱棄評級預測審視檢討複觀將後調換給維處現從至",
    "标价销暂终搁弃评级预测审视检讨复观将后调换给维处现从至",
)
_MAY_WITHDRAW = regex(
    r"withdr[ae]w|suspend|remov|\bdrop|scrap|\bpull|abandon|rescind|retract|discontinu|cancel|revok"
    r"|\bditch|\bax(?:e[sd]?|ing)\b|shelv|no longer"
    r"|[撤搁擱]|[暂暫]停|取消|[中终終停]止|收回|移除|放弃|放棄|不再",
    re.IGNORECASE,
)
_MAY_HAVE_ENDED = regex(
    r"\breview\b|revision|on hold|\buntil\b|no longer|used to|once had|[评評]估|[审審]|[检檢][讨討]"
    r"|复核|複核|[观觀]察|曾|一度|直[到至]",
    re.IGNORECASE,
)

# --- English

_NOUN = (
    r"(?:(?:price[ -])?targets?(?:[ -]prices?)?|TPs?|PTs?|fair[ -]value(?: estimates?)?|ratings?"
    r"|recommendations?|forecasts?|guidance|outlooks?|estimates?|projections?)(?![\w-])"
)
_ITS = r"(?:its|the|their|our|his|her|all|any|both|an?|[A-Z][\w.&-]*[’'](?:s\b)?)"
_PREPOSITIONS = (
    r"(?:to|from|by|of|at|in|on|for|with|below|above|over|under|as|and|or|but|that|which|about|into"
    r"|out|off|back|up|down|forward|through|than|so|if|is|are|was|were)\b"
)
_WORD = rf"(?!{_PREPOSITIONS})[^\s,;:()]*[^\s,;:().]"
_NAMES = r"(?-i:[A-Z€$£¥0-9][^\s;:()]*[^\s,;:().]|[A-Z0-9])"
_KINDS = (
    r"(?:price|share|buy|hold|sell|neutral|previous|prior|earlier|former|current|existing|old"
    r"|earnings|sales|revenue|profit|margin|growth|financial|annual|full-year)"
)
# Its EUR 11 target price; Alder Co's Buy rating; EUR 11 target
_OBJECT = rf"(?:{_ITS} (?:{_WORD} ){{0,6}}?|(?:(?:{_NAMES}|{_KINDS}) ){{0,5}}?){_NOUN}"
# Where what is said of something ends.
_ENDS = (
    r"[;:()（），。；]|,(?!\d)|\.(?= [A-Z]|\s*$)|\n"
    rf"| and (?!{_OBJECT})"
    r"| (?:but|while|whereas|although|though|because|as|after|before|since|when|which|who|that"
    r"|instead|in favou?r|replac\w+|setting|citing|pending|having|until"
    r"|for an? (?:new|lower|higher))\b"
)
_ON = rf"(?:(?!{_ENDS}).)*"
_NOT = (
    r"(?<!\bnot )(?<!n[’']t )(?<!\bnever )(?<!\bmay )(?<!\bmight )(?<!\bcould )(?<!\bwould )"
    r"(?<!\bcannot )(?<!\bnot yet )(?<!\bwithout )(?<!\bto not )(?<!threatens to )"
    r"(?<!threatened to )(?<!considers )(?<!considered )(?<!considering )(?<!denied )"
    r"(?<!denies )(?<!\bnot be )(?<!\bmay be )(?<!\bmight be )(?<!\bcould be )(?<!\bwould be )"
    r"(?<!\bnot been )(?<!n[’']t been )(?<!\bnever been )(?<!n[’']t be )(?<!\bmay have )"
    r"(?<!\bnot to )(?<!\bthan )"
)
_TAKES_BACK = (
    r"(?:withdr(?:aws?|ew|awn|awing)|suspend(?:s|ed|ing)?|remov(?:es?|ed|ing)|scrap(?:s|ped|ping)?"
    r"|abandon(?:s|ed|ing)?|rescind(?:s|ed|ing)?|retract(?:s|ed|ing)?|discontinu(?:es?|ed|ing)"
    r"|cancel(?:s|l?ed|l?ing)?|revok(?:es?|ed|ing)|ditch(?:es|ed|ing)?|ax(?:e[sd]?|ing)"
    r"|shelv(?:es?|ed|ing)|(?P<moves>drop(?:s|ped|ping)?|pull(?:s|ed|ing)?)"
    r"|no longer (?:ha[sd]|have|gives?|publish(?:es)?|provides?|maintains?|upholds?|keeps?|offers?"
    r"|sets?|stands? by|sticks? to|supports?))"
)
_ACTIVE = regex(rf"\b{_NOT}{_TAKES_BACK} (?:also )?(?P<what>{_OBJECT})(?P<on>{_ON})", re.IGNORECASE)
# Drops its target price | to EUR 9: it is cut
_MOVED = regex(r" (?:up|down|back)?\s*(?:to|from|by) ", re.IGNORECASE)


def _taken_back(text: str) -> Iterator[Stretch]:
    """Withdraws | its target price of EUR 11 for Alder Co |; suspends | its Buy rating |."""
    for found in _ACTIVE.finditer(text):
        is_moved = found["moves"] and _MOVED.search(f"{found['on']} ")
        yield Stretch(found.start("what"), found.end("what") if is_moved else found.end())


_IS = (
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|will|remains?|stays?|now|since|currently"
    r"|temporarily|also|both|all) )*"
)
_FINITE = (
    r" (?:is|are|was|were|has|have|had|will|may|might|could|would|not|reflect\w*|assum\w*|impl\w+"
    r"|remains?|stays?|stands?|leaves?|includ\w+|keeps?|rates?|sets?|gives?|sees?)\b"
)
_BETWEEN = rf"(?:(?!{_ENDS}|{_FINITE}).){{0,80}}?"
_NO_OBJECT = (
    r"(?=\s*(?:[).,;:，。；）]|$)| (?:for|as|on|in|since|pending|after|while|until|by|because|last"
    r"|this|at|when|with|following|and|but|altogether|entirely|indefinitely)\b)"
)
_REVISED = r"(?:(?:put |placed )?(?:under (?:review|revision)|on hold|in abeyance))"
_PARTICIPLES = (
    r"(?:withdrawn|suspended|removed|scrapped|abandoned|rescinded|retracted|discontinued|cancell?ed"
    r"|revoked|ditched|axed|shelved|dropped|pulled)"
)


def _behind(what: str) -> re.Pattern[str]:
    return regex(rf"{_NOUN}{_BETWEEN}[ ,(–—-]+{_IS}{_NOT}{what}{_NO_OBJECT}", re.IGNORECASE)


_GIVEN_UP, _IN_REVIEW = _behind(_PARTICIPLES), _behind(_REVISED)
_BREAK = regex(rf"(?:{_ENDS}| with\b)", re.IGNORECASE)
_TAKEN_UP_AGAIN = regex(r"\b(?:reinstat|restor|resum|renew|reaffirm|reiterat)\w+", re.IGNORECASE)


def _told_behind(text: str, said: re.Pattern[str]) -> Iterator[Stretch]:
    """| Its target price of EUR 11 | has been withdrawn; puts | its Buy rating | under review."""
    for found in said.finditer(text):
        breaks = [each.end() for each in _BREAK.finditer(text, 0, found.start())]
        start = breaks[-1] if breaks else 0
        if not _TAKEN_UP_AGAIN.search(text, start, found.start()):
            yield Stretch(start, found.end())


# Had a target price of EUR 11 until May; no longer rates Alder Co Buy; 曾给予11欧元目标价
_ENDED = regex(
    rf"\b(?:had|was|were|stood|kept|held|carried|maintained|rated|gave)\b{_ON} until"
    r" (?!now\b|today\b|further\b)"
    rf"|\buntil (?!now\b|today\b|further\b)[^,;:.]{{1,30}}?,? (?:(?!{_ENDS}).)*?"
    rf"\b(?:had|was|were|stood|rated|carried)\b{_ON}"
    rf"|\b(?:no longer|used to|once had)\b{_ON}"
    r"|(?:(?<!不)曾|一度|直[到至](?!现在|目前|今))[^，。；！？]*",
    re.IGNORECASE,
)

# --- Chinese

_NOUN_ZH = "(?:目标价|评级|预测|指引|预期|展望|预计|目标)"
_UP_TO = "(?:(?!维持|重申|上调|下调|上修|下修|影响|[，。；：！？\n并而但却因后新改调换至]).)"
_NOT_ZH = (
    "(?<!未)(?<!没有)(?<!不会)(?<!不)(?<!可能)(?<!或)(?<!或将)(?<!考虑)(?<!拟)(?<!无需)(?<!并非)"
)
_TAKES_BACK_ZH = (
    "(?:撤[回销下除]|取消|暂停|[中终停]止|收回|移除|放弃|搁置"
    "|不再(?:给予|维持|设定?|提供|发布|给出)?)"
)
_ACTIVE_ZH = regex(
    f"{_NOT_ZH}{_TAKES_BACK_ZH}了?(?P<what>{_UP_TO}{{0,30}}?{_NOUN_ZH}{_UP_TO}{{0,24}})"
)
_LATELY = "(?:[（(]|已经?|现|目前|均|正在?|被|将|遭|予以|是|处于|暂)*"
_CLOSED = "(?=[了中]?(?:[，。；：！？）)\n]|$))"
_BEHIND_ZH = regex(
    f"[^，。；：！？\n]*?{_NOUN_ZH}{_UP_TO}{{0,16}}?{_LATELY}{_NOT_ZH}"
    f"(?:撤[回销下除]|取消|暂停|[中终]止|收回|移除|放弃|搁置){_CLOSED}"
)
_IN_REVIEW_ZH = regex(
    f"[^，。；：！？\n]*?{_NOUN_ZH}{_UP_TO}{{0,16}}?{_LATELY}{_NOT_ZH}"
    "(?:(?:重新)?(?:评估|审视|审查|检讨|复核|研究)中?|待(?:更新|定|重估|评估)"
    f"|(?:列入|置于|纳入)(?:观察|复核|审查|评估)(?:名单|之中|状态)?){_CLOSED}"
)


def _taken_back_zh(text: str) -> Iterator[Stretch]:
    """撤回|11欧元的目标价|; |11欧元的目标价已撤回|."""
    yield from (Stretch(*found.span("what")) for found in _ACTIVE_ZH.finditer(text))
    yield from (Stretch(*found.span()) for found in _BEHIND_ZH.finditer(text))


def _in_review_zh(text: str) -> Iterator[Stretch]:
    """|目标价11欧元|正在重新评估; 将|目标价11欧元|列入观察."""
    yield from (Stretch(*found.span()) for found in _IN_REVIEW_ZH.finditer(text))

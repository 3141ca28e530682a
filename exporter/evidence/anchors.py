"""What ties a number to itself in two languages: a date, a market, an entity.

"12% in Beijing, 15% in Shanghai" is 上海15%，北京12% and not 北京15%，上海12%, in whatever order. A
number is tied to a name only where names and numbers of a text take turns: anything else is left
to the reader.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from exporter.evidence.namesakes import Namesakes
from exporter.evidence.reading import Figure, read_dates

# Markets in both languages, a line each.
_MARKETS = (
    r"beijing|北京", r"shanghai|上海", r"guangzhou|广州", r"shenzhen|深圳", r"hangzhou|杭州",
    r"hong kong|香港", r"taiwan|台湾", r"(?:mainland )?china|中国(?:内地|大陆)?", r"japan|日本",
    r"south korea|korea|韩国", r"india|印度(?!尼)", r"indonesia|印尼|印度尼西亚", r"vietnam|越南",
    r"singapore|新加坡", r"thailand|泰国", r"malaysia|马来西亚", r"australia|澳大利亚|澳洲",
    r"the us|u\.s\.|the united states|america|美国", r"canada|加拿大", r"mexico|墨西哥",
    r"brazil|巴西", r"the uk|britain|the united kingdom|英国", r"germany|德国", r"france|法国",
    r"italy|意大利", r"spain|西班牙", r"russia|俄罗斯", r"turkey|土耳其", r"north america|北美洲?",
    r"europe|欧洲", r"latin america|拉丁美洲|拉美", r"south-?east asia|东南亚",
    r"asia[- ]pacific|apac|亚太", r"the middle east|中东", r"africa|非洲", r"overseas|abroad|海外",
    r"domestic(?:ally)?|国内", r"online|线上", r"offline|线下",
)  # fmt: skip
_A_MARKET = re.compile(
    rf"(?<![a-z])(?:{'|'.join(f'({market})' for market in _MARKETS)})(?![a-z])", re.IGNORECASE
)
_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]+(?![A-Za-z0-9])")
# Where numbers are compared, one of them may stand beside the name of the other.
_COMPARING = re.compile(
    r"\b(?:than|against|versus|vs|compar\w+|ahead of|behind|of which|beat|above|below)\b"
    r"|较|比|相当于|同期|高于|低于|超过|其中|领先|落后",
    re.IGNORECASE,
)

_Ties = Mapping[int, Hashable]  # by where a figure begins, what it is tied to


class Anchors:
    """What the figures of a translation and of its quote are tied to."""

    def __init__(
        self,
        said: Sequence[Figure],
        text: str,
        stated: Sequence[Figure],
        quote: str,
        namesakes: Namesakes,
    ) -> None:
        """Of a translation's figures, and of its quote's."""
        self._sides = ((said, text), (stated, quote))
        self._namesakes = namesakes

    def agree(self, one: Figure, other: Figure, first: Figure, last: Figure) -> bool | None:
        """Whether two figures are tied to what the quote's are tied to; None where nothing tells.

        Args:
            one: A figure of the translation.
            other: Another one of its kind.
            first: The quote's figure of the value of `one`.
            last: That of the value of `other`.
        """
        told = set()
        for (mine, theirs), (my_other, their_other) in zip(
            self.ties(one, first), self.ties(other, last), strict=True
        ):
            ours = {mine, my_other}
            if None not in ours and len(ours) == 2 and ours == {theirs, their_other}:
                told.add(mine == theirs)
        return min(told, default=None)

    def ties(self, figure: Figure, quoted: Figure) -> list[tuple[Hashable, Hashable]]:
        """What a figure and one of the quote are tied to, by kinds; None to nothing."""
        return [(mine.get(figure.start), theirs.get(quoted.start)) for mine, theirs in self._ties]

    @cached_property
    def _ties(self) -> list[tuple[_Ties, _Ties]]:
        if any(_COMPARING.search(text) for _, text in self._sides):
            return []
        (said, text), (stated, quote) = self._sides
        latin = _common_words(text, quote)
        kinds = zip(self._kinds(text, latin), self._kinds(quote, latin), strict=True)
        return [(_tied(said, mine), _tied(stated, theirs)) for mine, theirs in kinds]

    def _kinds(self, text: str, latin: Collection[str]) -> Iterator[list[tuple[int, Hashable]]]:
        """Where each kind of what a number may be tied to stands in a text."""
        yield [(date.start, date._replace(start=0, end=0)) for date in read_dates(text)]
        yield [(found.start(), found.lastindex) for found in _A_MARKET.finditer(text)]
        entities = list(self._namesakes.found(text))
        words = ((found.start(), found[0]) for found in _LATIN.finditer(text))
        yield entities or [(start, word) for start, word in words if word in latin]


def _common_words(text: str, quote: str) -> set[str]:
    """The names in Latin letters that both texts have, once each."""
    words, quoted = (_LATIN.findall(one) for one in (text, quote))
    return {word for word in words if words.count(word) == quoted.count(word) == 1}


def _tied(figures: Sequence[Figure], anchors: Sequence[tuple[int, Hashable]]) -> _Ties:
    """What each figure is tied to, where names and figures of one kind take turns."""
    if len(anchors) < 2 or len({anchor for _, anchor in anchors}) < len(anchors):
        return {}
    by_dimension: defaultdict[str, list[int]] = defaultdict(list)
    for figure in figures:
        by_dimension[figure.dimension].append(figure.start)
    ties: dict[int, Hashable] = {}
    for starts in by_dimension.values():
        size, rest = divmod(len(starts), len(anchors))
        if rest or not size:
            continue
        groups = [starts[at : at + size] for at in range(0, len(starts), size)]
        places = [place for place, _ in anchors]
        in_turn = zip(places, groups, strict=True)
        if places[0] < starts[0]:
            turns = [place for at, group in in_turn for place in (at, *group)]
        else:
            turns = [place for at, group in in_turn for place in (*group, at)]
        if turns == sorted(turns):
            for group, (_, anchor) in zip(groups, anchors, strict=True):
                ties |= dict.fromkeys(group, anchor)
    return ties

"""“需求见底。”某券商分析师写道: quotations that Chinese papers print before whose they are."""

from exporter.drafting.model import Sentence
from exporter.engine.regex import regex

# | 某证券的分析师在研报中写道 |: a sentence that says nothing itself
_SAYS_ALONE = regex(
    "[^，。；：“”]{2,40}?(?:写道|表示|指出|认为|分析称|点评称|直言|坦言|强调|提醒|判断|分析|点评|提到|[说称])道?[。！]?"
)
_SAID = regex("“(?P<said>[^“”]{6,}[。！？…，])”$")


def quoted_before(text: str, sentence: Sentence) -> str:
    """The quotation before a sentence that only says whose it is, as far as the sentence; or ""."""
    if _SAYS_ALONE.fullmatch(sentence.text.strip()) is None:
        return ""
    paragraph = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    said = _SAID.search(paragraph.rstrip())
    return paragraph[said.start() :] if said else ""


_QUOTED = regex("“(?P<said>[^“”]{6,})[。！？…，]”")


def quotation_at_first(words: str) -> str:
    """The whole sentences with which words begin, in marks; "" where they begin otherwise."""
    quoted = _QUOTED.match(words)
    return quoted["said"] if quoted else ""

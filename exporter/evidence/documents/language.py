"""Languages: as documents name them, and as their words show them.

A record has `en`, `zh`, or the BCP 47 tag of another.
"""

from exporter.engine.regex import regex

_TAG = regex(r"\s*([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)\s*(?:[.;,@]|$)")
_KANA, _HANGUL = regex("[\u3040-\u30ff]"), regex("[\uac00-\ud7af]")
_CHINESE = regex("[\u4e00-\u9fff]")
_LATIN = regex("[A-Za-z\u00c0-\u024f]")
_WORD = regex(r"[^\W\d_]+")
# No text in English of some length does without these, and other languages hardly have them.
_ENGLISH = frozenset("the of and to for with that from by are were has have".split())
# Their like in other languages with Latin letters; not those that begin names (von, del, van).
_OTHERS = frozenset(
    "der das und mit auf für ist wird bei dem den nach über im zum zur le les du et est sur "
    "dans une pour par aux avec el los las por con para una que della nel gli il di per sono "
    "een het zijn och att på af og til nie się um ao não em".split()
)
_FEWEST_WORDS, _LEAST_SHARE = 100, 0.03
_FEWEST_OTHERS = 2
_A_FIFTH, _HALF, _A_TWENTIETH = 0.2, 0.5, 0.05


def language_tag(said: str) -> str | None:
    """A language as a record names it; None where nothing is named.

    English and Chinese are told apart no further, since they are read alike everywhere.

    Source: RFC 5646 (BCP 47), 2.1 and 2.1.1 (how tags are written).
    """
    match = _TAG.match(said)
    if match is None:
        return None
    language = match[1].lower()
    if language in {"en", "zh"}:
        return language
    if language in {"cmn", "yue"}:
        return "zh"
    parts = match[2].replace("_", "-").split("-")[1:]
    return "-".join([language, *map(_subtag, parts)])


def language_of(text: str, told: str | None) -> str | None:
    """The language of a document; None where neither its words show it nor anything tells it.

    Pages tell the language of their templates, not seldom; so what the script shows goes first.

    Args:
        text: Its words.
        told: What it tells of its language, as a tag.
    """
    letters = max(sum(map(str.isalpha, text)), 1)
    if len(_CHINESE.findall(text)) + len(_KANA.findall(text)) >= _A_FIFTH * letters:
        return "ja" if len(_KANA.findall(text)) >= _A_TWENTIETH * letters else "zh"
    if len(_HANGUL.findall(text)) >= _A_FIFTH * letters:
        return "ko"
    if told not in {None, "zh", "ja", "ko"}:
        return told
    if len(_LATIN.findall(text)) < _HALF * letters:
        return None if letters > 1 else "en"
    words = _WORD.findall(text.lower())
    english = sum(word in _ENGLISH for word in words)
    others = sum(word in _OTHERS for word in words)
    if others >= _FEWEST_OTHERS and others > english:
        return None
    share = english / max(len(words), 1)
    return None if len(words) >= _FEWEST_WORDS and share < _LEAST_SHARE else "en"


def _subtag(part: str) -> str:
    """A region in capitals, a script with one at its beginning, all else in small letters."""
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()

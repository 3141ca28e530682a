"""The noun phrase behind a number of English text: what it is about, by its stem."""

import re
from functools import lru_cache

from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PARTICIPLES, PAST, PRESENT

# Fortune 500 firms
_WORD = re.compile(r"[\s-]*(?:(?<=\w )[0-9]{2,4}\s)?([a-z][\w']*(?:-[a-z][\w']*)*)", re.IGNORECASE)
_STOPS = frozenset(
    "in on by from since at for as to and or after last this next with during up "
    "down over more less so than compared when while was is has have had will "
    "would may can"
    " per a an the that which who were are been be but if because across under "
    "between through against versus vs into out about it they we he she its their"
    " each every annually yearly now then also not no where both along beside beyond behind near"
    " within without around even onto upon toward towards despite inside outside amid among below"
    " above before after ago earlier later previously meanwhile again altogether combined together"
    " either including such like via except plus minus worth rather intact unchanged"
    " untouched".split()
) | AUXILIARIES  # fmt: skip
_REGULAR = frozenset("daily weekly monthly".split())
_PARTITIVE = frozenset("of the its our their these those all such".split())
# 30 or so coders
_SAID_BEHIND = re.compile(
    r"or (?:so|more|fewer|less|thereabouts) |and (?:up|more|counting) ", re.IGNORECASE
)
# 940 owned and franchised hotels, 90 small and medium-sized firms: two kinds of one thing.
_OWNED = frozenset(
    "owned leased operated managed franchised licensed licenced rented run controlled".split()
)
_JOINING = frozenset({"and", "or"})
_SECOND_KIND = re.compile(
    rf" (?:(?P<owned>{'|'.join(sorted(_OWNED))})|[a-z]+-[a-z]+) [a-z]+", re.IGNORECASE
)
_MORE = frozenset("more fewer less plus".split())
_MOST_WORDS = 5
# What anything may be counted as.
GENERIC = frozenset("times time people persons units pieces items".split())


def noun_phrase(noun: str) -> list[str]:
    """The words behind a number as far as they may be a noun phrase."""
    words: list[str] = []
    noun = without_points(noun)
    behind = _SAID_BEHIND.match(noun)
    at = behind.end() if behind else 0
    while (match := _WORD.match(noun, at)) is not None and len(words) < _MOST_WORDS:
        word = match[1].lower()
        if word in _JOINING and words and (joined := _SECOND_KIND.match(noun, match.end())):
            is_kind = joined["owned"] is None and not is_counted_word(words[-1])
            if is_kind or words[-1] in _OWNED:
                at = match.end()
                continue
        # 35 million weekly users, 41,000 more patients
        if not words and (word in _PARTITIVE or word in _REGULAR or word in _MORE):
            at = match.end()
            continue
        if word in _STOPS | _REGULAR or (
            word.endswith("ed") and words and is_counted_word(words[-1])
        ):
            break
        words += word.split("-")
        at = match.end()
    return words


def without_points(words: str) -> str:
    """Words with their initials in one: 8,500 U.S. workers, 1,200 U.K.-based staff."""
    return _INITIALS.sub(lambda initials: initials[0].replace(".", ""), words)


_INITIALS = re.compile(r"(?<![\w.])[A-Z](?:\.[A-Z]){1,3}(?:\.(?=[ -])|(?= |$))")


def heads_of(phrase: list[str], *, is_one_of_many: bool) -> list[str]:
    """The nouns that a phrase behind a number may be about; none where a verb begins it.

    9 held patents: of applicants, nine did.
    """
    first = phrase[0] if phrase else ""
    if first in _ONLY_VERBS or (is_one_of_many and first in VERBS):
        return []
    return [
        word
        for at, word in enumerate(phrase)
        if (is_counted_word(word) and word not in _PRONOUNS) or (at and word in _SPANS)
    ]


# 12,000 working days are no nurses, whatever stands before.
_SPANS = frozenset("seconds minutes hours days weeks months quarters years".split())


_PRONOUNS = frozenset({"others", "ones"})
_NO_NOUN = frozenset(
    "abroad overseas online domestically nationwide worldwide locally new old free vacant idle "
    "respectively early late this last next year here there today fewer less higher lower them us "
    "back away you empty full ready due missing alive apiece behind male female dead absent".split()
) | (PAST | PARTICIPLES | PRESENT)
_OF_ADJECTIVES = (
    "ed",
    "ly",
    "ing",
    "al",
    "ic",
    "ive",
    "able",
    "ible",
    "ous",
    "ary",
    "less",
    "ful",
    "ate",
)


def lacks_noun(phrase: list[str]) -> bool:
    """Whether nothing behind a number is a noun, so that it may count what was said before."""
    return not phrase or phrase[0] in _NO_NOUN or phrase[0].endswith(_OF_ADJECTIVES)


VERBS = PAST | PRESENT | frozenset("cut put shut hit hurt let set".split())
_ONLY_VERBS = PAST - PARTICIPLES


def is_head(phrase: list[str], stems: tuple[str, ...]) -> bool:
    """Whether a label is what a noun phrase is about, and no more than a modifier in it."""
    said = [stem(word) for word in phrase]
    for start in range(min(len(said), _verb_in(phrase)) - len(stems) + 1):
        if tuple(said[start : start + len(stems)]) == stems:
            following = phrase[start + len(stems) : start + len(stems) + 1]
            return not (
                following
                and is_counted_word(following[0])
                and not is_counted_word(phrase[start + len(stems) - 1])
            )
    return False


# Plurals in form that say of what kind the noun behind them is: sports use, savings plan.
_KINDS = frozenset(
    "sales savings sports goods earnings systems operations customs services".split()
)


def _verb_in(phrase: list[str]) -> int:
    """Where a verb stands behind a plural: 38 rivals | cut prices; the phrase's end for nowhere."""
    for at in range(1, len(phrase)):
        before = phrase[at - 1]
        if phrase[at] in VERBS and is_counted_word(before) and before not in _KINDS:
            return at
    return len(phrase)


_BODIES = {
    "membership": "member", "readership": "reader", "viewership": "viewer", "ridership": "rider",
    "listenership": "listener",
}  # fmt: skip


def stem(word: str) -> str:
    """A noun's singular in small letters: cities is city, membership counts members."""
    word = word.lower()
    if word in _BODIES:
        return _BODIES[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1024)
def stems_of(label: str) -> tuple[str, ...]:
    """The stems of a label's words: those of `mature markets`."""
    return tuple(
        stem(word) for word in re.findall(r"[a-z][\w']*", without_points(label.upper()).lower())
    )

"""Texts that look like others: letters of two scripts in a word, and signs that turn words round.

“Аpple” with a Cyrillic А is another name than “Apple”, and U+202E shows “gnp.exe” as “exe.png”. In
a text that is told as a doubt, since a person may mean it; an address that misleads is refused.

Source: Unicode Technical Standard 39, 5.1 (mixed scripts), and its confusables.txt, of which here
are the letters that the usual fonts draw alike; Unicode Standard Annex 9, 2 (explicit formatting).
"""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import urlsplit

from exporter.errors import Fault, character_name

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SUSPECT = re.compile("[\u202a-\u202e\u2066-\u2069\u0370-\u058f\u13a0-\u13ff]")
_LATIN, _OTHERS = "LATIN", ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
# Letters of other scripts, each over the Latin one that it looks like.
_ALIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТХҮӀԌԚԜаеѕіјорсухһӏԁԛԝүѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧονОՍՏօսոհᎪᏴᏟᎬᎻᎫᏦᏞᎷᎾᏢᏚᎢᏙᎳᏃ",
        "ABESIJKMHOPCTXYIGQWaesijopcyxhldqwyvABEZHIKMNOPTYXovOUSounhABCEHJKLMOPSTVWZ",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def may_mislead(text: str) -> bool:
    """Whether a text has a sign that turns, or a letter of a script with look-alikes; quickly."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def turning_fault(text: str) -> Fault | None:
    """The first sign in a text that turns the direction of writing round; None for none."""
    if match := _TURNING.search(text):
        wrong = f"has {character_name(match[0])}, which shows words in another order than they have"
        return Fault(wrong, "delete it")
    return None


def letter_fault(text: str, meant: Sequence[str] = ()) -> Fault | None:
    """The first word of a text that is made of letters of two scripts; None for none.

    A word of look-alikes alone is one where all else in the text is Latin. `μTorrent` and `TGFβ`
    have a Greek letter that nobody takes for a Latin one.

    Args:
        text: A name, a title, a statement.
        meant: Words that are as they should be.
    """
    words = _WORD.findall(text)
    clear = any(_script(c) in _OTHERS and c not in _ALIKE for word in words for c in word)
    has_latin = any(_script(c) == _LATIN for word in words for c in word)
    for word in words:
        if word in meant:
            continue
        strange = [c for c in word if _script(c) in _OTHERS]
        if not strange or not has_latin:
            continue
        mixed = len(strange) < len(word) and any(_script(c) == _LATIN for c in word)
        if mixed and not (all(map(_is_alike, strange)) or _script(strange[0]) == "CYRILLIC"):
            continue
        if mixed or (not clear and all(map(_is_alike, word))):
            wrong = f"has {character_name(strange[0])} among Latin letters, in “{word}”"
            return Fault(wrong, f"{_in_latin(word)}, or list the word under `names` in report.yaml")
    return None


def address_fault(url: str) -> Fault | None:
    """Why an address leads elsewhere than it looks; None where it does not."""
    if unseen := next((c for c in url if unicodedata.category(c) in {"Cf", "Cc", "Zl", "Zp"}), ""):
        return Fault(f"has {character_name(unseen)}, which nobody sees", "delete it")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        return Fault(f"{url!r} is no address ({error})", "copy it from a browser")
    if not host:
        return Fault(f"{url!r} names no host", "copy it from a browser")
    if "@" in parts.netloc:
        wrong = f"has {parts.netloc.rpartition('@')[0]!r} before its host, which is {host!r}"
        return Fault(wrong, "leave it out, with its @")
    return host_fault(host)


def host_fault(host: str) -> Fault | None:
    """Why a host is another than it looks; None where it is not."""
    plain = unicodedata.normalize("NFKC", host).replace("。", ".").casefold()
    if plain != host.casefold() and plain.isascii():
        return Fault(f"has the host {host!r}, which a browser takes for {plain!r}", "write that")
    for label in plain.split("."):
        letters = [c for c in label if c.isalpha()]
        strange = [c for c in letters if _script(c) in _OTHERS]
        if strange and (len(strange) < len(letters) or all(map(_is_alike, strange))):
            wrong = f"has {character_name(strange[0])} in its host {host!r}"
            return Fault(wrong, f"{_in_latin(plain)}, or {_punycode(plain)!r} if it is meant")
    return None


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _is_alike(character: str) -> bool:
    return character in _ALIKE


def _in_latin(word: str) -> str:
    """What is to be written instead: Latin letters, where all of a word look like such."""
    latin = "".join(_ALIKE.get(character, character) for character in word)
    return f"write {latin!r}" if latin.isascii() else "write it in letters of one script"


def _punycode(host: str) -> str:
    labels = (
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in host.split(".")
    )
    return ".".join(labels)

"""Who tells something by a description that the report has for an entity: the FTSE 250 group said.

It is written as one name for those who look for tellers, of the same length: the FTSE-250-group.
"""

import re

from exporter.drafting.model import Setting
from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_en import COMPANY_EN
from exporter.drafting.names.told import Told

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


def tellers_in(text: str, setting: Setting) -> tuple[Told, ...]:
    """Everybody who tells something in a text; entities that are described, by their names."""
    described = _descriptions(setting) if setting.lang == "en" else {}
    if not described:
        return tuple(told_in(text))
    any_of = "|".join(map(re.escape, sorted(described, key=len, reverse=True)))
    pattern = re.compile(rf"\b(?P<the>[Tt]he )(?P<what>{any_of})(?![\w’'-])", re.IGNORECASE)
    as_names = pattern.sub(lambda said: said["the"] + _as_name(said["what"]), text)
    names = {_as_name(what).casefold(): name for what, name in described.items()}

    def named(who: str) -> str:
        return names.get(_ARTICLE.sub("", who, count=1).casefold(), who)

    return tuple(one._replace(who=named(one.who)) for one in told_in(as_names))


def _descriptions(setting: Setting) -> dict[str, str]:
    """What entities are described by, without the article; not: the company, which may be any."""
    said = (
        (_ARTICLE.sub("", alias, count=1), entity.name.en)
        for entity in setting.entities
        for alias in entity.aliases
        if _ARTICLE.match(alias)
    )
    return {what: name for what, name in said if " " in what or not COMPANY_EN.fullmatch(what)}


def _as_name(words: str) -> str:
    """Some words as one that begins like a name, of the same length."""
    joined = re.sub(r"\s", "-", words)
    return joined[:1].upper() + joined[1:]

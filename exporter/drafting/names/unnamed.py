"""Whom a Chinese source means where it names nobody: 据介绍, 据悉.

What is introduced or disclosed is so by somebody who spoke before: the last who told something in
the paragraph, or the entity of which the sentence speaks, where that told something before. What
one hears or reads (据悉, 据报道) is nobody's.
"""

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.persons import is_person, somebody_before
from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_zh import AGENT_ZH, COMPANY_ZH, NOBODY_ZH
from exporter.drafting.sentences import paragraph_before
from exporter.engine.regex import regex

UNNAMED = "who says so is not named"
UNNAMED_ZH = regex("据(?:介绍|透露|披露|了解|悉|报道|消息)")
# “……”餐饮分析师说。|据其测算|，……
_BY_THEM_ZH = regex("根?据其")
SPOKEN_ZH = frozenset({"据介绍", "据透露", "据披露"})


def teller_of_all(place: int, sentence: Sentence, setting: Setting) -> str:
    """Who introduced something at a place of the source; "" where that is not plain.

    Args:
        place: Where the words stand that name nobody.
        sentence: In which they stand.
        setting: With the source.
    """
    source = setting.source.text or ""
    here = paragraph_before(source, place)
    if speakers := _speakers(here, setting):
        return speakers[-1]
    named = [form for form in _forms(setting) if form in sentence.text]
    earlier = _speakers(source[:place], setting)
    return next((form for form in named if form in earlier), "")


def spoken_before(who: str, place: int, sentence: Sentence, setting: Setting) -> str:
    """Who introduced something (据介绍), or is 其 in 据其测算; "" elsewhere."""
    source = setting.source.text or ""
    if who in SPOKEN_ZH:
        return teller_of_all(place, sentence, setting)
    if who != "其" or _BY_THEM_ZH.match(source, place) is None:
        return ""
    return somebody_before(source, place) or teller_of_all(place, sentence, setting)


def _speakers(text: str, setting: Setting) -> list[str]:
    """Who told something in a text: people, bodies and the report's entities, in its order."""
    forms = tuple(_forms(setting))
    houses = {form for one in setting.brokers for form in (*one.name, *one.aliases)}
    return [
        one.who
        for one in told_in(text)
        if one.who not in houses
        and not NOBODY_ZH.fullmatch(one.who)
        and not COMPANY_ZH.fullmatch(one.who)
        and (one.who.endswith(forms) or is_person(one.who) or AGENT_ZH.search(one.who))
    ]


def _forms(setting: Setting) -> list[str]:
    """What the report's entities are called, the longest first."""
    forms = {form for one in setting.entities for form in (*one.name, *one.aliases) if form}
    return sorted(forms, key=lambda form: (-len(form), form))

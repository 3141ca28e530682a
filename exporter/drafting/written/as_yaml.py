"""Drafts as YAML, as people write it: what several facts share once, short lines."""

import re
from collections.abc import Callable, Iterator, Sequence

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, DraftView, Setting
from exporter.drafting.written.runs import groups_of, runs_of, shared_fields, without
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS, Unit
from exporter.facts.words import LANGUAGES, Bilingual, Lang, Qualifier, Status

PageOf = Callable[[int], int]  # of an offset in the text; 0 where there are none

_WIDEST = 110  # characters of a fact in one line
# What a text without quotation marks may not hold, by itself and between braces.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_MARKED = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<\s]|.*(?::(?:\s|$)|\s#)|[0-9.,:/ +-]+$", re.DOTALL)
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MARKED_IN_BRACES = re.compile(r".*[,\[\]{}]", re.DOTALL)
_AS_NUMBER = re.compile(r"[0-9][0-9a-zA-Z_.:-]*")
_WORDS = frozenset(
    "y n yes no true false on off null".split()
)  # fmt: skip
Fields = dict[str, str]  # as written, by name


def as_yaml(drafted: Drafted, setting: Setting, page_of: PageOf = lambda _: 0) -> str:
    """The drafts as a facts file; views stand beside the facts where there are any."""
    facts = list(_facts(drafted.facts, setting, page_of))
    if not drafted.views:
        return "\n".join(facts) + "\n" if facts else "[]\n"
    views = [line for view in drafted.views for line in _view(view, setting)]
    lines = [*(["facts:"] if facts else []), *facts, "views:", *views]
    return "\n".join(lines) + "\n"


def _facts(drafts: Sequence[Draft], setting: Setting, page_of: PageOf) -> Iterator[str]:
    page = 0
    for run in runs_of(drafts, setting.source.text or ""):
        entity, period, unit = run.taken()
        is_shared = entity or _have_none(run.drafts)
        inherited = {"entity": scalar(entity)} if is_shared else {}
        inherited |= {"unit": unit_written(unit, setting.lang)} if unit and unit.key else {}
        inherited |= {"period": period} if period else {}
        shared = inherited | {"source": scalar(setting.source.id)}
        yield f"- defaults: {{{_in_line(shared)}}}"
        for sharing in groups_of(run.drafts):
            here = page_of(sharing[0].start)
            if here != page:
                page = here
                yield f"# page {page}"
            every = [without(_fields(draft, setting.lang), inherited) for draft in sharing]
            reviews = [{"review": scalar(draft.review)} for draft in sharing]
            quote = scalar(sharing[0].quote, in_braces=False)
            yield from _sharing(quote, every, reviews)


def _have_none(drafts: Sequence[Draft]) -> bool:
    """Whether several are of nobody that the report knows: who is named, is named once."""
    return sum(not draft.entity for draft in drafts) > 1


def _sharing(quote: str, every: Sequence[Fields], reviews: Sequence[Fields]) -> Iterator[str]:
    """Facts with one quote: one by itself, several as a group with what they have alike."""
    if len(every) == 1:
        yield from _block(every[0] | {"quote": quote} | reviews[0], "- ", "  ")
        return
    shared = shared_fields(every)
    yield from _block({"quote": quote} | shared, "- ", "  ")
    yield "  facts:"
    for fields, review in zip(every, reviews, strict=True):
        yield from _flow_or_block(without(fields, shared) | review)


def _flow_or_block(fields: Fields) -> Iterator[str]:
    line = f"    - {{{_in_line(fields)}}}"
    if len(line) <= _WIDEST:
        yield line
    else:
        yield from _block(fields, "    - ", "      ")


def _in_line(fields: Fields) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items())


def _block(fields: Fields, first: str, other: str) -> Iterator[str]:
    for at, (name, value) in enumerate(fields.items()):
        yield f"{other if at else first}{name}: {value}"


def _fields(draft: Draft, lang: Lang) -> Fields:
    """The fields of a fact in the order of the documentation, quote and review left out."""
    fields = {
        "id": scalar(draft.id),
        "entity": scalar(draft.entity),
        "metric": _in_language(draft.metric, lang),
    }
    if draft.unit is None:
        fields["value"] = _in_language(draft.value, lang)
    elif draft.high:
        fields["value"] = f"{{from: {draft.value}, to: {draft.high}}}"
    else:
        fields["value"] = draft.value
    if draft.unit is not None and draft.unit.key:
        fields["unit"] = unit_written(draft.unit, lang)
    if draft.qualifier is not Qualifier.EXACT:
        fields["qualifier"] = str(draft.qualifier)
    if draft.period:
        fields["period"] = draft.period
    if draft.status is not Status.ACHIEVED:
        fields["status"] = str(draft.status)
    if draft.attribution:
        fields["attribution"] = _in_language(draft.attribution, lang)
    return fields


def unit_written(unit: Unit, lang: Lang) -> str:
    """A unit as a facts file has it: by its name, or by the labels of one's own that are known."""
    if name := unit_name(unit, lang):
        return scalar(name)
    labels = own_labels(unit, lang)
    said = (
        f"{lang}: {scalar(label)}" for lang, label in zip(LANGUAGES, labels, strict=True) if label
    )
    return f"{{{', '.join(said)}}}"


def own_labels(unit: Unit, lang: Lang) -> Bilingual:
    """The labels of a unit of one's own; "" where one is only made of the other, in `lang`."""
    label = unit.label(lang)
    _, *made = unit_by_label(label, lang)
    if made == [unit.en, unit.zh]:
        return Bilingual(label, "") if lang == "en" else Bilingual("", label)
    return Bilingual(unit.en, unit.zh)


def unit_name(unit: Unit, lang: Lang) -> str:
    """The name of a known unit, in Chinese where that names it, too; "" for one of one's own."""
    names = [unit.key, unit.en]
    if lang == "zh" and unit.key not in KNOWN_UNITS:
        names[:0] = [unit.zh, unit.key.replace("100 million", "亿").replace("10,000", "万")]
    return next((name for name in names if find_unit(name) == unit), "")


def _view(view: DraftView, setting: Setting) -> Iterator[str]:
    lang = setting.lang
    fields = {
        "id": scalar(view.id),
        "broker": scalar(view.broker),
        "subject": scalar(view.subject),
        "stance": view.stance,
        "thesis": _in_language(view.thesis, lang),
        "drivers": f"[{', '.join(_in_language(driver, lang) for driver in view.drivers)}]",
    }
    if view.rating:
        fields["rating"] = _in_language(view.rating, lang)
    if view.target_price:
        fields |= {"target_price": view.target_price, "currency": view.currency}
    if view.previous_target_price:
        fields["previous_target_price"] = view.previous_target_price
    if view.analyst:
        fields["analyst"] = _in_language(view.analyst, lang)
    if view.report_date:
        fields["report_date"] = view.report_date.isoformat()
    fields |= {
        "source": scalar(setting.source.id),
        "quote": scalar(view.quote, in_braces=False),
        "review": scalar(view.review),
    }
    yield from _block(fields, "- ", "  ")


def _in_language(text: str, lang: Lang) -> str:
    return f"{{{lang}: {scalar(text)}}}"


def scalar(text: str, *, in_braces: bool = True) -> str:
    """A text as YAML has it, in quotation marks where it would be taken for something else."""
    is_marked = not text or text.endswith(" ") or _MARKED.match(text) or _BREAKS.search(text)
    in_parts = in_braces and _MARKED_IN_BRACES.match(text) is not None
    if (
        not is_marked
        and not in_parts
        and text.lower() not in _WORDS
        and not _AS_NUMBER.fullmatch(text)
    ):
        return text
    return in_quotation_marks(text)


def in_quotation_marks(text: str) -> str:
    """A text between quotation marks, on one line whatever it holds."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(sign: re.Match[str]) -> str:
    plain = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
    return plain.get(sign[0]) or f"\\u{ord(sign[0]):04x}"

"""Drafts as YAML, as people write it: defaults, quotes that several facts share, short lines."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, DraftView, Setting
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
Fields = list[tuple[str, str]]


def as_yaml(drafted: Drafted, setting: Setting, page_of: PageOf = lambda _: 0) -> str:
    """The drafts as a facts file; views stand beside the facts where there are any."""
    facts = list(_facts(drafted.facts, setting, page_of))
    if not drafted.views:
        return "\n".join(facts) + "\n" if facts else "[]\n"
    views = [line for view in drafted.views for line in _view(view, setting)]
    lines = ["facts:" if facts else "facts: []", *facts, "views:", *views]
    return "\n".join(lines) + "\n"


def _facts(drafts: Sequence[Draft], setting: Setting, page_of: PageOf) -> Iterator[str]:
    if not drafts:
        return
    usual = Counter(draft.entity for draft in drafts).most_common(1)[0][0]
    default = f"{{entity: {scalar(usual)}, source: {scalar(setting.source.id)}}}"
    yield f"- defaults: {default}"
    page = 0
    for quote, group in groupby(drafts, key=lambda draft: draft.quote):
        sharing = list(group)
        here = page_of(sharing[0].start)
        if here != page:
            page = here
            yield f"# page {page}"
        if len(sharing) == 1:
            fields = [
                *_fields(sharing[0], usual, setting.lang),
                ("quote", scalar(quote, in_braces=False)),
            ]
            fields.append(("review", scalar(sharing[0].review)))
            yield from _block(fields, "- ", "  ")
            continue
        yield f"- quote: {scalar(quote, in_braces=False)}"
        yield "  facts:"
        for draft in sharing:
            fields = _fields(draft, usual, setting.lang)
            fields.append(("review", scalar(draft.review)))
            yield from _flow_or_block(fields)


def _flow_or_block(fields: Fields) -> Iterator[str]:
    line = f"    - {{{', '.join(f'{name}: {value}' for name, value in fields)}}}"
    if len(line) <= _WIDEST:
        yield line
    else:
        yield from _block(fields, "    - ", "      ")


def _block(fields: Fields, first: str, other: str) -> Iterator[str]:
    for at, (name, value) in enumerate(fields):
        yield f"{other if at else first}{name}: {value}"


def _fields(draft: Draft, usual: str, lang: Lang) -> Fields:
    """The fields of a fact in the order of the documentation, quote and review left out."""
    fields = [("id", scalar(draft.id))]
    if draft.entity != usual:
        fields.append(("entity", scalar(draft.entity)))
    fields.append(("metric", _in_language(draft.metric, lang)))
    if draft.unit is None:
        fields.append(("value", _in_language(draft.value, lang)))
    elif draft.high:
        fields.append(("value", f"{{from: {draft.value}, to: {draft.high}}}"))
    else:
        fields.append(("value", draft.value))
    if draft.unit is not None and draft.unit.key:
        fields.append(("unit", unit_written(draft.unit, lang)))
    if draft.qualifier is not Qualifier.EXACT:
        fields.append(("qualifier", str(draft.qualifier)))
    if draft.period:
        fields.append(("period", draft.period))
    if draft.status is not Status.ACHIEVED:
        fields.append(("status", str(draft.status)))
    if draft.attribution:
        fields.append(("attribution", _in_language(draft.attribution, lang)))
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
    fields: Fields = [
        ("id", scalar(view.id)),
        ("broker", scalar(view.broker)),
        ("subject", scalar(view.subject)),
        ("stance", view.stance),
        ("thesis", _in_language(view.thesis, lang)),
        ("drivers", f"[{', '.join(_in_language(driver, lang) for driver in view.drivers)}]"),
    ]
    if view.rating:
        fields.append(("rating", _in_language(view.rating, lang)))
    if view.target_price:
        fields += [("target_price", view.target_price), ("currency", view.currency)]
    if view.report_date:
        fields.append(("report_date", view.report_date.isoformat()))
    fields += [
        ("source", scalar(setting.source.id)),
        ("quote", scalar(view.quote, in_braces=False)),
        ("review", scalar(view.review)),
    ]
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

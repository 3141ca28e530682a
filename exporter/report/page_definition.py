"""What report.yaml says of a one-pager."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    Tag,
    WithJsonSchema,
)

from exporter.errors import WrongValueError
from exporter.facts.json_forms import WORDS, Form, parts
from exporter.facts.models import Model, Name, Text
from exporter.facts.patterns import NAME_PATTERN
from exporter.facts.ranges import Named

NO_PICTURE = "none"
_CHART, _NONE = "[chart]", "[none]"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure, and the one of an earlier period that it is told beside; "" for none.

    Both are ids of facts, or names of ends of ranges.
    """

    fact: str
    before: str = ""


def key_figure(value: object) -> str | Compared:
    """The id of a fact, or `{fact: …, before: …}`."""
    if isinstance(value, Compared) or (isinstance(value, str) and value.strip()):
        return value
    if isinstance(value, dict) and value.keys() == {"fact", "before"}:
        fact, before = value["fact"], value["before"]
        if isinstance(fact, str) and isinstance(before, str) and fact and before:
            return Compared(fact, before)
    right = "write the id of a fact, or {fact: revenue, before: revenue-2025}"
    raise WrongValueError(f"{value!r} names no figure", right)


def _written(figure: str | Compared) -> str | dict[str, str]:
    return asdict(figure) if isinstance(figure, Compared) else figure


_FORM: Form = {
    "title": "id, or `{fact, before}`",
    "anyOf": [WORDS, parts({"fact": WORDS, "before": WORDS}, required=["fact", "before"])],
}
KeyFigure = Annotated[
    str | Compared,
    PlainValidator(key_figure),
    PlainSerializer(_written),
    WithJsonSchema(_FORM),
]


def page_count(value: object) -> object:
    """1 or 2; YAML's numbers come as texts."""
    if str(value) not in {"1", "2"}:
        raise WrongValueError(f"{value!r} is no number of pages", "write 1 or 2")
    return int(str(value))


class PictureDefinition(Model):
    """A bar chart on a one-pager: comparable facts."""

    title: Name
    facts: tuple[str, ...] = Field(min_length=1)


def _kind(picture: object) -> str:
    """By its name in brackets, which is no step of a path to what is wrong."""
    return _NONE if isinstance(picture, str) else _CHART


PictureChoice = Annotated[
    Annotated[PictureDefinition, Tag(_CHART)] | Annotated[Literal["none"], Tag(_NONE)],
    Discriminator(_kind),
]


class TemplateDefinition(Model):
    """A report's own template, as a manifest has it; no key of report.yaml (own_template.py).

    Attributes:
        html: Of one-pager.html.j2; None for the exporter's own.
        css: Of one-pager.css, which comes after the exporter's own; None for no more.
    """

    html: str | None = None
    css: str | None = None


class OnePagerDefinition(Model):
    """A one-pager: file name, headline, brokers in order (all where none are named), exhibits.

    Attributes:
        key_figures: Facts, each alone or beside that of an earlier period.
        picture: A bar chart of facts; `none` for no picture. Unless said, the range of target
            prices is drawn, where brokers have some in one currency.
        pages: How many it may have; manifests name it only where that is two.
    """

    name: str = Field(pattern=NAME_PATTERN)
    title: Name
    subtitle: Text | None = None
    brokers: tuple[str, ...] | None = Field(default=None, min_length=1)
    key_figures: tuple[KeyFigure, ...] = ()
    picture: PictureChoice | None = None
    disclosures: tuple[Text, ...] = ()
    pages: Annotated[Literal[1, 2], BeforeValidator(page_count)] = Field(
        default=1, exclude_if=lambda pages: pages == 1
    )

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts that the page shows, or an end of them, each once."""
        return tuple(dict.fromkeys(Named.of(name).id for name in self.names))

    @property
    def names(self) -> tuple[str, ...]:
        """What the page shows, each once: ids of facts, and names of ends of ranges."""
        return tuple(dict.fromkeys((*self.figure_names(), *self.pictured)))

    @property
    def chart(self) -> PictureDefinition | None:
        """The bar chart that it names, if any."""
        return self.picture if isinstance(self.picture, PictureDefinition) else None

    @property
    def pictured(self) -> tuple[str, ...]:
        """The facts of that chart."""
        return self.chart.facts if self.chart else ()

    @property
    def figures(self) -> tuple[Compared, ...]:
        """Its key figures, each with what it is told beside, if anything."""
        return tuple(
            figure if isinstance(figure, Compared) else Compared(figure)
            for figure in self.key_figures
        )

    def figure_names(self) -> Iterator[str]:
        """What its key figures name, in order."""
        for figure in self.figures:
            yield figure.fact
            if figure.before:
                yield figure.before

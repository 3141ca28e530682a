"""What report.yaml says once for all its quotes: what bare signs mean, fiscal years, names."""

from pathlib import Path
from typing import Annotated, Protocol

from pydantic import (
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
)

from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.evidence.namesakes import Namesakes
from exporter.facts.json_forms import MONTH_AND_DAY
from exporter.facts.models import CurrencyCode, Line, Model, Name
from exporter.facts.periods import YearEnd, read_year_end
from exporter.facts.yaml_tree import plain, read_tree
from exporter.inputs.opened import Inputs


def _year_end(value: object) -> YearEnd:
    return value if isinstance(value, YearEnd) else read_year_end(str(value))


FiscalYearEnd = Annotated[
    YearEnd, PlainValidator(_year_end), PlainSerializer(str), WithJsonSchema(MONTH_AND_DAY)
]


class _EntityLike(Protocol):
    @property
    def name(self) -> Name: ...
    @property
    def fiscal_year_ends(self) -> YearEnd | None: ...


class _Named(Protocol):
    @property
    def name(self) -> Name: ...


class _ReportLike(Protocol):
    @property
    def currency(self) -> str | None: ...
    @property
    def fiscal_year_ends(self) -> YearEnd | None: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def entities(self) -> tuple[_EntityLike, ...]: ...
    @property
    def brokers(self) -> tuple[_Named, ...]: ...


class _Entity(Model):
    model_config = ConfigDict(extra="ignore")

    name: Name
    fiscal_year_ends: FiscalYearEnd | None = None


class _Broker(Model):
    model_config = ConfigDict(extra="ignore")

    name: Name


class _Report(Model):
    """The keys that conventions are made of, whatever else is right or wrong."""

    model_config = ConfigDict(extra="ignore")

    currency: CurrencyCode | None = None
    fiscal_year_ends: FiscalYearEnd | None = None
    names: tuple[Line, ...] = ()
    entities: tuple[_Entity, ...] = ()
    brokers: tuple[_Broker, ...] = ()


def conventions_of(report: _ReportLike) -> Conventions:
    """The conventions of a report; what an entity says goes before what the report says."""
    ends = {
        entity.name.en: entity.fiscal_year_ends or report.fiscal_year_ends
        for entity in report.entities
    }
    known = {name: end for name, end in ends.items() if end is not None}
    named = (*report.entities, *report.brokers)
    namesakes = Namesakes(tuple((one.name.en, one.name.zh) for one in named))
    return Conventions(report.currency, known, report.names, namesakes)


def read_conventions(path: Path, inputs: Inputs) -> Conventions:
    """What a report.yaml that is not whole says, lest sound quotes be misread for its faults."""
    tree, _ = read_tree(path, "", inputs)
    try:
        return (
            NO_CONVENTIONS if tree is None else conventions_of(_Report.model_validate(plain(tree)))
        )
    except ValidationError:  # of these keys, which is told as a problem of report.yaml
        return NO_CONVENTIONS

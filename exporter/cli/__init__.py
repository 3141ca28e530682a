"""The commands; nothing else prints.

Exit status: 0 fine; 1 the content is at fault; 2 wrong usage; 3 the environment lacks something;
128 and its number where a signal ended the command.

draft.py          `exporter draft`
email.py          `exporter email`
review.py         `exporter review`; mending.py: `exporter check --fix`
consent.py        what a report may reach, offered to be remembered
summary.py        what is said of a checked report, for people and for machines
progress_bar.py   progress on a terminal
stopping.py       signals and closed pipes
terminal.py       what commands share: arguments, and what they say
"""

import json
import os
import sys
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.consent import with_offers
from exporter.cli.draft import draft
from exporter.cli.email import email
from exporter.cli.mending import mend, mends
from exporter.cli.review import review
from exporter.cli.stopping import ending_early
from exporter.cli.summary import counted, findings, summary, told_doubts, verification
from exporter.cli.terminal import (
    DEFAULT_REPORT,
    LANGUAGES,
    Allow,
    Format,
    Language,
    Report,
    asked_for,
    complain,
    prepare_process,
    read_language,
    shown_progress,
)
from exporter.errors import ContentError, ExporterError, SetupError, UsageError

if TYPE_CHECKING:
    from exporter.build import Signing
    from exporter.check import CheckedReport
    from exporter.facts.words import Bilingual, Lang

PASSWORD_VARIABLE = "EXPORTER_SIGN_PASSWORD"  # noqa: S105 - the name of one, not one

app = typer.Typer(
    help="Structured facts to Excel workbooks and a PDF one-pager, every figure proved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
source_app = typer.Typer(
    help="Record the sources that facts are quoted from.", no_args_is_help=True
)
app.add_typer(source_app, name="source")


@app.command()
def build(
    report: Report = DEFAULT_REPORT,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the files go; output/<report> unless named."),
    ] = None,
    lang: Annotated[
        list[Language] | None,
        typer.Option(
            parser=read_language,
            metavar=LANGUAGES,
            help="A language of the report; all unless named.",
        ),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(
            metavar="CERT.p12", help="Sign PDFs and manifest with the certificate in this file."
        ),
    ] = None,
    allow: Allow = None,
) -> None:
    """Check the facts, lay them out, write the files and prove them, all of them or none."""
    from exporter.build import BuildOrder, build_with
    from exporter.writers.page_process import page_worker

    languages: list[Lang] = [language.value for language in lang or ()]

    def built() -> "tuple[CheckedReport, list[Path]]":
        with page_worker(report) as ask, shown_progress() as progress:
            prepare_process()
            signing = _signing(sign) if sign else None
            order = BuildOrder(report, output, languages, signing, allow=tuple(allow or ()))
            return build_with(ask, order, progress)

    checked, paths = with_offers(report, built)
    for doubt in told_doubts(checked):
        complain(doubt)
    for line in summary(checked):
        typer.echo(line)
    for path in paths:
        typer.echo(f"wrote {path} ({path.stat().st_size / 1000:,.0f} kB)")


@app.command()
def check(
    report: Report = DEFAULT_REPORT,
    format_: Annotated[
        Format, typer.Option("--format", help="For people or for machines.")
    ] = Format.TEXT,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write what is certain first, and show it as a diff.")
    ] = False,
    allow: Allow = None,
) -> None:
    """Check facts and evidence alone: one line a problem, then a summary."""
    prepare_process()
    from exporter.check import check as check_report

    allowed = tuple(allow or ())
    with shown_progress() as progress:
        mended = mend(report, progress, allowed, is_told=format_ is Format.TEXT) if fix else None
        checked = check_report(report, progress=progress, allow=allowed)
    if format_ is Format.JSON:
        found = findings(checked) | (mends(mended) if mended else {})
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for line in (*map(str, checked.problems), *told_doubts(checked)):
            typer.echo(line)
        for line in summary(checked):
            typer.echo(line)
    if checked.remedy:
        complain(checked.remedy)
    if checked.problems:
        raise typer.Exit(ContentError.exit_status)


@app.command()
def verify(
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT", help="A folder that `exporter build` wrote.")
    ],
    report: Annotated[
        Path | None,
        typer.Option(metavar="REPORT", help="Compare this report's files with it, too."),
    ] = None,
    trust: Annotated[
        list[Path] | None,
        typer.Option(metavar="ROOT.pem", help="Who must have signed, or vouch for who did."),
    ] = None,
    allow: Allow = None,
) -> None:
    """Prove files already written, wherever they are: made anew from their manifest, compared."""
    if allow and report is None:
        right = "name it by --report, or leave --allow out"
        raise UsageError("--allow is about what a report may reach, and none is compared", right)
    if output.is_file():
        right = f"name its folder: exporter verify {quote(str(output.parent))}"
        raise UsageError(f"{output} is a file, and a set is proved as a whole", right)
    prepare_process()
    from exporter.verify import verify_with
    from exporter.writers.page_process import page_worker

    with page_worker(output) as ask, shown_progress() as progress:
        found = verify_with(ask, output, report, trust or (), progress, allow or ())
    for line in verification(found):
        typer.echo(line)
    count = counted(len(found.differences), "difference") if found.differences else "no difference"
    left_open = (
        f", but {counted(len(found.unproved), 'thing')} not proved" if found.unproved else ""
    )
    typer.echo(f"{output}: {count} from the manifest and its facts{left_open}")
    if found.differences:
        raise typer.Exit(ContentError.exit_status)


app.command()(draft)
app.command()(email)
app.command()(review)


@app.command()
def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make.")],
    entity: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME[=中文名]",
            help="An entity of a report without facts yet; more than once for more.",
        ),
    ] = None,
    lang: Annotated[
        list[Language] | None,
        typer.Option(
            parser=read_language, metavar=LANGUAGES, help="Of its files; both unless named."
        ),
    ] = None,
) -> None:
    """Make a report's folder to start from: an example that builds, or for entities of yours."""
    from exporter.report.starter import make_blank_report, make_report

    shown = quote(str(name))
    if not entity:
        if lang:
            right = "name the entities, by --entity, or leave --lang out"
            raise UsageError("--lang is for a report of your own entities", right)
        for path in make_report(name):
            typer.echo(f"made {path}")
        typer.echo(f"build it with: exporter build {shown}")
        return
    names = [_bilingual(text) for text in entity]
    languages: list[Lang] = [language.value for language in lang or ()]
    for path in make_blank_report(name, names, languages, date.today()):
        typer.echo(f"made {path}")
    typer.echo(f"record a source with: exporter source add {shown} FILE --id …")


def _bilingual(text: str) -> "Bilingual":
    """A name of the command line: `Harbour Robotics`, or `Harbour Robotics=海港机器人`.

    Raises:
        UsageError: A half of it says nothing.
    """
    from exporter.facts.words import Bilingual

    en, parted, zh = (part.strip() for part in text.partition("="))
    if not en or (parted and not zh):
        raise UsageError(f"{text!r} names no entity", "write 'Harbour Robotics=海港机器人'")
    return Bilingual(en, zh or en)


def _day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it like 2026-11-30") from None


@source_app.command("add")
def source_add(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.")],
    id_: Annotated[str, typer.Option("--id", help="What facts call the source.")],
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Where it can be read; a note that came by mail has none.")
    ] = None,
    published: Annotated[
        date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="When it appeared.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="en|zh|de…", help="Its language, as a tag of BCP 47.")
    ] = None,
    retrieved: Annotated[
        date | None,
        typer.Option(
            parser=_day, metavar="YYYY-MM-DD", help="When it was read; today unless named."
        ),
    ] = None,
    allow: Allow = None,
) -> None:
    """Record a source: its fingerprints go into the report, its text stays on this machine.

    What the document itself tells (title, publisher, author, day, address, language) need not be
    given; what is given goes first.
    A source that is already recorded keeps whatever is not given again.
    """
    from exporter.check import unquoted_facts
    from exporter.evidence.record import add_source
    from exporter.inputs.remembered import inputs_of

    given = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "url": url,
        "published": published,
        "retrieved": retrieved,
        "language": language,
    }
    inputs = inputs_of(report, allow or ())
    added = add_source(report, file, id_, given, date.today(), inputs)
    typer.echo(
        f"recorded {added.path}: {counted(added.clauses, 'clause')}, {added.figures} with figures"
    )
    typer.echo(f"kept the text, on this machine only, as {added.text_path}")
    if added.others:
        typer.echo(
            f"read anew by {added.extractor}: the file is the same, "
            f"{counted(added.others, 'clause')} not as before"
        )
    if added.gone:
        typer.echo(_gone(added.gone, unquoted_facts(report, id_, allow or ())))
    if added.lost:
        pages = ", ".join(map(str, added.lost_on))
        typer.echo(
            f"doubt: {counted(added.lost, 'character')} of the document "
            f"{'has' if added.lost == 1 else 'have'} no letter"
            f"{f', first on pages {pages}' if len(added.lost_on) > 1 else ''}"
            f"{f', on page {pages}' if len(added.lost_on) == 1 else ''}"
            ", such as the fi of a font that does not say so; quote what has none of them, "
            "or record a copy that was made by text recognition (OCR)"
        )


def _gone(clauses: int, facts: list[str]) -> str:
    """What to say of clauses that a source has no more, and of the facts that miss them."""
    said = (
        f"{counted(clauses, 'clause')} of the earlier record {'is' if clauses == 1 else 'are'} gone"
    )
    if not facts:
        return f"{said}, and no fact's quote with them"
    named = ", ".join(facts[:_MOST_NAMED])
    more = f" and {len(facts) - _MOST_NAMED:,} more" if len(facts) > _MOST_NAMED else ""
    return f"{said}; not in it are the quotes of {counted(len(facts), 'fact')}: {named}{more}"


_MOST_NAMED = 10  # facts


def _signing(certificate: Path) -> "Signing":
    from exporter.build import Signing

    return Signing(certificate, _password(certificate))


def _password(certificate: Path) -> bytes:
    """The certificate's password: from the environment, else asked for; never an argument."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is None:
        given = asked_for(f"password of {certificate}")
    if given is None:
        wrong = (
            f"the password of {certificate} is missing, and there is no terminal to ask for it at"
        )
        raise SetupError(wrong, f"set {PASSWORD_VARIABLE}")
    return given.encode()


def main() -> None:
    """Run the command line; exit with the status of what happened."""
    with ending_early():
        try:
            app()
        except ExporterError as error:
            complain(str(error))
            sys.exit(error.exit_status)
        except OSError as error:
            where = error.filename or "what is said cannot be written"
            complain(f"{where}: {error.strerror}; check the path and its permissions")
            sys.exit(SetupError.exit_status)

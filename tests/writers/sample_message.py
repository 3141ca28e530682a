"""A message with made-up content, and whom it is for."""

from datetime import date

from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import (
    Addressing,
    Enclosure,
    FigureSummary,
    Message,
    Section,
    ViewSummary,
)
from exporter.report.labels import MESSAGE_WORDS

SOURCE = "https://news.example/a?x=1&y=2"
FIGURES = (
    FigureSummary("uses", "Forecasts a day", "Cirrus, 2025", "> 4,000,000", "forecasts", f"{SOURCE}#:~:text=four%20million"),
    FigureSummary("share", "Share of ports & grids", "Cirrus, 2025", "≈ 19%", "", f"{SOURCE}#:~:text=19"),
)  # fmt: skip
VIEWS = (
    ViewSummary("north", "North Harbour on Cirrus", "positive", "Positive", ("Rating: Buy", "Target price: HKD 46"), "Ports ask it forty times a day, and <that> is hard to take away again.", f"{SOURCE}#:~:text=forty"),
    ViewSummary("south", "South & Sons on Cirrus", "negative", "Negative", (), "Winter is calm; revenue follows the calendar.", f"{SOURCE}#:~:text=calm"),
)  # fmt: skip
MESSAGE = Message(
    name="cirrus",
    lang="en",
    edition=date(2026, 1, 31),
    subject="Cirrus across the coast’s ports (31 Jan 2026)",
    preheader="North Harbour: Positive; South & Sons: Negative",
    kicker="Cirrus across the coast’s ports",
    headline="Two brokers on Cirrus",
    subtitle="North Harbour and South & Sons",
    as_of="As of 31 Jan 2026",
    sections=(Section("", "", VIEWS, FIGURES),),
    evidence=("Every figure above was checked.",),
    sources=(("The News, “Ports & grids”, 30 Jan 2026", SOURCE),),
    enclosures=(
        Enclosure("views.en.pdf", "application/pdf", "Two brokers on Cirrus (PDF, one page)"),
        Enclosure("观点 2026.html", "text/html", "Every fact with its quote (web page)"),
    ),
    disclosures=("For information only.",),
    labels={key: text.en for key, text in MESSAGE_WORDS.items()},
)
# As files are: bytes of every kind, and text that looks like a part of a message.
FILES = {
    "views.en.pdf": b"%PDF-1.7\r\n" + bytes(range(256)) * 40,
    "观点 2026.html": "<p>四百万</p>\nFrom me\n.\n--=_mixed\n".encode(),
}
SENDER = Mailbox("Research, Asia", "desk@research.example")
ADDRESSING = Addressing(
    to=(Mailbox("王, 小明 (研究部)", "wang@bank.example"), Mailbox("", "li@bank.example")),
    cc=(Mailbox('The "Desk"', "desk@bank.example"),),
    bcc=(Mailbox("Zoë", "zoe@bank.example"),),
    sender=SENDER,
)

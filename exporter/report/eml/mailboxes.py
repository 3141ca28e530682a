"""Mailboxes as analysts type and paste them: `a@b.example`, `Name <a@b.example>`, lists of both."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from exporter.errors import Fault, UsageError, WrongValueError

# Outlook and Chinese keyboards part addresses by other marks than RFC 5322's comma.
_ENTRY = re.compile(r'(?:"(?:\\.|[^"\\])*"|<[^<>]*>|[^,;，；\r\n])+')
_NAMED = re.compile(r'(?:"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<plain>[^"<>]*))\s*<(?P<address>[^<>]*)>')
_PLAIN_NAME = re.compile(r"[^\s\"<>,;，；\\@](?:[^\"<>,;，；\\@]*[^\s\"<>,;，；\\@])?")
# They turn the direction of what follows, so that one address can pass for another (UAX 9).
_DIRECTING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, half characters, ends of lines
_LOCAL = "localhost"
_SUFFIX = ".example"
_TOP_LEVEL = re.compile(r"\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Someone who sends or receives; `name` is "" where only the address is known.

    `address` is ASCII: what a name of a domain has beyond it stands as IDNA (RFC 5891).
    """

    name: str
    address: str

    def __str__(self) -> str:
        """As a person writes it, in the form that `read_mailboxes` takes."""
        if not self.name:
            return self.address
        escaped = self.name.replace("\\", "\\\\").replace('"', '\\"')
        name = self.name if _PLAIN_NAME.fullmatch(self.name) else f'"{escaped}"'
        return f"{name} <{self.address}>"


def read_mailboxes(texts: Iterable[str], what: str) -> tuple[Mailbox, ...]:
    """Read mailboxes; one that is named twice, in whatever case, is kept once.

    Args:
        texts: Each holds one mailbox, or several parted by commas, semicolons or ends of lines. A
            name with such a mark stands in quotation marks.
        what: What messages call them, such as `--to`.

    Raises:
        UsageError: Some are no mailboxes; tells of each what is wrong.
    """
    mailboxes: dict[str, Mailbox] = {}
    faults: list[Fault] = []
    for text in texts:
        entries = _entries(text)
        if not entries:
            right = "write an address, such as name@company.example"
            faults.append(Fault(f"{what} names nobody", right))
        for entry in entries:
            try:
                mailbox = _read(entry)
            except WrongValueError as error:
                wrong, right = error.fault
                faults.append(Fault(f"{what}: {entry!r} is no mailbox: {wrong}", right))
            else:
                mailboxes.setdefault(mailbox.address.casefold(), mailbox)
    if faults:
        raise UsageError.of(faults)
    return tuple(mailboxes.values())


def unwritable(text: str) -> str:
    """The first character of `text` that no header may hold, by its code; "" where all may.

    Ends of lines would begin a header of their own; controls and marks of direction can show
    something else than what is sent.
    """
    for character in text:
        if character in _DIRECTING or unicodedata.category(character) in _UNWRITABLE:
            return f"U+{ord(character):04X}"
    return ""


def _entries(text: str) -> list[str]:
    return [entry for written in _ENTRY.findall(text) if (entry := written.strip(" "))]


def _read(entry: str) -> Mailbox:
    if code := unwritable(entry):
        raise WrongValueError(f"it holds the invisible character {code}", "type it anew")
    named = _NAMED.fullmatch(entry)
    if named is None:
        if " " in entry:
            raise WrongValueError(
                "its address is not marked", "write it as Name <name@company.example>"
            )
        return Mailbox("", _address(entry))
    name = named["plain"] or re.sub(r"\\(.)", r"\1", named["quoted"] or "")
    return Mailbox(" ".join(name.split()), _address(named["address"].strip()))


def _address(text: str) -> str:
    """The address in ASCII.

    Raises:
        WrongValueError: It is none; tells why, and what would be one.
    """
    from email_validator import EmailNotValidError, validate_email

    if "＠" in text:
        raise WrongValueError("it holds the wide sign ＠", "write @")
    if not text.partition("@")[0].isascii():
        wrong = "what stands before the @ has letters that not every server takes"
        raise WrongValueError(wrong, "use the person's address in ASCII")
    if text.endswith("."):
        raise WrongValueError("it ends in a dot", "leave that out")
    try:
        # The validator refuses names that are reserved (RFC 6761): .test, localhost, the .local of
        # companies' own networks. Drafts go there, too; below .example it looks at syntax alone.
        valid = validate_email(text + _SUFFIX, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise WrongValueError(_sentence(str(error)), "write it as name@company.example") from error
    domain = str(valid.ascii_domain).removesuffix(_SUFFIX)
    if domain != _LOCAL and not _TOP_LEVEL.search(domain):
        raise WrongValueError(f"{domain!r} is no whole domain", "write it as name@company.example")
    return f"{valid.local_part}@{domain}"


def _sentence(text: str) -> str:
    """A sentence of the validator's as a part of ours."""
    return text[:1].lower() + text[1:].rstrip(".")

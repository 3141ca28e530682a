"""What report.yaml says of who e-mails a report."""

from typing import Any, Literal

from pydantic import Field, model_validator

from exporter.errors import WrongValueError
from exporter.facts.models import Host, Line, Model
from exporter.facts.patterns import HOST_PATTERN


class EmailDefinition(Model):
    """Who sends a report by e-mail, through which server; a variable EXPORTER_EMAIL_… goes before.

    Attributes:
        sender: Such as `Research Desk <research@example.com>`.
        server: The name of the mail server.
        port: 465 or 587 unless said, by `security`.
        security: `tls` from the first byte, or `starttls`; by the port unless said.
        user: Who logs in; nobody unless said. The password never stands here.
    """

    sender: Line | None = None
    server: Host | None = Field(default=None, pattern=HOST_PATTERN)
    port: int | None = Field(default=None, ge=1, le=65535)
    security: Literal["starttls", "tls"] | None = None
    user: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_password(cls, given: Any) -> Any:
        if isinstance(given, dict) and "password" in given:
            raise WrongValueError(
                "holds a password, which others can read here",
                "take it out and set EXPORTER_EMAIL_PASSWORD, or keep it in the keyring",
            )
        return given

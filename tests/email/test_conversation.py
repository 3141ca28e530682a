"""A message as SMTP carries it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.email.conversation import SIZE_LIMIT, prepare
from exporter.errors import ContentError

LINES = st.lists(st.text(st.sampled_from(".a \t"), max_size=5), min_size=1)


@given(LINES)
def test_dots_are_doubled_and_nothing_ends_early(lines: list[str]) -> None:
    content = "".join(f"{line}\r\n" for line in lines).encode()
    payload = prepare(content)
    sent = payload.data.decode().split("\r\n")[:-1]
    assert "." not in sent
    assert [line.removeprefix(".") for line in sent] == lines
    assert payload.size == len(content)


@pytest.mark.parametrize(
    "content",
    [
        b"a",
        b"a\n",
        b"a\r",
        b"a\n.\n\r\n",
        b"a\r.\r\r\n",
        "ä\r\n".encode(),
        b"\0\r\n",
        b"a" * 999 + b"\r\n",
    ],
)
def test_what_servers_change_or_refuse_is_not_sent(content: bytes) -> None:
    with pytest.raises(ValueError, match="message to send"):
        prepare(content)


def test_the_longest_line_and_the_largest_message() -> None:
    assert prepare(b"a" * 998 + b"\r\n").size == 1000
    with pytest.raises(
        ContentError, match=r"has 25\.1 MB, and most mail servers take at most 25\.0"
    ):
        prepare(b"a\r\n" * (SIZE_LIMIT // 3 + 1))

"""A sending in a process of its own, which kills itself where it is told to.

Arguments: folder, port, where to die, in front of or behind which line of the log.
`before 7`: before the seventh line is written; `torn 7`: while; `after 7`: when it is on the disk.
"""

import os
import signal
import sys
from pathlib import Path

from exporter.email.connection import Timeouts
from exporter.email.deliver import Outgoing, Patience, deliver
from exporter.email.log import NAME, DeliveryLog, open_log
from exporter.email.settings import Login, Server
from tests.email.conftest import CONTENT, ISSUE
from tests.email.mail_server import PASSWORD, USER

EVERYBODY = [f"r{number:02}@b.example" for number in range(50)]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(point: str, line: int, folder: Path) -> None:
    """Have the process die at a line of the log."""
    append, count = DeliveryLog.append, 0

    def counted(*arguments: object) -> None:
        nonlocal count
        count += 1
        if count == line and point == "before":
            die()
        append(*arguments)  # type: ignore[arg-type]
        if count == line:
            if point == "torn":
                path = folder / NAME
                os.truncate(path, path.stat().st_size - 30)
            die()

    DeliveryLog.append = counted  # type: ignore[method-assign, assignment]


def main(folder: Path, port: int, point: str, line: int) -> None:
    die_at(point, line, folder)
    server = Server("localhost", port, "starttls", Login(USER, PASSWORD))
    message = Outgoing(ISSUE, "<id@example.com>", USER, CONTENT)
    with open_log(folder) as log:
        deliver(message, EVERYBODY, server, log, patience=Patience(Timeouts(5, 5, 5)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))

"""The program: `exporter`, or `python -m exporter`.

Loading the commands takes a while: an interrupt meanwhile, or when all is done, is no traceback.
"""

import signal


def main() -> None:
    """Run the command line; exit with the status of what happened."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # commands have it raised, with all others
    from exporter.cli import main as run

    run()


if __name__ == "__main__":
    main()

"""How many processors there are for this process."""

import os


def processors() -> int:
    """How many this process may use: in a container, or by taskset, fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def has_two_processors() -> bool:
    """Whether two processes, or threads, take less time than one."""
    return processors() > 1

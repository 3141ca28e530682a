"""How many examples of a property are tried: a third in each run, and all in `make soak`."""

from hypothesis import settings

# Machines are noisy: how long one example takes says nothing of the code.
settings.register_profile("some", deadline=None, max_examples=33)
settings.register_profile("all", deadline=None, max_examples=100)


def examples(count: int) -> int:
    """Of so many examples those that this run tries; hypothesis has others in each run."""
    return max(count * settings.default.max_examples // 100, min(count, 10))

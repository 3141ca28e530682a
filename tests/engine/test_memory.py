"""Arrow's memory comes from the C library inside the block alone, and the arrays outlive it."""

import sys

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from exporter.engine.memory import system_memory


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing changes")
def test_the_allocator_is_changed_inside_the_block_alone() -> None:
    before = pa.default_memory_pool().backend_name
    with system_memory():
        assert pa.default_memory_pool().backend_name == "system"
        made = pc.add(pa.array(range(1000)), pa.array(range(1000)))
    assert pa.default_memory_pool().backend_name == before
    assert made[999].as_py() == 1998


def test_it_is_changed_back_after_an_error() -> None:
    before = pa.default_memory_pool().backend_name
    with pytest.raises(ValueError, match="stop"), system_memory():
        raise ValueError("stop")
    assert pa.default_memory_pool().backend_name == before

"""Limits of the system: raised where they are too low, and never lowered."""

import resource
import subprocess
import sys
from collections.abc import Iterator

import pytest

from maestrarr.kit.limits import allow_open_files


@pytest.fixture
def hard() -> Iterator[int]:
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield most
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, most))


@pytest.mark.parametrize(("wanted", "allowed"), [(900, 900), (100, 600)])
def test_open_files_are_allowed_as_far_as_they_are_wanted(
    hard: int, wanted: int, allowed: int
) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (600, hard))

    allow_open_files(wanted)

    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (allowed, hard)


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc gives back what lies between")
def test_memory_that_is_no_longer_used_is_given_back() -> None:
    program = """
from pathlib import Path
from maestrarr.kit.limits import give_back_memory

def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1])

every = [bytes(1_000) for _ in range(100_000)]
kept = every[::1_000] + [bytes(1_000)]
del every
before = resident()
give_back_memory()
print(before - resident())
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert int(run.stdout) > 10_000  # pages of 4 KiB, of the 100 MB that were taken

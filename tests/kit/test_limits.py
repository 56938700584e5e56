"""Limits of the system: raised where they are too low, and never lowered."""

import resource
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

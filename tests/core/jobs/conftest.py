"""A stage for each test of the jobs."""

from collections.abc import Iterator

import pytest
from stage import Stage, stages


@pytest.fixture(autouse=True)
def stage() -> Iterator[Stage]:
    stages.append(Stage())
    yield stages[-1]
    stages.pop()

"""What the tests of every provider share: a way out, and somebody who answers."""

from collections.abc import AsyncIterator, Iterator

import pytest

from answering import Answering, answering
from maestrarr.kit.http import Http


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    """Open the way out of this process, without a memory."""
    async with Http() as opened:
        yield opened


@pytest.fixture
def service() -> Iterator[Answering]:
    """Serve what the test says."""
    with answering() as served:
        yield served

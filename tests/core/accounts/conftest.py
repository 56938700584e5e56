"""A household for each test of the accounts, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from household import Household, a_household
from maestrarr.kit.db import Database


@pytest.fixture
async def empty_house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    """Build an application in which nobody lives yet."""
    async with a_household(database, tmp_path) as house:
        yield house


@pytest.fixture
async def house(empty_house: Household) -> Household:
    """Build an application with one user of each role."""
    await empty_house.add_users()
    return empty_house

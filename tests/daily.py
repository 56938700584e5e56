"""What is tested daily on SQLite only, and on both databases by the sweeps."""

import pytest

ON_SQLITE = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.sweep)],
    indirect=True,
)

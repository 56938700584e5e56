"""What the tests of media files share."""

import pytest
from writers import Templates


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Give files as real programs write them."""
    return Templates(tmp_path_factory.mktemp("templates"))

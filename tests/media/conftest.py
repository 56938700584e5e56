"""What the tests of media files share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tightened import tightened
from writers import Templates


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Give files as real programs write them."""
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture
def tight_film(templates: Templates, tmp_path: Path) -> Callable[[str], Path]:
    """Give a film of some writer whose header leaves no room."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(tightened(templates.path(name).read_bytes()))
        return path

    return make

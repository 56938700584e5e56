from pathlib import Path

import pytest
from disk_stage import Stage

from maestrarr import rooms
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database


@pytest.fixture
def stage(database: Database, tmp_path: Path) -> Stage:
    """An installation with a library folder: once on each kind of database."""
    rooms.load("settings")
    data = DataFolder(tmp_path / "data")
    data.make()
    root = tmp_path / "films"
    root.mkdir()
    return Stage(database, data, root)

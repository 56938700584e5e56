"""Writes what the API offers: `python -m maestrarr.server.describe > openapi.json`."""

import json
import sys
from pathlib import Path
from typing import Any

from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.web import create_app


def description() -> dict[str, Any]:
    """Describe every route, as OpenAPI does, without opening an installation."""
    nowhere = Path("/nowhere")  # nothing is opened, so nothing has to be there
    read = config.load(options={"data": nowhere}, environment={})
    database = Database(sqlite_url(nowhere / "none.db"))
    installation = OpenInstallation(read, DataFolder(nowhere), database, runs_jobs=False)
    return create_app(installation).openapi()


def text() -> str:
    """Write the description as it is committed: the same for the same code."""
    return json.dumps(description(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())

"""`maestrarr pipeline` counts what passes would do, makes them, and says what came of it."""

import json
from pathlib import Path

import pytest

from command import run


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["Movies", "--dry-run"], 0),
        (["Movies", "--pass", "identify"], 0),  # which leaves the films of other tests alone
        (["Unknown"], 2),
        (["Movies", "--pass", "everything"], 2),
    ],
)
def test_a_script_reads_one_document_or_none(line: list[str], code: int, data: Path) -> None:
    told = run("pipeline", "run", *line, "--json", "--data", data)

    assert told.returncode == code, told.stderr
    assert "Traceback" not in told.stderr
    if code == 0:
        assert json.loads(told.stdout)
    else:
        assert told.stdout == ""

"""`maestrarr notifications` at the terminal of the machine: for a user who is named."""

from pathlib import Path

import pytest

from command import run
from maestrarr.demo.upstreams.serving import Upstreams


@pytest.fixture
def folder(sqlite_database_url: object, tmp_path: Path) -> Path:
    """Name a data folder with an empty, migrated database."""
    assert sqlite_database_url
    return tmp_path


def test_a_channel_is_added_tested_and_removed_at_the_terminal(
    folder: Path, upstreams: Upstreams
) -> None:
    data, mine = ("--data", folder), ("--user", "ada")
    run("users", "add", "ada", "--role", "admin", *data, said="correct horse battery")
    address = upstreams.url("receiver")

    nobody = run("notifications", "list", *data)
    unfit = run("notifications", "add", "apprise", *mine, *data, said="syslog://\n")
    made = run("notifications", "add", "webhook", *mine, *data, said=f"{address}/a-secret\n")
    tested = run("notifications", "test", "Webhook", *mine, *data)
    removed = run("notifications", "remove", "Webhook", *mine, *data)
    listed = run("notifications", "list", *mine, *data)

    assert nobody.stderr.startswith("The terminal is nobody in particular")
    assert unfit.stderr.startswith("syslog:// is none of the services")
    assert (made.returncode, tested.returncode) == (0, 0)
    assert "a-secret" not in made.stdout + made.stderr
    assert "127.0.0.1" in tested.stdout
    assert removed.stdout == "Webhook is forgotten.\n"
    assert "Nobody is told yet" in listed.stderr
    assert len(upstreams.world.desks.of("receiver").heard) == 2

"""The three ways to the API: the same commands, answers and codes over each of them."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from servers import serving, token_for

from command import run
from maestrarr.core.accounts import keys
from maestrarr.demo.library import DemoLibrary
from maestrarr.kit.data_folder import DataFolder

FILM = "The Lighthouse Accountant"

# What is asked, the exit code, and a word of the answer for a person.
COMMANDS = [
    (["library", "list"], 0, "Movies"),
    (["library", "show", "Movies"], 0, FILM),
    (["library", "show", FILM], 0, "(1994)"),
    (["library", "show", "Nothing"], 2, "There is no title called Nothing."),
    (["library", "search", "lighthuose"], 0, FILM),
    (["library", "monitor", FILM, "--off"], 0, "is left alone"),
    (["library", "scan", "Series"], 0, "Series"),
    (["library", "scan", "Movies"], 1, "This file is empty."),
    (["library", "scan", "Unknown"], 2, "There is no library called Unknown."),
    (["library", "remove", "Series"], 1, "Nothing was forgotten"),
    (["jobs", "list", "--status", "completed"], 0, "Scan Movies"),
    (["jobs", "show", "nothing"], 2, "There is no job nothing."),
    (["schedules", "list"], 0, "Scan every library"),
    (["schedules", "pause", "upkeep.sweep"], 0, "paused"),
    (["schedules", "run", "upkeep.sweep"], 0, "completed"),
    (["schedules", "edit", "upkeep.sweep", "--at", "noon"], 2, "cannot be read"),
    (["users", "list"], 0, "script-admin"),
    (["users", "role", "nobody", "admin"], 2, "There is no user nobody."),
    (["users", "audit"], 0, "user.added"),
    (["tokens", "list"], 0, "test"),
    (["settings", "get", "jobs.at_once"], 0, "jobs.at_once"),
    (["settings", "set", "jobs.at_once", "many"], 2, "must be a whole number"),
]


@dataclass(frozen=True)
class Way:
    """How a command finds its installation."""

    name: str
    options: tuple[str, ...]
    data: Path


@pytest.fixture(scope="module")
def installation(scanned: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give an installation that was served once, and has a token for scripts."""
    data = Path(shutil.copytree(scanned, tmp_path_factory.mktemp("ways") / "data"))
    with serving(data):
        pass
    return data, token_for(data)


@pytest.fixture(scope="module", params=["in process", "beside a server", "over the net"])
def way(
    request: pytest.FixtureRequest,
    installation: tuple[Path, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Way]:
    kept, token = installation
    data = Path(shutil.copytree(kept, tmp_path_factory.mktemp("way") / "data"))
    here = ("--data", str(data))
    if request.param == "in process":
        yield Way(request.param, here, data)
        return
    with serving(data) as url:
        far = ("--server", url, "--token", token)
        yield Way(request.param, here if request.param == "beside a server" else far, data)


@pytest.mark.parametrize(("arguments", "code", "word"), COMMANDS)
def test_a_command_answers_the_same_over_every_way(
    way: Way, arguments: list[str], code: int, word: str
) -> None:
    told = run(*arguments, *way.options)

    assert (told.returncode, "Traceback" in told.stderr) == (code, False), told.stderr
    assert word in (told.stderr if code == 2 or not told.stdout else told.stdout)
    if code == 2:
        assert told.stdout == ""
        assert told.stderr.count("\n") == 1


def test_a_script_gets_the_inventory_over_every_way(way: Way, demo: DemoLibrary) -> None:
    told = run("library", "scan", demo.films, "--json", *way.options)

    document = json.loads(told.stdout)
    assert told.returncode == 1
    assert set(document) == {"titles", "files", "faults", "seconds"}
    assert FILM in {title["title"] for title in document["titles"]}
    assert all(Path(file["path"]).is_relative_to(demo.films) for file in document["files"])


def test_a_library_is_added_over_every_way(way: Way, tmp_path: Path) -> None:
    folder = tmp_path / "Shelf"
    (folder / "Dark" / "Season 1").mkdir(parents=True)
    (folder / "Dark" / "Season 1" / "Dark S01E01.mkv").touch()

    added = run("library", "add", folder, "--json", *way.options)

    assert json.loads(added.stdout)["kind"] == "series"
    assert json.loads(added.stdout)["folders"] == [str(folder)]
    removed = run("library", "remove", "Shelf", "--yes", *way.options)
    assert (removed.returncode, removed.stdout) == (0, "Forgot Shelf.\n")


def test_who_asked_is_written_down(way: Way) -> None:
    ran = json.loads(run("schedules", "run", "upkeep.sweep", "--json", *way.options).stdout)

    is_far = way.name == "over the net"
    users = json.loads(run("users", "list", "--json", *way.options).stdout)["users"]
    assert ran["asked_by"] == (users[0]["id"] if is_far else "terminal")


def test_a_password_is_reset_over_every_way(way: Way) -> None:
    reset = ("admin", "reset-password", "script-admin")
    told = run(*reset, *way.options, said="another long one")

    assert (told.returncode, told.stderr) == (0, "")


def test_a_relative_folder_is_refused_where_it_would_mean_another(
    installation: tuple[Path, str],
) -> None:
    data, token = installation
    with serving(data) as url:
        far = ("--server", url, "--token", token)
        added = run("library", "add", "films", *far)
        scanned = run("library", "scan", "/nowhere/films", *far)

    assert (added.returncode, added.stdout) == (2, "")
    assert added.stderr == ("films is on the server: name it from the top, as in /media/films.\n")
    assert scanned.stderr.startswith("No library of the server covers /nowhere/films.")


def test_a_token_that_may_only_read_is_told_so(scanned: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(scanned, tmp_path / "data"))
    token = token_for(data, scope="read")
    with serving(data) as url:
        environment = {"MAESTRARR_SERVER": url, "MAESTRARR_TOKEN": token}
        listed = run("library", "list", **environment)
        scanned_now = run("library", "scan", **environment)
        wrong = run("library", "list", "--token", "wrong", **environment)
        missing = run("library", "list", "--server", url)
        odd = run("library", "list", "--server", url, "--token", "a\nb")

    assert (listed.returncode, listed.stderr) == (0, "")
    assert scanned_now.returncode == 2
    assert scanned_now.stderr.startswith("This needs the role operator; yours is viewer.")
    assert wrong.stderr.startswith(f"The server {url} does not accept the token.")
    assert missing.stderr.startswith(f"The server {url} wants a token.")
    assert odd.stderr == "The token has characters that no token has.\n"
    assert {each.returncode for each in (wrong, missing, odd)} == {2}


@pytest.mark.parametrize(
    "arguments",
    [
        ("serve",),
        ("admin", "validate-config"),
        ("admin", "backup"),
        ("admin", "restore", "x.zip", "--yes"),
    ],
)
def test_what_is_about_this_machine_is_not_done_for_another(arguments: tuple[str, ...]) -> None:
    url = "http://127.0.0.1:1"
    for told in (run(*arguments, "--server", url), run(*arguments, MAESTRARR_SERVER=url)):
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.startswith("This command works on the installation of this machine")


def test_a_server_that_has_just_died_is_told_by_nobody_to_be_there(
    scanned: Path, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(scanned, tmp_path / "data"))
    with DataFolder(data).held(url="http://127.0.0.1:1"):
        told = run("library", "list", "--data", data)

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("The server http://127.0.0.1:1 cannot be reached: ")


def test_a_local_token_that_does_not_hold_is_told(scanned: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(scanned, tmp_path / "data"))
    with serving(data):
        keys.make_local(DataFolder(data))
        told = run("library", "list", "--data", data)

    assert told.returncode == 2
    assert "takes this for another machine" in told.stderr


def test_a_second_worker_waits_for_nobody(data: Path) -> None:
    with DataFolder(data).held():
        told = run("library", "scan", "--data", data)
        listed = run("library", "list", "--data", data)

    assert told.returncode == 2
    assert f"as process {os.getpid()}." in told.stderr
    assert listed.returncode == 0

"""`maestrarr users` and `maestrarr tokens`, as a script calls them."""

import json
import subprocess
from pathlib import Path

import pytest

from command import run, talk

PASSWORD = "correct horse battery"


@pytest.fixture
def folder(sqlite_database_url: object, tmp_path: Path) -> Path:
    """Name a data folder with an empty, migrated database."""
    assert sqlite_database_url
    return tmp_path


def call(folder: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return run(*arguments, "--data", folder, said=said)


def test_users_are_added_changed_and_removed(folder: Path) -> None:
    added = call(folder, "users", "add", "ada", "--role", "admin", "--json", said=PASSWORD)
    call(folder, "users", "add", "grace", said=f"{PASSWORD}\n")
    changed = call(folder, "users", "role", "GRACE", "operator")
    listed = call(folder, "users", "list", "--json")

    assert json.loads(added.stdout)["role"] == "admin"
    assert changed.stdout == "grace is operator now.\n"
    assert [(user["name"], user["role"]) for user in json.loads(listed.stdout)["users"]] == [
        ("ada", "admin"),
        ("grace", "operator"),
    ]
    spoken = call(folder, "users", "language", "grace", "fr")
    assert spoken.stdout == "Messages to grace are in fr now.\n"
    removed = call(folder, "users", "remove", "grace")
    assert (removed.returncode, removed.stderr) == (0, "")
    history = json.loads(call(folder, "users", "audit", "--json").stdout)["entries"]
    assert [(entry["actor"], entry["action"]) for entry in history] == [
        ("terminal", "user.removed"),
        ("terminal", "user.role_changed"),
        ("terminal", "user.added"),
        ("terminal", "user.added"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said", "sentence"),
    [
        (["users", "add", "ada"], "short\n", "A password has at least 10 characters."),
        (["users", "add", "ada"], "", "A password has at least 10 characters."),
        (["users", "add", "../ada"], PASSWORD, "A name has at most 64 letters"),
        (["users", "remove", "nobody"], "", "There is no user nobody."),
        (["users", "role", "nobody", "admin"], "", "There is no user nobody."),
        (["users", "sign-out", "nobody"], "", "There is no user nobody."),
        (["admin", "reset-password", "nobody"], PASSWORD, "There is no user nobody."),
        (["tokens", "make", "script", "--user", "nobody"], "", "There is no user nobody."),
    ],
)
def test_a_mistake_is_one_sentence(
    folder: Path, arguments: list[str], said: str, sentence: str
) -> None:
    told = call(folder, *arguments, said=said)

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(sentence)
    assert told.stderr.count("\n") == 1


def test_a_forgotten_password_is_replaced_from_the_terminal(folder: Path) -> None:
    call(folder, "users", "add", "ada", "--role", "admin", said=PASSWORD)

    for command in ("users", "admin"):
        told = call(folder, command, "reset-password", "ada", said="another long one")
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout == "ada has another password now, and is signed out everywhere.\n"


def test_a_token_is_printed_once_listed_and_revoked(folder: Path) -> None:
    call(folder, "users", "add", "ada", "--role", "admin", said=PASSWORD)

    made = call(folder, "tokens", "make", "backup", "--user", "ada", "--scope", "operate")
    listed = call(folder, "tokens", "list", "--json").stdout

    assert made.stdout.startswith("mst_api_")
    assert made.stdout.strip() not in listed
    token = json.loads(listed)["tokens"][0]
    assert (token["name"], token["user"], token["scopes"]) == ("backup", "ada", ["operate"])
    assert call(folder, "tokens", "revoke", token["id"]).returncode == 0
    assert json.loads(call(folder, "tokens", "list", "--json").stdout) == {"tokens": []}


def test_who_leaves_a_password_with_ctrl_d_has_said_none(folder: Path) -> None:
    left = [("Password for ada: ", "\x04")]

    code, screen = talk("users", "add", "ada", "--data", folder, answers=left)

    assert code == 2
    assert "A password has at least 10 characters." in screen
    assert "Traceback" not in screen

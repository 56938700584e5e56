"""The command as a person or a script calls it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from command import MAESTRARR, run
from maestrarr import __version__


def run_cold(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process that has imported nothing yet."""
    return subprocess.run(
        [*MAESTRARR, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def test_it_tells_its_version() -> None:
    assert run_cold("--version").stdout == f"maestrarr {__version__}\n"


@pytest.mark.parametrize("noun", ["library", "jobs", "schedules", "settings", "users", "tokens"])
def test_a_noun_alone_prints_its_commands_each_in_a_whole_sentence(noun: str) -> None:
    told = run(noun, COLUMNS="80")

    assert "Commands:" in told.stdout + told.stderr
    assert "..." not in (told.stdout + told.stderr).partition("Commands:")[2]


def test_help_lists_the_rooms_and_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['maestrarr', '--help']\n"
        "from maestrarr.cli.main import main\n"
        "try: main()\n"
        "finally:\n"
        "    heavy = {'sqlalchemy', 'fastapi', 'pydantic', 'rich', 'structlog', 'lxml'}\n"
        "    print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert "serve" in told.stdout
    assert "admin" in told.stdout
    assert told.stderr == "[]\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "--data", "{folder}", "admin", "validate-config"),
        ("admin", "--json", "validate-config", "--data", "{folder}"),
        ("admin", "validate-config", "--data", "{folder}", "--json"),
    ],
)
def test_the_shared_options_may_stand_anywhere(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    told = run(*(argument.format(folder=tmp_path) for argument in arguments))

    assert json.loads(told.stdout)["data"] == {
        "value": str(tmp_path),
        "source": "option",
        "place": "--data",
    }


def test_every_command_names_the_shared_options_in_its_help() -> None:
    told = run("admin", "backup", "--help").stdout

    assert all(option in told for option in ("--json", "--data", "--config", "--to"))


@pytest.mark.parametrize(
    "arguments", [("--nonsense",), ("nonsense",), ("admin", "restore"), ("serve", "--port", "x")]
)
def test_wrong_usage_leaves_with_two_and_an_empty_stdout(arguments: tuple[str, ...]) -> None:
    told = run(*arguments)

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr


def test_a_word_that_is_none_of_the_choices_is_told_them_all() -> None:
    told = run("users", "add", "ada", "--role", "king").stderr

    wrong = "Invalid value for '--role': 'king' is not one of 'guest', 'viewer', 'operator'"
    assert wrong in told


def test_three_mistakes_in_the_configuration_are_all_told(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text("prot: 1\nlog: {level: loud}\n")

    for command in (["serve"], ["admin", "validate-config"], ["admin", "restore", "x"]):
        told = run(*command, "--config", file, MAESTRARR_PORT="many")

        assert (told.returncode, told.stdout) == (2, "")
        for words in (f"prot ({file}:1)", f"log.level ({file}:2)", "port (MAESTRARR_PORT)"):
            assert words in told.stderr
        assert "Traceback" not in told.stderr


def test_a_name_that_the_encoding_lacks_is_no_error(tmp_path: Path) -> None:
    told = run_cold(
        "admin", "validate-config", "--data", tmp_path / "天空", PYTHONIOENCODING="latin-1"
    )

    assert told.returncode == 0
    assert "\\u5929\\u7a7a" in told.stdout


def test_a_person_at_a_terminal_sees_the_same_table(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [*MAESTRARR, "admin", "validate-config", "--data", str(tmp_path)],
        stdout=theirs,
        check=True,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "200"},
    )
    os.close(theirs)
    seen = os.read(ours, 65_536).decode()
    os.close(ours)

    assert "Key" in seen
    assert "9393" in seen

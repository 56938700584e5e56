"""./start and ./test answer a mistake, and a machine that lacks something, with a sentence."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
NO_PYTHON = "exit 127"
NO_PIP = 'case "$*" in *ensurepip*) exit 1 ;; esac'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what ./start needs to a folder with a space in its name."""
    copy = tmp_path / "a checkout"
    shutil.copytree(CHECKOUT / "requirements", copy / "requirements")
    shutil.copy(CHECKOUT / "start", copy)
    return copy


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--wrong"], "There is no option --wrong."),
        (["film.mkv"], "There is no option film.mkv."),
        (["--port"], "--port needs a value."),
        (["--port=abc"], "--port needs a number, and got abc."),
    ],
)
def test_a_mistake_is_answered_with_the_usage(
    checkout: Path, arguments: list[str], sentence: str
) -> None:
    answer = _start(checkout, *arguments)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"{sentence}\n\nUsage: ./start ")


def test_help_is_an_answer_and_no_mistake(checkout: Path) -> None:
    answer = _start(checkout, "--help")

    assert answer.returncode == 0
    assert answer.stdout.startswith("Usage: ./start ")


def test_a_machine_without_python_is_told_what_to_install(checkout: Path, tmp_path: Path) -> None:
    answer = _start(checkout, "--setup-only", path=_programs(tmp_path, python=NO_PYTHON))

    assert answer.returncode == 1
    assert "needs Python 3.11 or newer" in answer.stderr
    assert not (checkout / ".venv").exists()


def test_a_python_without_pip_is_told_the_one_command(checkout: Path, tmp_path: Path) -> None:
    answer = _start(checkout, "--setup-only", path=_programs(tmp_path, python=NO_PIP))

    assert answer.returncode == 1
    assert "sudo apt-get install -y python3-venv" in answer.stderr
    assert not (checkout / ".venv").exists()


def _start(
    checkout: Path, *arguments: str, path: str | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PATH": path} if path else {})
    return subprocess.run(
        ["/bin/sh", checkout / "start", *arguments],
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def _programs(folder: Path, *, python: str) -> str:
    """Make a PATH that holds the basic programs and one Python that answers as told."""
    programs = folder / "programs"
    programs.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "cmp", "head", "rm", "mv"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        (programs / name).write_text(f"#!/bin/sh\n{python}\n")
        (programs / name).chmod(0o755)
    return str(programs)

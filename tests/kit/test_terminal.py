"""What reaches a person, a script and a pipe."""

import json
import subprocess
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maestrarr.kit import terminal
from maestrarr.kit.errors import NotFound
from maestrarr.kit.tables import Table, visible
from maestrarr.kit.terminal import JobProgress, Terminal

ODD = Path("/films/\udcff\x1b[2J\nname.mkv")


def a_terminal(*, as_json: bool = False) -> Terminal:
    def never(*_: object, **__: object) -> object:
        raise AssertionError

    made = Terminal(never)  # type: ignore[arg-type]
    made.as_json = as_json
    return made


def test_a_document_is_exact_json_also_with_stray_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    identity = uuid.uuid4()
    a_terminal(as_json=True).emit(
        {"path": ODD, "id": identity, "at": datetime(2026, 11, 21, tzinfo=UTC)}, table="no"
    )

    found = json.loads(capsys.readouterr().out)

    assert found == {"path": str(ODD), "id": str(identity), "at": "2026-11-21T00:00:00.000Z"}


def test_a_frozen_dataclass_is_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    progress = JobProgress("Scan", "running", current=1, total=2)

    a_terminal(as_json=True).emit(progress, table="no")

    assert json.loads(capsys.readouterr().out)["total"] == 2


def test_a_table_in_a_pipe_is_whole_aligned_and_harmless(
    capsys: pytest.CaptureFixture[str],
) -> None:
    a_terminal().emit(
        {}, table=Table(("Path", "Size"), [(ODD, 5), ("x" * 200, 1234), (None, None)])
    )

    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == 4
    assert lines[1].startswith("/films/\\xff\\x1b[2J\\nname.mkv")
    assert lines[2] == "x" * 200 + "  1234"
    assert lines[1].endswith("     5")


def test_an_empty_table_says_so_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    a_terminal().emit([], table=Table(("Title",), [], empty="No titles yet."))

    assert capsys.readouterr() == ("", "No titles yet.\n")


def test_a_problem_is_one_sentence_and_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    async def command() -> None:
        raise NotFound("There is no title \x1b]0;x.")

    with pytest.raises(SystemExit) as left:
        a_terminal(as_json=True).run(command)

    assert left.value.code == terminal.WRONG
    assert capsys.readouterr() == ("", "There is no title \\x1b]0;x.\n")


def test_what_the_disk_says_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def command() -> None:
        (tmp_path / "missing").read_text()

    with pytest.raises(SystemExit) as left:
        a_terminal().run(command)

    assert left.value.code == terminal.WRONG
    assert capsys.readouterr().err.startswith("The system answered: No such file or directory (")


def test_a_command_that_needs_attention_leaves_with_one() -> None:
    async def command() -> int:
        return terminal.ATTENTION

    with pytest.raises(SystemExit) as left:
        a_terminal().run(command)

    assert left.value.code == 1


def test_an_interruption_is_one_line_and_130(capsys: pytest.CaptureFixture[str]) -> None:
    async def command() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as left:
        a_terminal().run(command)

    assert left.value.code == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    script = (
        "from maestrarr.kit.terminal import Table, Terminal\n"
        "t = Terminal(None)\n"
        "async def c(): t.emit([], table=Table(('n',), [(str(n),) for n in range(200_000)]))\n"
        "t.run(c)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()

    assert (process.returncode, errors) == (0, b"")


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with a_terminal().progress() as show:
        show(JobProgress("Scan", "running", current=1, total=2))

    assert capsys.readouterr() == ("", "")


def test_nobody_at_the_terminal_never_means_yes() -> None:
    assert not a_terminal().confirm("Replace everything?")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Amélie 天空の城", "Amélie 天空の城"),
        ("a\tb", "a\\tb"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\ud800"),
        ("gnp.\u202egpj", "gnp.\\u202egpj"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, seen: str) -> None:
    assert visible(text) == seen

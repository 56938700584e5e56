"""Who holds a data folder, with real processes."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from maestrarr.kit.data_folder import AlreadyRunning, DataFolder, DataFolderUnusable, Holder

HOLD = (
    "import sys, pathlib\n"
    "from maestrarr.kit.data_folder import DataFolder\n"
    "with DataFolder(pathlib.Path(sys.argv[1])).held(url='http://localhost:1'):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def other(folder: DataFolder) -> Iterator[subprocess.Popen[str]]:
    """Run another process that holds the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_is_made_for_its_owner_alone(folder: DataFolder) -> None:
    folder.make()

    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert folder.lock.stat().st_mode & 0o777 == 0o600


def test_nobody_holds_a_folder_that_is_not_there(folder: DataFolder) -> None:
    assert folder.holder() is None


def test_a_second_process_is_told_who_holds_the_folder(
    folder: DataFolder, other: subprocess.Popen[str]
) -> None:
    with pytest.raises(AlreadyRunning, match=f"process {other.pid}"), folder.held():
        pass
    assert folder.holder() == Holder(other.pid, "http://localhost:1")


def test_a_killed_process_lets_go(folder: DataFolder, other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()

    assert folder.holder() is None
    with folder.held():
        assert folder.holder() == Holder(os.getpid())


def test_who_only_asks_never_keeps_the_folder_from_another(folder: DataFolder) -> None:
    folder.make()
    stop = threading.Event()

    def keep_asking() -> None:
        while not stop.is_set():
            folder.holder()

    asking = threading.Thread(target=keep_asking)
    asking.start()
    try:
        for _ in range(50):
            with folder.held():
                pass
    finally:
        stop.set()
        asking.join()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(DataFolderUnusable, match="Not a directory"):
        DataFolder(tmp_path / "file" / "data").make()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_of_somebody_else_is_told_in_words(folder: DataFolder) -> None:
    folder.make()
    for above in folder.path.parents[:-1]:
        above.chmod(above.stat().st_mode | 0o011)

    os.seteuid(65534)
    try:
        with pytest.raises(DataFolderUnusable, match="Permission denied"):
            folder.make()
    finally:
        os.seteuid(0)

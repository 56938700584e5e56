"""Walking a folder: links, loops, and folders that cannot be looked into."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from maestrarr.features.library.walk import MAX_DEPTH, walk
from shelf import below, open_way_to, plant

NOBODY = 65_534


def test_files_are_listed_in_the_order_of_names_with_their_stamps(tmp_path: Path) -> None:
    plant(tmp_path, "b/2.txt", "b/1.txt", "a.txt")

    walked = walk(tmp_path)

    paths = [file.path for file in walked.top.every_file()]
    assert below(tmp_path, [Path(path) for path in paths]) == ["a.txt", "b/1.txt", "b/2.txt"]
    first = next(walked.top.every_file()).stamp
    status = (tmp_path / "a.txt").stat()
    assert (first.size_bytes, first.mtime_ns, first.inode) == (4, status.st_mtime_ns, status.st_ino)


def test_hidden_unfinished_and_system_files_are_nobodys(tmp_path: Path) -> None:
    plant(tmp_path, ".hidden.mkv", "film.mkv.part", "@eaDir/film.mkv", ".trash/film.mkv", "ok.mkv")

    assert [file.name for file in walk(tmp_path).top.every_file()] == ["ok.mkv"]


def test_a_dead_link_to_a_film_is_a_fault_and_to_anything_else_is_none(tmp_path: Path) -> None:
    (tmp_path / "film.mkv").symlink_to("gone.mkv")
    (tmp_path / "notes.txt").symlink_to("gone.txt")

    walked = walk(tmp_path)

    assert [(fault.path.name, fault.kind) for fault in walked.faults] == [
        ("film.mkv", "broken_link")
    ]
    assert not list(walked.top.every_file())


def test_loops_of_links_end(tmp_path: Path) -> None:
    plant(tmp_path, "a/film.mkv")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "one.mkv").symlink_to("two.mkv")
    (tmp_path / "two.mkv").symlink_to("one.mkv")

    walked = walk(tmp_path)

    assert [file.name for file in walked.top.every_file()] == ["film.mkv"]
    assert sorted(fault.path.name for fault in walked.faults) == ["one.mkv", "two.mkv"]


def test_links_out_of_the_root_are_not_followed(tmp_path: Path) -> None:
    plant(tmp_path / "outside", "film.mkv")
    plant(tmp_path / "movies-4k", "film.mkv")
    root = tmp_path / "movies"
    root.mkdir()
    (root / "film.mkv").symlink_to(tmp_path / "outside" / "film.mkv")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "beside").symlink_to(tmp_path / "movies-4k")

    walked = walk(root)

    assert not list(walked.top.every_file())
    assert {fault.path.name: str(fault.kind) for fault in walked.faults} == {
        "film.mkv": "outside",
        "folder": "outside",
        "beside": "outside",
    }


def test_a_link_to_a_folder_inside_shows_its_files_once(tmp_path: Path) -> None:
    plant(tmp_path, "real/film.mkv")
    (tmp_path / "again").symlink_to("real")

    walked = walk(tmp_path)

    files = [Path(file.path) for file in walked.top.every_file()]
    assert below(tmp_path, files) == ["real/film.mkv"]
    assert not walked.faults


def test_a_root_that_is_a_link_is_walked(tmp_path: Path) -> None:
    plant(tmp_path / "real", "film.mkv")
    (tmp_path / "root").symlink_to("real")
    (tmp_path / "real" / "same.mkv").symlink_to("film.mkv")

    walked = walk(tmp_path / "root")

    assert [file.name for file in walked.top.every_file()] == ["film.mkv", "same.mkv"]


def test_pipes_and_sockets_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "film.mkv")

    assert not list(walk(tmp_path).top.every_file())


def test_a_folder_too_deep_to_be_sane_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (MAX_DEPTH + 3))
    plant(deep, "film.txt")

    walked = walk(tmp_path)

    assert [str(fault.kind) for fault in walked.faults] == ["unreadable_folder"]
    assert len(walked.unread) == 1


def test_a_walk_can_end_after_so_many_folders(tmp_path: Path) -> None:
    plant(tmp_path, "a/1.txt", "b/2.txt", "c/3.txt")

    assert [file.name for file in walk(tmp_path, most_folders=2).top.every_file()] == [
        "1.txt",
        "2.txt",
    ]


def test_a_root_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        walk(tmp_path / "nowhere")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_listed_is_a_fault_and_the_walk_goes_on(tmp_path: Path) -> None:
    plant(tmp_path, "locked/film.txt", "open/film.txt")
    open_way_to(tmp_path)
    (tmp_path / "locked").chmod(0)

    assert _walked_by_nobody(tmp_path) == [["open/film.txt"], ["locked"], ["unreadable_folder"]]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_link_that_may_not_be_followed_does_not_end_the_walk() -> None:
    files, _, _ = _walked_by_nobody(Path("/proc/1"))  # whose `cwd` is a link of another user's

    assert "status" in files


def _walked_by_nobody(root: Path) -> list[list[str]]:
    """Walk as a user who is not root, in another process."""
    code = (
        "import json, os, sys; from pathlib import Path\n"
        "from maestrarr.features.library.walk import walk\n"
        f"os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "root = sys.argv[1]; seen = walk(Path(root))\n"
        "print(json.dumps([[os.path.relpath(file.path, root) for file in seen.top.every_file()],"
        " [os.path.relpath(path, root) for path in seen.unread],"
        " [str(fault.kind) for fault in seen.faults]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, root], capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))

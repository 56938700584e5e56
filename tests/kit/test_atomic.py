from pathlib import Path

import pytest

from maestrarr.kit import atomic


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "movie.nfo"
    atomic.write_bytes(path, b"a longer first text")

    atomic.write_bytes(path, b"short")

    assert path.read_bytes() == b"short"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    taken = tmp_path / "poster.jpg"
    taken.mkdir()
    (taken / "kept").touch()

    with pytest.raises(OSError):
        atomic.write_bytes(taken, b"new")

    assert list(tmp_path.iterdir()) == [taken]
    assert (taken / "kept").exists()


def test_a_file_keeps_its_other_names_when_it_is_replaced(tmp_path: Path) -> None:
    path, seed = tmp_path / "film.nfo", tmp_path / "seed.nfo"
    atomic.write_text(path, "old")
    seed.hardlink_to(path)

    atomic.write_text(path, "new")

    assert (path.read_text(), seed.read_text()) == ("new", "old")


def test_text_is_utf_8_with_its_line_ends_untouched(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a.nfo", "ışık\r\n")

    assert (tmp_path / "a.nfo").read_bytes() == "ışık\r\n".encode()


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127 + "n")

    atomic.write_bytes(path, b"x")

    assert path.read_bytes() == b"x"


def test_writing_into_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic.write_bytes(tmp_path / "gone" / "a", b"x")


def test_a_refusal_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused:
        atomic.write_text(tmp_path / "none" / "log.gz", "x")

    assert refused.value.filename == str(tmp_path / "none" / "log.gz")


def test_removing_twice_is_fine(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a", "x")

    atomic.remove(tmp_path / "a")
    atomic.remove(tmp_path / "a")
    atomic.remove(tmp_path / "gone" / "a")

    assert list(tmp_path.iterdir()) == []


def test_a_link_may_point_to_nothing(tmp_path: Path) -> None:
    atomic.make_link(tmp_path / "link.mkv", tmp_path / "gone.mkv")

    assert (tmp_path / "link.mkv").is_symlink()
    assert not (tmp_path / "link.mkv").exists()


def test_folders_are_made_with_those_above_them(tmp_path: Path) -> None:
    atomic.make_folder(tmp_path / "a" / "b")
    atomic.make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()

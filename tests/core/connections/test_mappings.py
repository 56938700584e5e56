from pathlib import Path

import pytest

from maestrarr.core.connections.mappings import PathMapping, is_absolute, local_path, remote_path

POSIX = [PathMapping("/media", "/srv/media"), PathMapping("/media/films/", "/films")]
WINDOWS = [PathMapping("D:\\Films", "/srv/films"), PathMapping("\\\\NAS\\tv", "/srv/tv")]
SHARE = [PathMapping("smb://nas/films/", "/srv/films")]
WHOLE = [PathMapping("/", "/srv/remote")]

BOTH_WAYS = [
    ("the longest wins", POSIX, "/media/films/Dune/Dune.mkv", "/films/Dune/Dune.mkv"),
    ("a shorter one", POSIX, "/media/series/X", "/srv/media/series/X"),
    ("the folder itself", POSIX, "/media/films", "/films"),
    ("whole names only", POSIX, "/media-4k/X", "/media-4k/X"),
    ("no mapping", [], "/films/X", "/films/X"),
    ("a drive", WINDOWS, "D:\\Films\\Dune\\Dune.mkv", "/srv/films/Dune/Dune.mkv"),
    ("a share of Windows", WINDOWS, "\\\\NAS\\tv\\Lost", "/srv/tv/Lost"),
    ("an address", SHARE, "smb://nas/films/Dune", "/srv/films/Dune"),
    ("everything", WHOLE, "/films/X", "/srv/remote/films/X"),
    ("odd names", POSIX, "/media/films/[a] 100%_\\n", "/films/[a] 100%_\\n"),
]


@pytest.mark.parametrize(
    ("mappings", "remote", "local"), [case[1:] for case in BOTH_WAYS], ids=[c[0] for c in BOTH_WAYS]
)
def test_paths_are_mapped_both_ways(mappings: list[PathMapping], remote: str, local: str) -> None:
    assert local_path(mappings, remote) == Path(local)
    assert remote_path(mappings, Path(local)) == remote


@pytest.mark.parametrize("remote", ["d:/films/Dune", "D:\\FILMS\\Dune", "D:/Films\\Dune"])
def test_windows_means_the_same_in_any_case_and_with_either_slash(remote: str) -> None:
    assert local_path(WINDOWS, remote) == Path("/srv/films/Dune")


@pytest.mark.parametrize("remote", ["E:\\Films\\Dune", "smb://other/films", "films/Dune"])
def test_a_path_that_can_be_none_here_is_none(remote: str) -> None:
    assert local_path([*WINDOWS, *SHARE], remote) is None


@pytest.mark.parametrize(
    ("path", "is_one"),
    [("/a", True), ("C:\\a", True), ("\\\\nas\\a", True), ("smb://nas/a", True), ("a/b", False)],
)
def test_a_path_says_where_it_begins(path: str, *, is_one: bool) -> None:
    assert is_absolute(path) is is_one

"""Everything that can be written, each in a folder that is made anew as often as it is needed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from disk_stage import SOUNDS, planned

from maestrarr.core.changes.writes import Action, HardLinks, Put, Remove, Rename, Stamp, Write
from makers import make_mkv, make_mp4

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # another disk, wherever it is there


@dataclass(frozen=True)
class Scene:
    """A library folder that is made anew for each death, and what shall be written in it."""

    name: str
    prepare: Callable[[Path], None]
    writes: Callable[[Path], list[Write]]
    recycles_elsewhere: bool = False


def a_write(root: Path, name: str, action: Action, **facts: object) -> Write:
    path = root / name
    seen = Stamp.of(path)
    return Write(
        path=path,
        root=root,
        action=action,
        title=name,
        reason="A test",
        seen=seen,
        **facts,  # type: ignore[arg-type]
    )


def old_file(root: Path) -> None:
    path = root / "movie.nfo"
    path.write_bytes(b"old" * 100)
    path.chmod(0o640)
    os.setxattr(path, "user.mood", b"calm")
    os.utime(path, (1_000_000_000, 1_000_000_000))


def deep_file(root: Path) -> None:
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "b" / "c.nfo").write_bytes(b"old")


def films(root: Path) -> None:
    for name, make in (("a.mkv", make_mkv), ("b.mp4", make_mp4)):
        make(root / name, audio=SOUNDS)
        os.utime(root / name, (1_000_000_000, 1_000_000_000))


def linked(root: Path) -> None:
    films(root)
    os.link(root / "a.mkv", root / "seed")


def given(root: Path) -> None:
    old_file(root)
    (root / "given").write_bytes(b"given away")


def make(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"made" * 50)


def edits(root: Path, **facts: object) -> list[Write]:
    return [a_write(root, name, planned(root / name), **facts) for name in ("a.mkv", "b.mp4")]


def puts(
    content: object, name: str = "movie.nfo", **facts: object
) -> Callable[[Path], list[Write]]:
    return lambda root: [a_write(root, name, Put(content=content, **facts))]  # type: ignore[arg-type]


def give(root: Path) -> list[Write]:
    return [a_write(root, "movie.nfo", Put(content=root / "given", is_moved=True))]


SCENES = [
    Scene("two edits", films, edits),
    Scene("edits that keep the time", films, lambda root: edits(root, keep_mtime=True)),
    Scene(
        "an edit that breaks a link off",
        linked,
        lambda root: [a_write(root, "a.mkv", planned(root / "a.mkv"), hard_links=HardLinks.BREAK)],
    ),
    Scene("a new file", lambda _root: None, puts(b"new" * 100)),
    Scene("a new file in new folders", lambda _root: None, puts(b"new", "a/b/c.nfo")),
    Scene("a file replaced", old_file, puts(b"new" * 100)),
    Scene("a file replaced by what a function makes", old_file, puts(make)),
    Scene("a file replaced, kept elsewhere", old_file, puts(b"new"), recycles_elsewhere=True),
    Scene("a file that is given away", given, give),
    Scene("a file removed", old_file, lambda root: [a_write(root, "movie.nfo", Remove())]),
    Scene(
        "a file removed, kept elsewhere",
        old_file,
        lambda root: [a_write(root, "movie.nfo", Remove())],
        recycles_elsewhere=True,
    ),
    Scene(
        "a file removed with its folders",
        deep_file,
        lambda root: [a_write(root, "a/b/c.nfo", Remove(folders=2))],
    ),
    Scene(
        "a file renamed",
        old_file,
        lambda root: [a_write(root, "movie.nfo", Rename(root / "Film.nfo"))],
    ),
]

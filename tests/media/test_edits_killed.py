"""Killed while a film of any layout is edited, forth or back: it is the old or the new one."""

import os
import shutil
from pathlib import Path

import pytest
from test_edits_crash import EDITS, a_copy
from witnesses import planned
from writers import Templates

from killing import Fault, recover, run
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.writes import Write
from maestrarr.media.edits import EditPlan

NEVER = Fault(at=1_000_000)
QUICK = EDITS[2::5]
ALL = [
    pytest.param(*edit, marks=[] if edit in QUICK else pytest.mark.sweep, id=edit[0])
    for edit in EDITS
]


@pytest.mark.parametrize("way", ["forth", "back"])
@pytest.mark.parametrize(("name", "track"), ALL)
def test_whenever_it_is_killed_the_film_is_the_old_or_the_new_one(
    name: str,
    track: int,
    way: str,
    templates: Templates,
    tmp_path: Path,
) -> None:
    shelf = tmp_path / "films"
    shelf.mkdir()
    path = a_copy(templates, name, shelf)
    plan, kept = planned(path, track), tmp_path / "kept"
    desk = Desk(journal=tmp_path / "journal", recycle=tmp_path / "bin")
    desk.make()
    if way == "back":
        carry_out(path, plan, desk, tmp_path, NEVER)
        plan = plan.reversed()
    shutil.copy2(path, kept)
    old = kept.read_bytes()
    calls = carry_out(path, plan, desk, tmp_path, NEVER)
    new = path.read_bytes()
    assert calls is not None
    assert new != old

    for at in range(1, calls + 1):
        for torn_bytes in (0, 7):
            again(kept, path)
            assert carry_out(path, plan, desk, tmp_path, Fault(at, torn_bytes=torn_bytes)) is None
            found, known = recover(desk, tmp_path)
            assert found.interrupted == {}
            assert path.read_bytes() == (new if known else old), (at, torn_bytes)


def carry_out(path: Path, plan: EditPlan, desk: Desk, folder: Path, fault: Fault) -> int | None:
    write = Write(path=path, root=path.parent, action=plan, title="A film", reason="A test")
    return run(desk, [write], folder, fault)


def again(kept: Path, path: Path) -> None:
    """Let the film be as it was, in the same inode."""
    path.write_bytes(kept.read_bytes())
    said = kept.stat()
    os.utime(path, ns=(said.st_atime_ns, said.st_mtime_ns))

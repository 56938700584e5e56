"""Power lost after any call: whatever had reached the disk, everything is old or new again."""

import random
import shutil
from pathlib import Path

import pytest
from disk_stage import listing
from powerless import Recorder, State, after_power_loss
from scenes import SCENES, Scene

from maestrarr.core.changes import editing, recovery
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.journal import left_behind

RECORDED = [scene for scene in SCENES if "function" not in scene.name and "else" not in scene.name]


@pytest.mark.parametrize("draws", [2, pytest.param(40, marks=pytest.mark.sweep)])
@pytest.mark.parametrize("scene", RECORDED, ids=lambda scene: scene.name)
def test_power_lost_after_any_call_everything_is_old_or_new(
    scene: Scene, draws: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, desk = tmp_path / "films", Desk(journal=tmp_path / "journal", recycle=tmp_path / "bin")
    root.mkdir()
    desk.make()
    scene.prepare(root)
    before, old = State.of(root, desk.journal, desk.recycle), listing(root)
    monkeypatch.setattr(editing, "TOGETHER", 1)
    recorder = Recorder()
    with recorder.recording(monkeypatch):
        carried = editing.carry_out(desk, editing.hold(desk, scene.writes(root)))
        recorder.commit()
        carried.settle({done.id for done in carried.outcome.done})
    new, ids = listing(root), {done.id for done in carried.outcome.done}
    assert new != old

    chance = random.Random(scene.name)  # noqa: S311  # which sectors are lost
    for count in range(len(recorder.events) + 1):
        events = recorder.events[:count]
        known = ids if any(event.kind == "commit" for event in events) else set()
        for draw in range(-2, draws):
            state = after_power_loss(
                before, events, chance if draw >= 0 else None, keeps_all=draw == -1
            )
            state.put_on_disk()
            found = recovery.settle(left_behind(desk.journal), known)
            assert found.interrupted == {}, (count, events[-1])
            assert listing(root) == (new if known else old), (count, draw, events[-1:])
            assert list(desk.journal.iterdir()) == []
    shutil.rmtree(root)


@pytest.mark.parametrize("lasts", [True, False], ids=["kept", "put back"])
def test_a_time_that_a_file_is_given_is_durable_before_all_is_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lasts: bool
) -> None:
    root, desk = tmp_path / "films", Desk(journal=tmp_path / "journal", recycle=tmp_path / "bin")
    root.mkdir()
    (scene,) = (each for each in SCENES if each.name == "edits that keep the time")
    scene.prepare(root)
    recorder = Recorder()
    with recorder.recording(monkeypatch):
        carried = editing.carry_out(desk, editing.hold(desk, scene.writes(root)))
        carried.settle({done.id for done in carried.outcome.done if lasts})

    timed = {each.node: at for at, each in enumerate(recorder.events) if each.kind == "utime"}
    synced = {each.node: at for at, each in enumerate(recorder.events) if each.has_times}
    assert timed
    assert all(synced.get(node, -1) > at for node, at in timed.items())

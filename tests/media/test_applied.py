"""What other programs say of films, as many writers write them, once `audio apply` was there."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tightened import tightened
from witnesses import mkvinfo_complaints, packet_hashes, witnesses_of
from writers import Templates

WRITTEN = (
    "mkvmerge-full.mkv",
    "ffmpeg-all-default.mkv",
    "ffmpeg-plain.mkv",
    "ffmpeg-piped.mkv",
    "mkvpropedit-moved-tracks.mkv",
    "moov-at-end.mp4",
    "faststart.mp4",
    "fragmented.mp4",
    "all-default.mp4",
)
TIGHT = "tight.mkv"  # its header leaves no room for an edit, so it is copied


@pytest.fixture
def films(templates: Templates, tmp_path: Path) -> Path:
    """Lay out a folder of films; none says its original language."""
    folder = tmp_path / "films"
    folder.mkdir()
    for name in WRITTEN:
        shutil.copyfile(templates.path(name), folder / name)
    tight = tightened(templates.path("ffmpeg-all-default.mkv").read_bytes())
    (folder / TIGHT).write_bytes(tight)
    return folder


def audio(verb: str, folder: Path, *words: str, code: int = 0) -> dict[str, Any]:
    command = [sys.executable, "-m", "maestrarr", "audio", verb, *words, "--json"]
    done = subprocess.run(
        [*command, "--data", str(folder.parent / "data")],
        capture_output=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == code, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_every_witness_agrees_on_one_default_and_no_packet_changed(films: Path) -> None:
    names = sorted(path.name for path in films.iterdir())
    before = {name: (films / name).read_bytes() for name in names}
    packets = {name: packet_hashes(films / name) for name in names}

    told = audio("apply", films, str(films), "--language-priority", "eng")
    wanted = {Path(each["path"]).name: each for each in told["files"]}
    assert sorted(wanted) == names
    assert (told["changed"], told["right"]) == (len(names) - 1, 1)
    for name in names:
        path = films / name
        for witness, ask in witnesses_of(path).items():
            assert ask(path) == [wanted[name]["track_index"]], (name, witness)
        assert packet_hashes(path) == packets[name], name
        if path.suffix == ".mkv":
            assert mkvinfo_complaints(path) == [], name

    audio("undo", films, "--last")
    assert {name: (films / name).read_bytes() for name in names} == before

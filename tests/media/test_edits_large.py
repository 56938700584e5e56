"""Edits of files of 12 GiB, which take no room on disk: what is read of them stays the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from handmade_boxes import box
from witnesses import FILM, carry_out, planned

from maestrarr.demo.video.layouts import Layout
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.mp4 import mp4
from maestrarr.media import containers, probe
from maestrarr.media.edits import AlreadyRight

TWELVE_GIB = 12 * 1024**3
MOST_READ_BYTES = 1024 * 1024


def large_mp4(path: Path) -> None:
    """Write a film whose samples are 12 GiB of nothing, and whose header stands behind them."""
    small = mp4(FILM)
    header = small[small.index(b"moov") - 4 :]
    begin = box(b"ftyp", b"isom", bytes(4)) + b"\0\0\0\1mdat" + TWELVE_GIB.to_bytes(8, "big")
    with path.open("wb") as file:
        file.write(begin)
        file.seek(len(begin) - 16 + TWELVE_GIB)
        file.write(header)


def large_matroska(path: Path) -> None:
    """Write a film with 12 GiB of empty space behind its list of tracks."""
    order = ("seek", "info", "tracks", 100, "clusters")
    small = matroska(FILM, Layout(name="large", order=order))
    at = small.index(b"\xec\x01" + (91).to_bytes(7, "big"))
    size = int.from_bytes(small[small.index(b"\x18\x53\x80\x67") + 5 :][:7], "big")
    grown = (size + TWELVE_GIB - 100).to_bytes(7, "big")
    head = small[:at].replace(size.to_bytes(7, "big"), grown, 1)
    with path.open("wb") as file:
        file.write(head + b"\xec\x01" + (TWELVE_GIB - 9).to_bytes(7, "big"))
        file.seek(at + TWELVE_GIB)
        file.write(small[at + 100 :])


def bytes_read() -> int:
    """Say how many bytes this process has asked the system for."""
    said = Path("/proc/self/io").read_text()
    return int(said.split("rchar: ")[1].split()[0])


@pytest.mark.parametrize("make", [large_mp4, large_matroska])
def test_only_headers_of_a_large_file_are_read(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "film"
    make(path)
    before = bytes_read()

    plan = containers.plan_default_audio(path, 3)

    assert bytes_read() - before < MOST_READ_BYTES
    assert plan == planned(path, 3)
    carry_out(path, planned(path, 3))
    assert containers.plan_default_audio(path, 3) == AlreadyRight()
    assert [one.index for one in probe.probe(path).audio if one.is_default] == [3]

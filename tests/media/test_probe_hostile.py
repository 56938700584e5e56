"""Damaged and lying headers: a fault in words, and never another error, a hang or a full memory."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest
from damage import mutate, seeded
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from writers import Templates

from maestrarr.media import probe
from maestrarr.media.facts import NotReadable
from maestrarr.media.window import MAX_READ_BYTES

MUTATED = [
    "mkvmerge-full.mkv",
    "ffmpeg-dispositions.mkv",
    "ffmpeg-piped.mkv",
    "mkvmerge-dolby-vision.mkv",
    "fragmented.mp4",
    "fragmented-sidx.mp4",
    "chapters.mp4",
    "chapters.mov",
    "pcm.mov",
    "dolby-vision.mp4",
]
OUTER = ["moov", "trak", "mdia", "minf", "stbl", "stsd", "udta"]
INNER = ["tkhd", "mdhd", "hdlr", "stsd", "mvhd", "stsz", "mvex", "meta", "chpl", "tref", "sidx"]

hostile = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def examine(path: Path, contents: bytes) -> None:
    """Read these bytes; what the reader raises beyond its own fault comes out of here."""
    path.write_bytes(contents)
    found = probe.examine(path)
    assert found.probe or found.fault or found.needs_ffmpeg


@pytest.mark.parametrize("name", MUTATED)
def test_150_mutations_of_a_file_give_facts_or_a_fault(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    whole, chance = templates.path(name).read_bytes(), seeded(name)

    for _ in range(150):
        examine(tmp_path / name, mutate(whole, chance))


@pytest.mark.sweep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", MUTATED)
def test_2000_mutations_of_a_file_give_facts_or_a_fault(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    whole, chance = templates.path(name).read_bytes(), seeded(f"sweep {name}")

    for _ in range(2_000):
        examine(tmp_path / name, mutate(whole, chance))


@hostile
@given(rest=st.binary(max_size=400))
def test_any_bytes_behind_an_ebml_header_give_facts_or_a_fault(rest: bytes, tmp_path: Path) -> None:
    header = bytes.fromhex("1a45dfa3 87 4282 84") + b"webm" + bytes.fromhex("18538067 ff")

    examine(tmp_path / "film.mkv", header + rest)


@hostile
@given(
    parts=st.recursive(
        st.binary(max_size=40).map(lambda data: ("free", data)),
        lambda inner: st.tuples(st.sampled_from(OUTER), inner),
        max_leaves=6,
    ),
    kind=st.sampled_from(INNER),
    body=st.binary(max_size=60),
)
def test_any_nesting_of_boxes_gives_facts_or_a_fault(
    parts: tuple[str, object], kind: str, body: bytes, tmp_path: Path
) -> None:
    def box(name: str, data: bytes) -> bytes:
        return (8 + len(data)).to_bytes(4, "big") + name.encode() + data

    def build(part: tuple[str, object]) -> bytes:
        name, inner = part
        contents = inner if isinstance(inner, bytes) else build(inner)  # type: ignore[arg-type]
        return box(name, contents + box(kind, body))

    examine(tmp_path / "film.mp4", box("ftyp", b"isom\0\0\2\0") + box("moov", build(parts)))


def long_claim_in_matroska(claim: int) -> bytes:
    """Make a Tracks element that claims so many bytes, in a Segment that claims them, too."""
    tracks = bytes.fromhex("1654ae6b 01") + claim.to_bytes(7, "big")
    size = (claim + len(tracks)).to_bytes(7, "big")
    return bytes.fromhex("1a45dfa3 80 18538067 01") + size + tracks


def long_claim_in_mp4(claim: int) -> bytes:
    """Make a sample description that claims so many bytes, in boxes that claim them, too."""
    inner = b""
    for kind in (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"mp4a", b"esds"):
        inner += b"\0\0\0\1" + kind + (claim - len(inner)).to_bytes(8, "big")
    return inner


@pytest.mark.parametrize("make", [long_claim_in_matroska, long_claim_in_mp4])
@pytest.mark.parametrize("claim", [MAX_READ_BYTES - 64, 1 << 32, 1 << 50])
def test_a_lying_size_takes_no_memory(
    make: Callable[[int], bytes], claim: int, tmp_path: Path
) -> None:
    path = tmp_path / "film.mkv"
    path.write_bytes(make(claim))
    with path.open("r+b") as file:
        file.truncate(min(claim + 100, 1 << 34))  # sparse: it takes no room on disk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    found = probe.examine(path)

    assert found.fault is not None
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 8 * MAX_READ_BYTES // 1024


def test_a_seek_head_that_leads_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    seek = bytes.fromhex("4dbb 8b 53ab84 114d9b74 53ac81 00")
    segment = bytes.fromhex("114d9b74") + bytes([0x80 | len(seek)]) + seek

    examine(tmp_path / "film.mkv", bytes.fromhex("1a45dfa3 80 18538067 ff") + segment)


def test_boxes_without_end_come_to_one(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"\0\0\0\x08free" * 50_000)

    with pytest.raises(NotReadable):
        probe.probe(path)

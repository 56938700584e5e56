"""Other programs that say which tracks are default, and plain writes that carry a plan out."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from writers import run

from maestrarr.media import containers
from maestrarr.media.edits import BytePatch, EditPlan, fingerprint
from maestrarr.media.facts import AudioTrack, Probe, VideoTrack
from maestrarr.media.window import Window

# What the demo's writers make a film of that says too much: all of its sounds are default.
FILM = Probe(
    container="matroska",
    size_bytes=0,
    duration_seconds=2.0,
    title="A film",
    video=(VideoTrack(index=0, codec="h264", width=640, height=360),),
    audio=tuple(
        AudioTrack(index=at, codec="aac", channels=2, sample_rate=48_000, is_default=True)
        for at in (1, 2, 3)
    ),
)


def planned(path: Path, track: int) -> EditPlan:
    """Plan an edit that must be possible and needed, and check what every plan promises."""
    plan = containers.plan_default_audio(path, track)
    assert isinstance(plan, EditPlan), plan
    assert plan.size_bytes == path.stat().st_size
    assert header_of(path, plan) == plan.header.before
    assert plan.patches
    assert plan.changes
    for patch in plan.patches:
        assert len(patch.old) == len(patch.new)
        assert patch.old != patch.new
        assert any(start <= patch.offset and patch.end <= end for start, end in plan.header.spans)
    return plan


def carry_out(path: Path, plan: EditPlan) -> None:
    """Write a plan's patches as whoever applies them would, without any care for crashes."""
    write(path, plan.patches)
    assert header_of(path, plan) == plan.header.after
    assert path.stat().st_size == plan.size_bytes


def write(path: Path, patches: Iterable[BytePatch]) -> None:
    """Write patches in their order; the bytes that they replace must be those they name."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        for patch in patches:
            assert os.pread(descriptor, len(patch.old), patch.offset) == patch.old
            assert os.pwrite(descriptor, patch.new, patch.offset) == len(patch.new)
    finally:
        os.close(descriptor)


def header_of(path: Path, plan: EditPlan) -> str:
    """Hash what a plan names as the header, as the file is now."""
    with Window(path) as window:
        return fingerprint(window.read_whole, plan.header.spans)


def ffprobe_defaults(path: Path, kind: str = "a") -> list[int]:
    """Ask ffprobe which tracks of a kind are default."""
    said = _json(["ffprobe", "-v", "error", "-of", "json", "-show_streams"], path)
    name = {"a": "audio", "s": "subtitle"}[kind]
    return [
        stream["index"]
        for stream in said["streams"]
        if stream["codec_type"] == name and stream["disposition"]["default"]
    ]


def mediainfo_defaults(path: Path) -> list[int]:
    """Ask MediaInfo which audio tracks are default; it alone checks EBML's checksums."""
    said = _json(["mediainfo", "--Output=JSON"], path)["media"]["track"]
    broken = [track for track in said if "CRC_Error_Pos" in str(track)]
    assert not broken, broken
    return [
        int(track["StreamOrder"])
        for track in said
        if track["@type"] == "Audio" and track.get("Default", "Yes") == "Yes"
    ]


def mkvmerge_defaults(path: Path) -> list[int]:
    """Ask mkvmerge which audio tracks are default and enabled, and whether anything is wrong."""
    said = _json(["mkvmerge", "-J"], path)
    assert (said["errors"], said["warnings"]) == ([], [])
    return [
        track["id"]
        for track in said["tracks"]
        if track["type"] == "audio"
        and track["properties"]["default_track"]
        and track["properties"]["enabled_track"]
    ]


def mkvinfo_complaints(path: Path) -> list[str]:
    """Ask mkvinfo, which walks every element, what it finds wrong."""
    said = run(["mkvinfo", "-v", "-v", "--ui-language", "en_US", str(path)]).decode()
    return [line for line in said.splitlines() if "error" in line.lower() or "Unknown" in line]


def packet_hashes(path: Path) -> bytes:
    """Ask FFmpeg for a hash of every packet of every stream, in order."""
    streams = ["-map", "0:v?", "-map", "0:a?", "-map", "0:s?", "-c", "copy"]
    return run(
        [
            "ffmpeg",
            "-v",
            "error",
            "-i",
            str(path),
            *streams,
            "-f",
            "streamhash",
            "-hash",
            "md5",
            "-",
        ]
    )


def witnesses_of(path: Path) -> dict[str, Callable[[Path], list[int]]]:
    """Name who can say which audio tracks of this kind of file are default."""
    found: dict[str, Callable[[Path], list[int]]] = {
        "ffprobe": ffprobe_defaults,
        "mediainfo": mediainfo_defaults,
    }
    if path.suffix in (".mkv", ".webm"):
        found["mkvmerge"] = mkvmerge_defaults
    return found


def _json(command: list[str], path: Path) -> Any:
    return json.loads(run([*command, str(path)]))

"""What goes between the reader and its child: one line of JSON each way.

JSON and not pickle, for whoever breaks into FFmpeg with a file must not break into us.
"""

import json
import os
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from maestrarr.media.causes import Cause
from maestrarr.media.facts import (
    Attachment,
    AudioTrack,
    Chapter,
    FaultKind,
    HdrKind,
    NotReadable,
    Probe,
    SubtitleTrack,
    Tier,
    VideoTrack,
)
from maestrarr.media.frames.sightings import Sighting

Answer: TypeAlias = Probe | NotReadable
Seen: TypeAlias = list[Sighting] | NotReadable


class Question(StrEnum):
    """What is asked about a file: what its headers say, or what its first frames do."""

    HEADERS = "headers"
    FRAMES = "frames"


def pack_question(question: Question, path: Path) -> bytes:
    """Write what is asked about which file; in hex, for a name may hold any bytes at all."""
    return f"{question} {os.fsencode(path).hex()}\n".encode()


def unpack_question(line: bytes) -> tuple[Question, Path]:
    """Read what is asked about which file."""
    question, name = line.decode().split()
    return Question(question), Path(os.fsdecode(bytes.fromhex(name)))


def pack_answer(answer: Answer | Seen) -> bytes:
    """Write the facts of a file, what was seen in it, or what is wrong with it."""
    said: dict[str, object]
    if isinstance(answer, NotReadable):
        said = {"kind": answer.kind, "cause": asdict(answer.cause)}
    elif isinstance(answer, list):
        said = {"seen": [asdict(sighting) for sighting in answer]}
    else:
        said = asdict(answer)
    return json.dumps(said).encode() + b"\n"


def unpack_answer(line: bytes) -> Answer:
    """Read the facts of a file, or what is wrong with it.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: this is no answer of ours.
    """
    said = json.loads(line)
    if "kind" in said:
        return NotReadable(FaultKind(said["kind"]), Cause(**said["cause"]))
    for track in said["video"]:
        track["hdr"] = HdrKind(track["hdr"])
    said["video"] = tuple(VideoTrack(**track) for track in said["video"])
    said["audio"] = tuple(AudioTrack(**track) for track in said["audio"])
    said["subtitles"] = tuple(SubtitleTrack(**track) for track in said["subtitles"])
    said["chapters"] = tuple(Chapter(**chapter) for chapter in said["chapters"])
    said["attachments"] = tuple(Attachment(**each) for each in said["attachments"])
    said["tier"] = Tier(said["tier"])
    return Probe(**said)


def unpack_seen(line: bytes) -> Seen:
    """Read what was seen in a file, or what is wrong with it.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: this is no answer of ours.
    """
    said = json.loads(line)
    if "kind" in said:
        return NotReadable(FaultKind(said["kind"]), Cause(**said["cause"]))
    return [Sighting(**sighting) for sighting in said["seen"]]

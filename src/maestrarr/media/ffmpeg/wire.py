"""What goes between the reader and its child: one line of JSON each way.

JSON and not pickle, for whoever breaks into FFmpeg with a file must not break into us.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Final, TypeAlias

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

MAX_ANSWER_BYTES: Final = 4 * 1024 * 1024

Answer: TypeAlias = "Probe | NotReadable"


def pack_question(path: Path) -> bytes:
    """Write which file to read; in hex, for a name may hold any bytes at all."""
    return os.fsencode(path).hex().encode() + b"\n"


def unpack_question(line: bytes) -> Path:
    """Read which file to read."""
    return Path(os.fsdecode(bytes.fromhex(line.decode())))


def pack_answer(answer: Answer) -> bytes:
    """Write the facts of a file, or what is wrong with it."""
    if isinstance(answer, NotReadable):
        said: dict[str, object] = {"kind": answer.kind, "reason": answer.reason}
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
        return NotReadable(FaultKind(said["kind"]), str(said["reason"]))
    for track in said["video"]:
        track["hdr"] = HdrKind(track["hdr"])
    said["video"] = tuple(VideoTrack(**track) for track in said["video"])
    said["audio"] = tuple(AudioTrack(**track) for track in said["audio"])
    said["subtitles"] = tuple(SubtitleTrack(**track) for track in said["subtitles"])
    said["chapters"] = tuple(Chapter(**chapter) for chapter in said["chapters"])
    said["attachments"] = tuple(Attachment(**each) for each in said["attachments"])
    said["tier"] = Tier(said["tier"])
    return Probe(**said)

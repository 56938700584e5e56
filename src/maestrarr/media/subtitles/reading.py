"""The parent's side of reading text tracks: a child is asked, listened to, and ended."""

import os
import selectors
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import orjson

from maestrarr.media.ffmpeg import children
from maestrarr.media.subtitles.cues import Cue, Lines

LIMIT_SECONDS: Final = 3600.0  # a film on a slow disk is read from one end to the other
LARGEST_BYTES: Final = 64 * 2**20  # of text; a film with songs and signs has five
_WORKER: Final = "maestrarr.media.subtitles.worker"
_LOOK_EVERY_SECONDS: Final = 0.2


class NotRead(Exception):
    """The tracks could not be read; the message is the reason, in words."""


def read(
    path: Path, codecs: Mapping[int, str], *, is_cancelled: Callable[[], bool] = lambda: False
) -> dict[int, Lines]:
    """Read text tracks of a film, by their index; `codecs` says which and what each is.

    The film is read through once, however many tracks are wanted.

    Raises:
        NotRead: FFmpeg cannot read it, or it took too long, or it was called off.
        OSError: the film cannot be opened.
    """
    source = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        wanted = [str(index) for index in codecs]
        child = children.start(_WORKER, str(source), *wanted, descriptors=(source,))
        try:
            told = _all_of(child, is_cancelled)
        finally:
            children.end(child)
    finally:
        os.close(source)
    return _sorted([orjson.loads(line) for line in told.splitlines()], codecs)


def _all_of(child: "subprocess.Popen[bytes]", is_cancelled: Callable[[], bool]) -> bytes:
    """Listen until the child has said all."""
    assert child.stdout is not None  # noqa: S101  # it is a pipe
    told, until = bytearray(), time.monotonic() + LIMIT_SECONDS
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if is_cancelled():
                raise NotRead("it was called off")
            if time.monotonic() > until:
                raise NotRead("it takes too long to read")
            if not selector.select(_LOOK_EVERY_SECONDS):
                continue
            piece = os.read(child.stdout.fileno(), children.PIPE_BYTES)
            if not piece:
                return bytes(told)
            told += piece
            if len(told) > LARGEST_BYTES:
                raise NotRead("it holds more text than a film can")


def _sorted(told: list[dict[str, Any]], codecs: Mapping[int, str]) -> dict[int, Lines]:
    end = told[-1] if told else {}
    if "ended" not in end:
        raise NotRead(str(end.get("failed", "FFmpeg fell over it")))
    setups = {each["track"]: each["setup"] for each in told if "setup" in each}
    cues: dict[int, list[Cue]] = defaultdict(list)
    for each in told:
        if "start" in each:
            cues[each["track"]].append(Cue(each["start"], each["end"], each["text"]))
    return {index: Lines(codec, setups[index], cues[index]) for index, codec in codecs.items()}

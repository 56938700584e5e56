"""What a text track says, and the files that say the same: SubRip and Advanced SubStation Alpha."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_SUFFIXES: Final = {
    "subrip": ".srt",
    "text": ".srt",
    "mov_text": ".srt",
    "webvtt": ".srt",
    "ass": ".ass",
}
_USUAL_MILLISECONDS: Final = 2_000  # where a track does not say how long a line is shown
_EMPTY_LINES: Final = re.compile(r"\n{2,}")
_EVENTS: Final = "[Events]"
_FORMAT: Final = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"
_ASS_FIELDS: Final = 8  # before the text of a block: its order, then all but the times


@dataclass(frozen=True, slots=True)
class Cue:
    """One line as its track holds it, and when it is shown, in milliseconds."""

    start: int
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A text track: its codec as a probe names it, what it is set up by, and what it says."""

    codec: str
    setup: str
    cues: Sequence[Cue]


def suffix_of(codec: str) -> str | None:
    """Say what a file with a track of this codec is called; None for pictures of text."""
    return _SUFFIXES.get(codec)


def written(lines: Lines) -> bytes:
    """Write a track as a file, its lines in the order in which they are shown."""
    cues = sorted(_with_ends(lines.cues), key=lambda each: (each[0], each[1]))
    text = _as_ass(lines.setup, cues) if suffix_of(lines.codec) == ".ass" else _as_srt(cues)
    return text.encode("utf-8", "replace")


_Timed = tuple[int, int, str]


def _with_ends(cues: Sequence[Cue]) -> Iterable[_Timed]:
    """Give each line an end: its own, else the next one's start, or a little later."""
    starts = sorted({cue.start for cue in cues})
    following = dict(pairwise(starts))
    for cue in cues:
        usual = cue.start + _USUAL_MILLISECONDS
        end = cue.end if cue.end is not None else min(following.get(cue.start, usual), usual)
        yield cue.start, max(end, cue.start), _tidy(cue.text)


def _tidy(text: str) -> str:
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _as_srt(cues: Iterable[_Timed]) -> str:
    """Write SubRip, in which an empty line ends what is said."""
    said = [each for each in cues if each[2].strip()]
    return "\n".join(
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{_EMPTY_LINES.sub(chr(10), text)}\n"
        for number, (start, end, text) in enumerate(said, start=1)
    )


def _as_ass(setup: str, cues: Iterable[_Timed]) -> str:
    """Write what a track is set up by, and behind it its lines with their times put back in."""
    head = _tidy(setup)
    if _EVENTS not in head:
        head = f"{head}\n\n{_EVENTS}\n{_FORMAT}".lstrip("\n")
    ordered = sorted(filter(None, map(_event, cues)))
    return "\n".join([head, *(line for _, line in ordered)]) + "\n"


def _event(cue: _Timed) -> tuple[int, str] | None:
    """Write a line of a block, `order,layer,style,…,text`, as one of a file; with its order."""
    start, end, text = cue
    fields = text.replace("\n", r"\N").split(",", _ASS_FIELDS)
    if len(fields) <= _ASS_FIELDS:
        return None
    order, layer, *rest = fields
    times = f"{_ass_clock(start)},{_ass_clock(end)}"
    place = int(order) if order.strip().isdecimal() else 0
    return place, f"Dialogue: {layer},{times},{','.join(rest)}"


def _parted(milliseconds: int) -> tuple[int, int, int, int]:
    seconds, rest = divmod(max(0, milliseconds), 1000)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, rest


def _clock(milliseconds: int) -> str:
    hours, minutes, seconds, rest = _parted(milliseconds)
    return f"{hours:02}:{minutes:02}:{seconds:02},{rest:03}"


def _ass_clock(milliseconds: int) -> str:
    hours, minutes, seconds, rest = _parted(milliseconds)
    return f"{hours}:{minutes:02}:{seconds:02}.{rest // 10:02}"

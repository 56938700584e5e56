"""Small Matroska films made by hand, and edits of their flags that are tried out in every way."""

from pathlib import Path

from handmade_elements import element, number, tight
from witnesses import carry_out, planned

from maestrarr.media import containers, probe
from maestrarr.media.edits import AlreadyRight, CannotEdit, Method
from maestrarr.media.matroska import ids

VIDEO = element(
    ids.TRACK_ENTRY,
    number(ids.TRACK_NUMBER, 1) + number(ids.TRACK_TYPE, 1) + number(ids.CODEC_ID, 0x56),
    size_bytes=1,
)


def sound(number_: int, *parts: bytes) -> bytes:
    head = number(ids.TRACK_NUMBER, number_) + number(ids.TRACK_TYPE, 2)
    return tight(ids.TRACK_ENTRY, head + tight(ids.CODEC_ID, b"A_AC3") + b"".join(parts))


def tracks(*entries: bytes) -> bytes:
    return tight(ids.TRACKS, b"".join(entries))


def defaults(path: Path) -> list[int]:
    return [one.index for one in probe.probe(path).audio if one.is_default and one.is_enabled]


def edit(path: Path, track_index: int) -> Method:
    """Plan, carry out, look again, plan again, take back."""
    whole = path.read_bytes()
    plan = planned(path, track_index)
    carry_out(path, plan)
    assert defaults(path) == [track_index]
    assert containers.plan_default_audio(path, track_index) == AlreadyRight()
    changed = path.read_bytes()
    carry_out(path, plan.reversed())
    assert path.read_bytes() == whole
    path.write_bytes(changed)
    return plan.method


def refusal(path: Path, track_index: int = 1) -> CannotEdit:
    whole = path.read_bytes()
    refused = containers.plan_default_audio(path, track_index)
    assert path.read_bytes() == whole
    assert isinstance(refused, CannotEdit)
    return refused

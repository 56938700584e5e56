"""The orders in which the field's writers put a Matroska file's parts: notes on real files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one writer lays a file out; `order` names its parts, a number is that many empty bytes.

    `states_every_flag` writes a flag also where its absence would say the same; `is_live` leaves
    out what a writer into a pipe cannot know: the segment's size, its duration and its index.
    """

    name: str
    order: tuple[str | int, ...]
    has_checksums: bool = False
    states_every_flag: bool = False
    is_live: bool = False


MKVMERGE = Layout(
    name="mkvmerge",
    order=(
        "seek", 4012, "info", "tracks", 1190, "attachments", "chapters", 101, "clusters", "cues",
        "tags",
    ),
)  # fmt: skip
FFMPEG = Layout(
    name="ffmpeg",
    order=("seek", 82, "info", "tracks", "chapters", "attachments", "tags", "clusters", "cues"),
    has_checksums=True,
)
EDITED = Layout(
    name="mkvpropedit, out of room",
    order=(
        "seek",
        82,
        "info",
        320,
        "tags",
        "clusters",
        "cues",
        "chapters",
        "attachments",
        "tracks",
    ),
)
CUES_FIRST = Layout(
    name="cues first",
    order=("seek", "info", "tracks", "chapters", "attachments", "cues", "clusters", "tags"),
    states_every_flag=True,
)
NO_CUES = Layout(
    name="no cues",
    order=("seek", 200, "info", "tracks", 900, "chapters", "attachments", "clusters"),
    states_every_flag=True,
)
LIVE = Layout(name="written to a pipe", order=("info", "tracks", "tags", "clusters"), is_live=True)
LAYOUTS = (MKVMERGE, FFMPEG, EDITED, CUES_FIRST, NO_CUES, LIVE)

"""What was seen in the first frames of a file's tracks."""

from dataclasses import dataclass
from typing import Final

# Codecs of which the frames say more than most headers do.
SOUNDS: Final = frozenset(("eac3", "truehd", "dts"))
PICTURES: Final = frozenset(("hevc", "av1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What the frames of the track at ffprobe's index say; 0 and None are what they leave open."""

    index: int
    profile: str | None = None
    channels: int = 0
    layout: str | None = None
    has_hdr10_plus: bool = False

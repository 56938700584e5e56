"""What the first frames of a track say that no header does: Atmos, DTS-HD, HDR10+, channels."""

from collections.abc import Callable, Mapping
from typing import Final

from maestrarr.media.codecs.audio import AudioConfiguration
from maestrarr.media.frames import dolby, dts

SoundReader = Callable[[bytes], AudioConfiguration | None]

# Each says what one packet tells, or None when it tells nothing.
SOUND_READERS: Final[Mapping[str, SoundReader]] = {
    "ac3": dolby.ac3,
    "eac3": dolby.ac3,
    "truehd": dolby.truehd,
    "mlp": dolby.truehd,
    "dts": dts.read,
}

"""What every library wants of its pictures until it says otherwise, and the words for it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from maestrarr.media.artwork import IDEAL_SIZES

LOCAL: Final = "local"  # the provider of what stands beside the media already
OWN: Final = "own"  # the provider of what somebody uploaded, or named by its address

PREFERRED: Final = "preferred"
ORIGINAL: Final = "original"
TEXTLESS: Final = "textless"
_TEXTLESS_FIRST: Final = (TEXTLESS, PREFERRED, "en", ORIGINAL)
_WITHOUT_TEXT: Final = ("fanart", "season-fanart", "keyart", "characterart", "thumb")
TEXT_FIRST: Final = (PREFERRED, "en", ORIGINAL, TEXTLESS)

PartName: TypeAlias = Literal["language", "resolution", "votes", "shape", "provider"]

_OF_A_FILM: Final = (
    "poster", "fanart", "clearlogo", "landscape", "clearart", "banner", "discart", "keyart",
)  # fmt: skip
# The types that each kind of title has, as they are shown.
TYPES: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "movie": _OF_A_FILM,
        "set": _OF_A_FILM,
        "series": tuple("characterart" if kind == "discart" else kind for kind in _OF_A_FILM),
        "season": ("season-poster", "season-landscape", "season-banner", "season-fanart"),
        "episode": ("thumb",),
    }
)
MAIN: Final[Mapping[str, str]] = MappingProxyType({kind: types[0] for kind, types in TYPES.items()})

MOST_OF_A_TYPE: Final = 3
_NOT_USUAL: Final = ("keyart", "season-banner", "season-fanart")
COUNTS: Final[Mapping[str, int]] = MappingProxyType(
    {kind: 0 if kind in _NOT_USUAL else 1 for kind in IDEAL_SIZES}
)
LANGUAGE_ORDERS: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {kind: _TEXTLESS_FIRST if kind in _WITHOUT_TEXT else TEXT_FIRST for kind in IDEAL_SIZES}
)
WEIGHTS: Final[Mapping[PartName, float]] = MappingProxyType(
    {"language": 30, "resolution": 25, "votes": 25, "shape": 10, "provider": 10}
)
# Width and height in pixels below which a picture is not worth its place, by a tenth tolerated.
MINIMUM_SIZES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        **dict.fromkeys(("poster", "keyart", "season-poster"), (500, 750)),
        **dict.fromkeys(("fanart", "season-fanart"), (1280, 720)),
        **dict.fromkeys(("landscape", "season-landscape"), (800, 450)),
        **dict.fromkeys(("banner", "season-banner"), (758, 140)),
        "thumb": (400, 225),
        "clearlogo": (400, 155),
        "clearart": (400, 200),
        "discart": (500, 500),
        "characterart": (300, 420),
    }
)

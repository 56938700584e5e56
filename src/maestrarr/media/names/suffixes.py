"""Which suffixes make a file media, subtitles, pictures or facts, all in lower case."""

from typing import Final

_MEDIA: Final = (
    ".mkv .mk3d .webm .mp4 .m4v .mov .qt .avi .divx .ts .m2ts .mts .m2v .mpg .mpeg .mpe .vob .evo "
    ".wmv .asf .flv .f4v .ogv .ogm .3gp .3g2 .rm .rmvb .wtv .dvr-ms .mxf .iso .img .strm"
)
_SUBTITLES: Final = (
    ".srt .ass .ssa .vtt .sub .idx .sup .smi .sami .ttml .dfxp .mks .usf .mpl .stl .scc"
)
MEDIA_SUFFIXES: Final = frozenset(_MEDIA.split())
SUBTITLE_SUFFIXES: Final = frozenset(_SUBTITLES.split())
KNOWN_SUFFIXES: Final = (
    MEDIA_SUFFIXES | SUBTITLE_SUFFIXES | {".nfo", ".xml", ".jpg", ".jpeg", ".png", ".webp"}
)

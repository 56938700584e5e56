"""What release names say behind the title: resolution, source, edition, 3D, part and group."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_RESOLUTIONS: Final = {
    **{f"{lines}{scan}": f"{lines}{scan}" for lines in (480, 540, 576, 720) for scan in "pi"},
    **{f"{lines}{scan}": f"{lines}{scan}" for lines in (1080, 1440, 2160, 4320) for scan in "pi"},
    **dict.fromkeys(("4k", "uhd", "3840x2160"), "2160p"),
    **dict.fromkeys(("8k", "7680x4320"), "4320p"),
    "1920x1080": "1080p",
    "1280x720": "720p",
    **dict.fromkeys(("1024x576", "720x576"), "576p"),
    **dict.fromkeys(("848x480", "720x480", "640x480"), "480p"),
}
_SOURCES: Final = {
    **dict.fromkeys(("remux", "bdremux", "bdmvremux"), "Remux"),
    **dict.fromkeys(("bluray", "bdmv", "bd25", "bd50", "bd"), "BluRay"),
    **dict.fromkeys(("bdrip", "brrip"), "BDRip"),
    **dict.fromkeys(("webdl",), "WEB-DL"),
    **dict.fromkeys(("webrip", "webcap"), "WEBRip"),
    **dict.fromkeys(("web",), "WEB"),
    **dict.fromkeys(("hdtv", "hdtvrip", "uhdtv", "ahdtv"), "HDTV"),
    **dict.fromkeys(("sdtv", "pdtv", "dsr", "tvrip", "satrip", "dvbrip"), "TV"),
    **dict.fromkeys(("dvdrip",), "DVDRip"),
    **dict.fromkeys(("dvd", "dvdr", "dvd5", "dvd9", "ntsc", "pal"), "DVD"),
    **dict.fromkeys(("hddvd",), "HD DVD"),
    **dict.fromkeys(("hdrip",), "HDRip"),
    **dict.fromkeys(("vhsrip", "vhs"), "VHS"),
    **dict.fromkeys(("cam", "camrip", "hdcam"), "CAM"),
    **dict.fromkeys(("telesync", "hdts", "ts"), "TS"),
    **dict.fromkeys(("telecine", "hdtc", "tc"), "TC"),
    **dict.fromkeys(("dvdscr", "screener", "scr"), "Screener"),
}
_CODEC_WORDS: Final = (
    "x264 x265 h264 h265 x266 h266 hevc avc av1 xvid divx vp9 mpeg2 vc1 10bit 8bit hi10 hi10p "
    "hdr hdr10 hdr10plus hdr10p dovi dolbyvision sdr dts dtshd dtsx dtses truehd atmos "
    "dd51 dd20 ddp51 ddp20 ddp71 ddp dd5 ddp5 ddp2 ac3 eac3 aac aac20 aac51 aac2 flac20 "
    "amzn dsnp atvp hmax pcok pmtp vostfr truefrench subfrench"
)
_CODECS: Final = frozenset(_CODEC_WORDS.split())
# Sources that are also words of titles end a title only where something stronger stands beside.
_WORDS_OF_TITLES: Final = frozenset(
    ("web", "dvd", "bd", "cam", "ts", "tc", "scr", "vhs", "pal", "ntsc", "screener")
)
_STRONG: Final = (_CODECS | _RESOLUTIONS.keys() | _SOURCES.keys()) - _WORDS_OF_TITLES
_WEAK_WORDS: Final = (
    "proper repack real rerip internal limited multi dual dubbed subbed complete extended uncut "
    "unrated remastered imax theatrical hybrid french german italian spanish english turkish "
    "japanese korean russian hindi nordic norwegian swedish danish dutch polish nf hulu it max "
    "dl ma cr stan readnfo festival ws fs 3d sbs hsbs audio ita eng ger"
)
_WEAK: Final = _WORDS_OF_TITLES | frozenset(_WEAK_WORDS.split())
_LANGUAGE_WORDS: Final = (
    "multi dual dl ita eng ger french truefrench german italian spanish english turkish japanese "
    "korean russian hindi nordic norwegian swedish danish dutch polish"
)
_LANGUAGES: Final = frozenset(_LANGUAGE_WORDS.split())
_NO_TITLE_WORDS: Final = "audio proper repack rerip readnfo dubbed subbed"
_NO_TITLE: Final = _LANGUAGES | frozenset(_NO_TITLE_WORDS.split())
_JOINED: Final = _STRONG | {"hsbs", "halfsbs", "hou", "halfou", "htab", "halftab"}
_STEREO: Final = {
    **dict.fromkeys(("hsbs", "halfsbs"), "half-sbs"),
    **dict.fromkeys(("sbs", "fsbs", "fullsbs"), "sbs"),
    **dict.fromkeys(("htab", "hou", "halfou", "halftab"), "half-tab"),
    **dict.fromkeys(("ftab", "fou"), "tab"),
    "mvc": "mvc",
    "3d": "3d",
}
_TOP_AND_BOTTOM: Final = frozenset({"tab", "ou", "tb"})

_WORD: Final = re.compile(r"[^ ._\-\[\](){}+,]+")
_ADJECTIVE: Final = (
    r"(?:(?:\d{2}(?:th|st|nd|rd) )?anniversary|director'?s|collector'?s|extended|ultimate|special"
    r"|final|theatrical|criterion|unrated|uncut|assembly|definitive|limited|international"
    r"|restored|remastered|deluxe|rogue|black and chrome|despeciali[sz]ed|original|signature"
    r"|diamond|complete|workprint|uncensored|alternate|imax)"
)
_EDITION: Final = re.compile(
    rf"\b(?:{_ADJECTIVE}(?: {_ADJECTIVE}){{0,2}} (?:cut|edition|version|collection)"
    r"|imax enhanced|open matte|fan ?edit|extended|unrated|uncut|theatrical|imax|remastered|redux"
    r"|criterion|uncensored|despeciali[sz]ed|director'?s)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"(?<![^\W_])(?:cd|dvd|dis[ck]|part|pt)[ ._-]?(\d{1,2})(?![^\W_])", re.IGNORECASE
)
_CLOSE_PART: Final = re.compile(
    r"(?<![^\W_])(?:(?:cd|dis[ck]|pt)[ ._-]?|(?:dvd|part))(\d{1,2})[ \])}]*$", re.IGNORECASE
)
_GROUP: Final = re.compile(r"-\[?([^\W_][\w@]{0,30})\]?$")
_TRAILING_BRACKET: Final = re.compile(r"(?<!-)\[[^\[\]]*\]$")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands behind the title in a release's name."""

    resolution: str | None = None
    source: str | None = None
    stereo: str | None = None
    edition: str | None = None
    release_group: str | None = None


def release_start(text: str) -> int:
    """Find where the words of a release begin; the text's length when there are none.

    Words that may be part of a title (`WEB`, `EXTENDED`, `FRENCH`) count only when they stand in
    capitals directly before a word that is surely of a release. The first word counts only when the
    second is of a release, too.
    """
    words = [(match[0], match.start()) for match in _WORD.finditer(text)]
    first = _first_strong(words)
    if first is None:
        return len(text)
    while first > 1 and _is_weak(words[first - 1][0]):
        first -= 1
    return words[first][1]


def without_language(title: str) -> str:
    """Take a release's languages off a dotted title: `Der.Film.GERMAN`.

    They stand in capitals where other words do not: `THE.GOOD.GERMAN` is a title.
    """
    words = list(_WORD.finditer(title))
    kept = len(words)
    while kept and _shouts(words[kept - 1][0], _LANGUAGES):
        kept -= 1
    if kept == len(words) or not any(word[0][1:].islower() for word in words[:kept]):
        return title
    return title[: words[kept - 1].end()]


def is_of_release(title: str) -> bool:
    """Say whether every word is a release's and none a title's: `MULTi`, `DUAL AUDIO`."""
    return all(_shouts(word, _NO_TITLE) for word in _WORD.findall(title))


def read_attributes(text: str) -> Attributes:
    """Read the attributes out of what follows the title."""
    if not text:
        return Attributes()
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    # `WEB-DL`, `Blu-ray`, `h.264` and `H-SBS` are two words here, and one in the tables.
    joined = [left + right for left, right in pairwise(words)]
    either = [*(pair for pair in joined if pair in _JOINED), *words]
    resolution = next((_RESOLUTIONS[word] for word in either if word in _RESOLUTIONS), None)
    sources = [_SOURCES[word] for word in either if word in _SOURCES]
    return Attributes(
        resolution=resolution,
        source="Remux" if "Remux" in sources else next(iter(sources), None),
        stereo=_stereo(either),
        edition=find_edition(text),
        release_group=_release_group(text) if resolution or sources else None,
    )


def find_edition(text: str) -> str | None:
    """Find an edition's name, as written: `Director's Cut`, `Extended`, `IMAX`."""
    match = _EDITION.search(text.replace(".", " ").replace("_", " "))
    return match[0] if match else None


def take_part(text: str, *, in_episode: bool) -> tuple[int | None, str]:
    """Take out which part of a film this is: `cd1`, `part2`, `pt1`, `disc1`, `dvd1`.

    Behind an episode's number `Part 1` is a title, so there it counts only as `part1` at the end.
    Returns the number, and the text without it.
    """
    match = (_CLOSE_PART if in_episode else _PART).search(text)
    if not match or not int(match[1]):
        return None, text
    return int(match[1]), text[: match.start()] + text[match.end() :]


def _first_strong(words: list[tuple[str, int]]) -> int | None:
    if len(words) > 1 and words[0][0].casefold() in _STRONG and words[1][0].casefold() in _STRONG:
        return 0
    for index in range(1, len(words)):
        word = words[index][0].casefold()
        if word in _STRONG:
            return index
        following = words[index + 1][0].casefold() if index + 1 < len(words) else ""
        if following and word + following in _STRONG and len(word) <= 4:
            return index
    return None


def _is_weak(word: str) -> bool:
    return _shouts(word, _WEAK)


def _shouts(word: str, known: frozenset[str]) -> bool:
    """Say whether a word is among the known and in capitals, as in `MULTi` and `iTA`."""
    return any(map(str.isupper, word[1:])) and word.casefold() in known


def _stereo(words: list[str]) -> str | None:
    layouts = [_STEREO[word] for word in words if word in _STEREO]
    if "3d" in layouts and not _TOP_AND_BOTTOM.isdisjoint(words):
        layouts.append("tab")
    return next((layout for layout in layouts if layout != "3d"), next(iter(layouts), None))


def _release_group(text: str) -> str | None:
    text = text.rstrip()
    while (shorter := _TRAILING_BRACKET.sub("", text).rstrip()) != text:
        text = shorter
    match = _GROUP.search(text)
    if not match:
        return None
    before = _WORD.findall(text[: match.start()])[-1:]
    group = match[1]
    is_attribute = group.casefold() in _STRONG or (
        bool(before) and (before[0] + group).casefold() in _STRONG
    )
    return None if is_attribute or group.isdigit() else group

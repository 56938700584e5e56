"""What the subtitles say: two short lines in each language, shown in the first two seconds."""

from dataclasses import dataclass

from maestrarr.media.facts import SubtitleTrack

_LINES = {
    "de": ("Die Flut kommt heute später.", "Dann warten wir eben."),
    "en": ("The tide is late today.", "Then we shall wait for it."),
    "es": ("Hoy la marea llega tarde.", "Entonces esperaremos."),
    "fr": ("La marée est en retard.", "Alors nous l’attendrons."),
    "it": ("Oggi la marea è in ritardo.", "Allora l’aspetteremo."),
    "ja": ("今日は潮が遅い。", "では、待ちましょう。"),
    "ko": ("오늘은 밀물이 늦네요.", "그럼 기다리죠."),
    "pt": ("Hoje a maré está atrasada.", "Então esperamos por ela."),
    "ru": ("Сегодня прилив опаздывает.", "Тогда подождём."),
    "tr": ("Gelgit bugün gecikti.", "Öyleyse bekleriz."),
}
_STYLES = (
    "[Script Info]\r\nScriptType: v4.00+\r\nPlayResX: 640\r\nPlayResY: 360\r\n\r\n[V4+ Styles]\r\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, "
    "Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, "
    "Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\r\n"
    "Style: Default,Arial,24,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0\r\n"
    "\r\n[Events]\r\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r\n"
)
# An empty picture: a composition of no objects, one window, and the end of the display set.
# Source: US patent 20090185789 A1, tables of PCS, WDS and END segments.
_EMPTY_PICTURE = bytes.fromhex("16000b028001681000008000000017000a01000000000000080008800000")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of dialogue and when it shows, in milliseconds."""

    start: int
    end: int
    text: str


def lines(language: str) -> list[Line]:
    """Give the two lines in `language`; in English where we do not speak it."""
    first, second = _LINES.get(language.partition("-")[0], _LINES["en"])
    return [Line(200, 900, first), Line(1100, 1800, second)]


def set_up(codec: str) -> bytes:
    """Give what a Matroska track of this codec keeps in its CodecPrivate."""
    return _STYLES.encode() if codec == "ass" else b""


def block(track: SubtitleTrack, line: Line, order: int) -> bytes:
    """Write one line as the bytes of a Matroska block."""
    if track.codec == "hdmv_pgs_subtitle":
        return _EMPTY_PICTURE
    if track.codec == "ass":
        return f"{order},0,Default,,0,0,0,,{line.text}".encode()
    return line.text.encode()


def as_srt(language: str) -> str:
    """Write the lines as a .srt file."""
    return "\n".join(
        f"{at}\n{_clock(line.start)} --> {_clock(line.end)}\n{line.text}\n"
        for at, line in enumerate(lines(language), start=1)
    )


def _clock(milliseconds: int) -> str:
    return f"00:00:{milliseconds // 1000:02},{milliseconds % 1000:03}"

"""Media files as real programs write them: each variant is made when a test first asks for it."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SECONDS = "1.2"
RATE = "24"
HDR10 = (
    "hdr10=1:repeat-headers=1:max-cll=1000,400:"
    "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1):"
    "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:log-level=none"
)
HLG = "colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc:log-level=none"
CUES = "1\n00:00:00,100 --> 00:00:00,400\nHello\n\n2\n00:00:00,500 --> 00:00:00,900\nBye\n"
OGM_CHAPTERS = (
    "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Begin\nCHAPTER02=00:00:00.500\nCHAPTER02NAME=Ende ü\n"
)
FF_CHAPTERS = (
    ";FFMETADATA1\ntitle=A Film\n"
    "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=Begin\n"
    "[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1200\ntitle=Ende ü\n"
)
TEXTS = {
    "cues.srt": CUES.encode(),
    "chapters.txt": OGM_CHAPTERS.encode(),
    "chapters.ffmeta": FF_CHAPTERS.encode(),
    "font.ttf": bytes(range(256)) * 8,
}

_PICTURE = ["-f", "lavfi", "-i", f"testsrc2=duration={SECONDS}:size=160x90:rate={RATE}"]
_SOUND = ["-f", "lavfi", "-i", f"sine=duration={SECONDS}:sample_rate=48000"]
_FIVE_ONE = ["-af", "pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0"]
_STEREO = ["-ac", "2"]
_TEN_BIT = ["-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le", "-tag:v", "hvc1"]

# What the variants are muxed from: the arguments of FFmpeg that make each.
SOURCES: dict[str, list[str]] = {
    "h264.mp4": [*_PICTURE, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"],
    "high10.mp4": [*_PICTURE, "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p10le"],
    "hdr10.mp4": [*_PICTURE, *_TEN_BIT, "-x265-params", HDR10],
    "hlg.mp4": [*_PICTURE, *_TEN_BIT, "-x265-params", HLG],
    "av1.mp4": [*_PICTURE, "-c:v", "libaom-av1", "-cpu-used", "8", "-pix_fmt", "yuv420p"],
    "vp9.webm": [*_PICTURE, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"],
    "ac3.ac3": [*_SOUND, *_FIVE_ONE, "-c:a", "ac3"],
    "eac3.eac3": [*_SOUND, *_FIVE_ONE, "-c:a", "eac3"],
    "aac.m4a": [*_SOUND, *_STEREO, "-c:a", "aac"],
    "aac51.m4a": [*_SOUND, *_FIVE_ONE, "-c:a", "aac"],
    "mono.m4a": [*_SOUND, "-c:a", "aac"],
    "flac.flac": [*_SOUND, *_STEREO, "-c:a", "flac"],
    "opus.opus": [*_SOUND, *_STEREO, "-c:a", "libopus"],
    "dts.dts": [*_SOUND, *_FIVE_ONE, "-c:a", "dca", "-strict", "-2"],
    "mp3.mp3": [*_SOUND, *_STEREO, "-c:a", "libmp3lame"],
    "cover.jpg": [*_PICTURE, "-frames:v", "1"],
}


@dataclass(frozen=True)
class Variant:
    """A file as one program writes it; `{name}` in the command stands for a source or variant."""

    name: str
    command: list[str]
    edit: list[str] = field(default_factory=list)
    is_piped: bool = False


def _mkvmerge(name: str, *arguments: str, edit: str = "") -> Variant:
    return Variant(name, ["mkvmerge", "-q", "-o", "{}", *_spread(arguments)], _spread([edit]))


def _ffmpeg(name: str, inputs: str, *arguments: str, is_piped: bool = False) -> Variant:
    command = ["ffmpeg", "-v", "error", "-y"]
    for source in inputs.split():
        command += ["-i", f"{{{source}}}"]
    for number, source in enumerate(inputs.split()):
        command += [] if source.endswith(".ffmeta") else ["-map", str(number)]
    return Variant(
        name, [*command, *_spread(arguments), "pipe:1" if is_piped else "{}"], [], is_piped
    )


def _spread(arguments: list[str] | tuple[str, ...]) -> list[str]:
    return [word for argument in arguments for word in argument.split()]


_BASIC = "h264.mp4 ac3.ac3 aac.m4a eac3.eac3"
_TWO = "h264.mp4 ac3.ac3 aac.m4a"
_COPY = "-c copy -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"
_SECOND_ONLY = "-disposition:a 0 -disposition:a:1 default"
_FRAGMENTS = "-movflags frag_keyframe+delay_moov+default_base_moof"
_SHORT = "-frag_duration 300000"

MKVMERGE = [
    _mkvmerge("mkvmerge-basic.mkv", "{h264.mp4} --language 0:eng {ac3.ac3}"),
    _mkvmerge(
        "mkvmerge-full.mkv",
        "--title A-Film --chapters {chapters.txt}",
        "--attachment-mime-type font/ttf --attach-file {font.ttf}",
        "--attachment-mime-type image/jpeg --attach-file {cover.jpg}",
        "{h264.mp4} --language 0:en-US --original-flag 0:1 --track-name 0:Main {ac3.ac3}",
        "--language 0:fr-CA --default-track-flag 0:0 {aac51.m4a}",
        "--language 0:en --commentary-flag 0:1 --default-track-flag 0:0 {aac.m4a}",
        "--language 0:en --visual-impaired-flag 0:1 --default-track-flag 0:0 {mono.m4a}",
        "--language 0:zh-Hant-TW --forced-display-flag 0:1 --default-track-flag 0:0 {cues.srt}",
        "--language 0:en --hearing-impaired-flag 0:1 --default-track-flag 0:0 {cues.srt}",
    ),
    _mkvmerge(
        "mkvmerge-all-default.mkv",
        "{h264.mp4} --default-track-flag 0:1 {ac3.ac3} --default-track-flag 0:1 {aac.m4a}",
    ),
    _mkvmerge(
        "mkvmerge-none-default.mkv",
        "--default-track-flag 0:0 {h264.mp4}",
        "--default-track-flag 0:0 {ac3.ac3} --default-track-flag 0:0 {aac.m4a}",
    ),
    _mkvmerge("mkvmerge-no-cues.mkv", "--no-cues {h264.mp4} {ac3.ac3}"),
    _mkvmerge("mkvmerge-meta-seek.mkv", "--clusters-in-meta-seek {h264.mp4} {ac3.ac3}"),
    _mkvmerge(
        "mkvmerge-old-style.mkv",
        "--disable-language-ietf --disable-track-statistics-tags",
        "{h264.mp4} --language 0:ger {ac3.ac3} --language 0:jpn {aac.m4a}",
    ),
    _mkvmerge(
        "mkvmerge-many-audio.mkv",
        "{h264.mp4} {ac3.ac3} {aac51.m4a} {eac3.eac3} {flac.flac} {opus.opus} {dts.dts} {mp3.mp3}",
    ),
    _mkvmerge("mkvmerge-hdr10.mkv", "{hdr10.mp4} {eac3.eac3}"),
    _mkvmerge("mkvmerge-hlg.mkv", "{hlg.mp4} {aac.m4a}"),
    _mkvmerge("mkvmerge-dolby-vision.mkv", "{dolby-vision.mp4}"),
    _mkvmerge("mkvmerge-high10.mkv", "{high10.mp4} {flac.flac}"),
    _mkvmerge("mkvmerge-av1.mkv", "{av1.mp4} {opus.opus}"),
    _mkvmerge("mkvmerge-webm.webm", "-w {vp9.webm} {opus.opus}"),
    _mkvmerge(
        "mkvmerge-compressed.mkv",
        "--compression 0:none {h264.mp4} --compression 0:zlib {cues.srt}",
    ),
    _mkvmerge("mkvmerge-disabled.mkv", "{h264.mp4} --track-enabled-flag 0:0 {ac3.ac3} {aac.m4a}"),
]
FFMPEG_MKV = [
    _ffmpeg("ffmpeg-plain.mkv", _TWO, _COPY),
    _ffmpeg(
        "ffmpeg-dispositions.mkv",
        "h264.mp4 ac3.ac3 aac.m4a mono.m4a eac3.eac3 cues.srt",
        "-c copy -c:s srt -disposition:a:0 original+default -disposition:a:1 comment",
        "-disposition:a:2 visual_impaired -disposition:a:3 dub",
        "-disposition:s:0 forced+hearing_impaired -metadata:s:a:1 title=Chat",
    ),
    _ffmpeg("ffmpeg-all-default.mkv", _BASIC, _COPY, "-disposition:a default"),
    _ffmpeg("ffmpeg-passthrough.mkv", _TWO, _COPY, _SECOND_ONLY, "-default_mode passthrough"),
    _ffmpeg("ffmpeg-infer-no-subs.mkv", _TWO, _COPY, "-default_mode infer_no_subs"),
    _ffmpeg("ffmpeg-reserved-index.mkv", _TWO, _COPY, "-reserve_index_space 1000"),
    _ffmpeg("ffmpeg-cues-to-front.mkv", _TWO, _COPY, "-cues_to_front 1"),
    _ffmpeg("ffmpeg-no-crc.mkv", _TWO, _COPY, "-write_crc32 0"),
    _ffmpeg("ffmpeg-bitexact.mkv", _TWO, _COPY, "-fflags +bitexact"),
    _ffmpeg("ffmpeg-live.mkv", _TWO, _COPY, "-live 1"),
    _ffmpeg("ffmpeg-piped.mkv", _TWO, _COPY, "-f matroska", is_piped=True),
    _ffmpeg(
        "ffmpeg-attached.mkv",
        "h264.mp4 ac3.ac3 chapters.ffmeta",
        "-c copy -map_metadata 2 -map_chapters 2",
        "-attach {font.ttf} -metadata:s:t:0 mimetype=font/ttf",
        "-attach {cover.jpg} -metadata:s:t:1 mimetype=image/jpeg",
    ),
    _ffmpeg("ffmpeg-webm.webm", "vp9.webm opus.opus", "-c copy"),
    _ffmpeg("ffmpeg-hdr10.mkv", "hdr10.mp4 eac3.eac3", "-c copy"),
    _ffmpeg("ffmpeg-dolby-vision.mkv", "dolby-vision.mp4", "-c copy -strict unofficial"),
    Variant(
        "mkvpropedit-moved-tracks.mkv",
        ["cp", "{ffmpeg-plain.mkv}", "{}"],
        _spread(["mkvpropedit -q {} --edit track:a1 --set", f"name={'long-' * 400}"]),
    ),
]
MP4 = [
    _ffmpeg("moov-at-end.mp4", _BASIC, _COPY),
    _ffmpeg("faststart.mp4", _BASIC, _COPY, "-movflags +faststart"),
    _ffmpeg("fragmented.mp4", _BASIC, _COPY, _FRAGMENTS, _SHORT),
    _ffmpeg("fragmented-sidx.mp4", _BASIC, _COPY, _SHORT, f"{_FRAGMENTS}+global_sidx"),
    _ffmpeg("fragmented-dash.mp4", "h264.mp4 aac.m4a", "-c copy", _SHORT, f"{_FRAGMENTS}+dash"),
    _ffmpeg("hybrid.mp4", "h264.mp4 aac.m4a", "-c copy -movflags frag_keyframe", _SHORT),
    _ffmpeg("empty-moov.mp4", "h264.mp4 aac.m4a", "-c copy -movflags empty_moov", _SHORT),
    _ffmpeg(
        "separate-moof.mp4", "h264.mp4 aac.m4a", "-c copy", _SHORT, f"{_FRAGMENTS}+separate_moof"
    ),
    _ffmpeg("mp4-piped.mp4", "h264.mp4 aac.m4a", f"-c copy {_FRAGMENTS} -f mp4", is_piped=True),
    _ffmpeg("all-default.mp4", _BASIC, _COPY, "-disposition:a default"),
    _ffmpeg("second-default.mp4", _TWO, _COPY, _SECOND_ONLY),
    _ffmpeg("none-default.mp4", _TWO, _COPY, "-disposition:a 0"),
    _ffmpeg(
        "chapters.mp4",
        "h264.mp4 aac.m4a cues.srt chapters.ffmeta",
        "-c copy -c:s mov_text -map_metadata 3 -map_chapters 3 -metadata:s:s:0 language=tur",
    ),
    _ffmpeg(
        "dispositions.mp4",
        "h264.mp4 aac.m4a mono.m4a aac51.m4a ac3.ac3 cues.srt",
        "-c copy -c:s mov_text -disposition:a:0 default -disposition:a:1 comment",
        "-disposition:a:2 visual_impaired -disposition:a:3 dub",
        "-disposition:s:0 hearing_impaired -metadata:s:a:1 title=Chat",
    ),
    _ffmpeg("cover.mp4", "h264.mp4 aac.m4a cover.jpg", "-c copy -disposition:v:1 attached_pic"),
    _ffmpeg("hdr10.mp4-film.mp4", "hdr10.mp4 eac3.eac3", "-c copy -tag:v hvc1"),
    _ffmpeg("hlg.mp4-film.mp4", "hlg.mp4 aac.m4a", "-c copy -tag:v hvc1"),
    _ffmpeg("many-audio.mp4", f"{_BASIC} flac.flac opus.opus mp3.mp3", "-c copy -strict -2"),
    _ffmpeg("dts.mp4", "h264.mp4 dts.dts", "-c copy"),
    _ffmpeg("av1-film.mp4", "av1.mp4 opus.opus", "-c copy"),
    _ffmpeg("vp9-film.mp4", "vp9.webm opus.opus", "-c copy"),
    _ffmpeg("high10-film.mp4", "high10.mp4 aac.m4a", "-c copy"),
    _ffmpeg("apple.m4v", "h264.mp4 aac.m4a ac3.ac3", "-c copy -f ipod"),
    _ffmpeg("plain.mov", _TWO, _COPY),
    _ffmpeg("pcm.mov", "h264.mp4 flac.flac", "-c:v copy -c:a pcm_s24le"),
    _ffmpeg(
        "chapters.mov",
        "h264.mp4 aac.m4a cues.srt chapters.ffmeta",
        "-c copy -c:s mov_text -map_metadata 3 -map_chapters 3 -metadata:s:a:0 language=deu",
    ),
    _ffmpeg("all-default.mov", _TWO, _COPY, "-disposition:a default"),
]
OTHERS = [
    _ffmpeg("film.avi", "h264.mp4 mp3.mp3 ac3.ac3", "-c copy -c:v mpeg4"),
    _ffmpeg("film.ts", _TWO, _COPY),
    _ffmpeg("film.m2ts", _TWO, _COPY),
    _ffmpeg("film.mpg", "h264.mp4 mp3.mp3", "-c:v mpeg2video -c:a mp2 -f vob"),
    _ffmpeg("film.wmv", "h264.mp4 aac.m4a", "-c:v wmv2 -c:a wmav2"),
    _ffmpeg("film.flv", "h264.mp4 aac.m4a", "-c copy"),
]
RICH = _ffmpeg(
    "ffmpeg-rich.mkv",
    "dolby-vision.mp4 ac3.ac3 aac.m4a eac3.eac3 cues.srt chapters.ffmeta",
    "-c copy -c:s srt -strict unofficial -map_metadata 5 -map_chapters 5",
    "-metadata:s:a:0 language=eng -metadata:s:a:1 language=fra -metadata:s:a:1 title=Chat",
    "-disposition:a:0 original -disposition:a:1 comment -disposition:s:0 forced",
    "-attach {font.ttf} -metadata:s:t:0 mimetype=font/ttf",
    "-attach {cover.jpg} -metadata:s:t:1 mimetype=image/jpeg",
)
OURS = [*MKVMERGE, *FFMPEG_MKV, *MP4]
VARIANTS = {variant.name: variant for variant in [*OURS, *OTHERS, RICH]}


class Templates:
    """A folder of variants and their sources; each is made once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Return the file of that name, making it when it is not there yet."""
        path = self.folder / name
        if not path.exists():
            unfinished = self.folder / f"unfinished-{name}"
            self._make(name, unfinished)
            unfinished.rename(path)
        return path

    def _make(self, name: str, path: Path) -> None:
        if name in TEXTS:
            path.write_bytes(TEXTS[name])
        elif name in SOURCES:
            run(["ffmpeg", "-v", "error", "-y", *SOURCES[name], str(path)])
        elif name == "dolby-vision.mp4":
            path.write_bytes(with_dolby_vision(self.path("hdr10.mp4").read_bytes()))
        elif name == "uncoloured.mp4":  # its SPS alone says that it is HDR
            path.write_bytes(self.path("hdr10.mp4").read_bytes().replace(b"colrnclx", b"freenclx"))
        else:
            self._make_variant(VARIANTS[name], path)

    def _make_variant(self, variant: Variant, path: Path) -> None:
        output = run(self._filled(variant.command, path))
        if variant.is_piped:
            path.write_bytes(output)
        if variant.edit:
            run(self._filled(variant.edit, path))

    def _filled(self, command: list[str], path: Path) -> list[str]:
        return [
            word
            if not (word.startswith("{") and word.endswith("}"))
            else str(self.path(word[1:-1]) if word != "{}" else path)
            for word in command
        ]


def require(tool: str) -> None:
    """Skip the test without a program that it compares with; fail it where nothing may lack."""
    if shutil.which(tool) is not None:
        return
    reason = f"This test needs {tool}, which is not installed."
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def run(command: list[str]) -> bytes:
    """Run a program and return what it says; mkvmerge ends with 1 when it only warns."""
    require(command[0])
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0 or (done.returncode == 1 and command[0].startswith("mkv")), (
        f"{' '.join(command)}: {done.stderr.decode()}{done.stdout.decode()[:500]}"
    )
    return done.stdout


def with_dolby_vision(film: bytes, *, profile: int = 8, level: int = 6) -> bytes:
    """Put a Dolby Vision configuration into the hvc1 entry of an MP4 whose moov is at its end."""
    compatibility = 1
    flags = level << 3 | 0b101  # there are an RPU and a base layer, and no enhancement layer
    record = bytes([1, 0, profile << 1, flags, compatibility << 4]) + bytes(19)
    box = (8 + len(record)).to_bytes(4, "big") + b"dvvC" + record
    kinds = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"hvc1", b"hvcC")
    place, changed = 0, bytearray(film)
    for kind in kinds:
        place = film.index(kind, place)
        size = int.from_bytes(film[place - 4 : place], "big")
        if kind == b"hvcC":
            changed[place - 4 + size : place - 4 + size] = box
        else:
            changed[place - 4 : place] = (size + len(box)).to_bytes(4, "big")
    return bytes(changed)

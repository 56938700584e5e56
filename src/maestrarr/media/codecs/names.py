"""FFmpeg's names for what Matroska, MP4 and Microsoft's registries call by ids of their own."""

from typing import Final

# Matroska codec ids, RFC 9559 and the Matroska codec mappings; a prefix ends with a slash or not.
MATROSKA: Final[dict[str, str]] = {
    "V_MPEG4/ISO/AVC": "h264",
    "V_MPEGH/ISO/HEVC": "hevc",
    "V_MPEGI/ISO/VVC": "vvc",
    "V_AV1": "av1",
    "V_VP8": "vp8",
    "V_VP9": "vp9",
    "V_MPEG1": "mpeg1video",
    "V_MPEG2": "mpeg2video",
    "V_MPEG4/ISO/SP": "mpeg4",
    "V_MPEG4/ISO/ASP": "mpeg4",
    "V_MPEG4/ISO/AP": "mpeg4",
    "V_MPEG4/MS/V3": "msmpeg4v3",
    "V_THEORA": "theora",
    "V_MJPEG": "mjpeg",
    "V_PRORES": "prores",
    "V_FFV1": "ffv1",
    "V_DIRAC": "dirac",
    "V_SNOW": "snow",
    "V_UNCOMPRESSED": "rawvideo",
    "V_REAL/RV10": "rv10",
    "V_REAL/RV20": "rv20",
    "V_REAL/RV30": "rv30",
    "V_REAL/RV40": "rv40",
    "A_AAC": "aac",
    "A_AC3": "ac3",
    "A_EAC3": "eac3",
    "A_DTS": "dts",
    "A_TRUEHD": "truehd",
    "A_MLP": "mlp",
    "A_MPEG/L3": "mp3",
    "A_MPEG/L2": "mp2",
    "A_MPEG/L1": "mp1",
    "A_FLAC": "flac",
    "A_VORBIS": "vorbis",
    "A_OPUS": "opus",
    "A_ALAC": "alac",
    "A_WAVPACK4": "wavpack",
    "A_TTA1": "tta",
    "A_REAL/14_4": "ra_144",
    "A_REAL/28_8": "ra_288",
    "A_REAL/COOK": "cook",
    "A_REAL/SIPR": "sipr",
    "A_REAL/ATRC": "atrac3",
    "S_TEXT/UTF8": "subrip",
    "S_TEXT/ASCII": "text",
    "S_TEXT/ASS": "ass",
    "S_TEXT/SSA": "ass",
    "S_ASS": "ass",
    "S_SSA": "ass",
    "S_TEXT/WEBVTT": "webvtt",
    "D_WEBVTT/SUBTITLES": "webvtt",
    "D_WEBVTT/CAPTIONS": "webvtt",
    "S_VOBSUB": "dvd_subtitle",
    "S_HDMV/PGS": "hdmv_pgs_subtitle",
    "S_HDMV/TEXTST": "hdmv_text_subtitle",
    "S_DVBSUB": "dvb_subtitle",
    "S_ARIBSUB": "arib_caption",
}

# Sample entries of MP4 and QuickTime, as the MP4 registration authority lists them.
MP4: Final[dict[bytes, str]] = {
    b"avc1": "h264",
    b"avc2": "h264",
    b"avc3": "h264",
    b"avc4": "h264",
    b"dva1": "h264",
    b"dvav": "h264",
    b"hvc1": "hevc",
    b"hev1": "hevc",
    b"hvc2": "hevc",
    b"dvh1": "hevc",
    b"dvhe": "hevc",
    b"vvc1": "vvc",
    b"vvi1": "vvc",
    b"av01": "av1",
    b"dav1": "av1",
    b"vp08": "vp8",
    b"vp09": "vp9",
    b"mp4v": "mpeg4",
    b"mp2v": "mpeg2video",
    b"m2v1": "mpeg2video",
    b"s263": "h263",
    b"h263": "h263",
    b"jpeg": "mjpeg",
    b"mjpa": "mjpeg",
    b"png ": "png",
    b"apch": "prores",
    b"apcn": "prores",
    b"apcs": "prores",
    b"apco": "prores",
    b"ap4h": "prores",
    b"ap4x": "prores",
    b"mp4a": "aac",
    b"ac-3": "ac3",
    b"ec-3": "eac3",
    b"ac-4": "ac4",
    b"dtsc": "dts",
    b"dtsh": "dts",
    b"dtsl": "dts",
    b"dtse": "dts",
    b"dtsx": "dts",
    b"mlpa": "truehd",
    b"fLaC": "flac",
    b"Opus": "opus",
    b"alac": "alac",
    b".mp3": "mp3",
    b"samr": "amr_nb",
    b"sawb": "amr_wb",
    b"ulaw": "pcm_mulaw",
    b"alaw": "pcm_alaw",
    b"sowt": "pcm_s16le",
    b"twos": "pcm_s16be",
    b"in24": "pcm_s24be",
    b"in32": "pcm_s32be",
    b"fl32": "pcm_f32be",
    b"fl64": "pcm_f64be",
    b"tx3g": "mov_text",
    b"text": "mov_text",
    b"wvtt": "webvtt",
    b"stpp": "ttml",
    b"c608": "eia_608",
    b"mp4s": "dvd_subtitle",
}

# Object types of an MPEG-4 elementary stream descriptor (ISO/IEC 14496-1, 7.2.6.6).
MPEG4_OBJECTS: Final[dict[int, str]] = {
    0x20: "mpeg4",
    0x21: "h264",
    0x23: "hevc",
    0x40: "aac",
    **dict.fromkeys(range(0x60, 0x66), "mpeg2video"),
    **dict.fromkeys(range(0x66, 0x69), "aac"),
    0x69: "mp3",
    0x6A: "mpeg1video",
    0x6B: "mp3",
    0x6C: "mjpeg",
    0x6D: "png",
    0xA5: "ac3",
    0xA6: "eac3",
    0xA9: "dts",
    0xAD: "opus",
    0xDD: "vorbis",
    0xE0: "dvd_subtitle",
}

# Video for Windows, in Matroska's V_MS/VFW/FOURCC and in AVI; compared in capitals.
FOURCC: Final[dict[bytes, str]] = {
    b"XVID": "mpeg4",
    b"DIVX": "mpeg4",
    b"DX50": "mpeg4",
    b"FMP4": "mpeg4",
    b"MP4V": "mpeg4",
    b"DIV3": "msmpeg4v3",
    b"DIV4": "msmpeg4v3",
    b"MP43": "msmpeg4v3",
    b"MP42": "msmpeg4v2",
    b"H264": "h264",
    b"X264": "h264",
    b"AVC1": "h264",
    b"HEVC": "hevc",
    b"WMV1": "wmv1",
    b"WMV2": "wmv2",
    b"WMV3": "wmv3",
    b"WVC1": "vc1",
    b"MJPG": "mjpeg",
    b"MPG1": "mpeg1video",
    b"MPG2": "mpeg2video",
    b"VP80": "vp8",
    b"VP90": "vp9",
}

# Format tags of Windows audio, in Matroska's A_MS/ACM.
WAVE: Final[dict[int, str]] = {
    0x0050: "mp2",
    0x0055: "mp3",
    0x00FF: "aac",
    0x0160: "wmav1",
    0x0161: "wmav2",
    0x0162: "wmapro",
    0x2000: "ac3",
    0x2001: "dts",
}

IMAGES: Final[dict[str, str]] = {
    "image/jpeg": "mjpeg",
    "image/png": "png",
    "image/gif": "gif",
    "image/tiff": "tiff",
}


def matroska_codec(codec_id: str, private: bytes, bit_depth: int) -> str:
    """Name the codec of a Matroska track; its own id in lower case when we do not know it."""
    if codec_id == "V_MS/VFW/FOURCC" and len(private) >= 20:
        return FOURCC.get(private[16:20].upper(), _printable(private[16:20]))
    if codec_id == "V_QUICKTIME" and len(private) >= 8:
        return MP4.get(private[4:8], _printable(private[4:8]))
    if codec_id == "A_MS/ACM" and len(private) >= 2:
        tag = int.from_bytes(private[:2], "little")
        return WAVE.get(tag, pcm(bit_depth, "le") if tag == 1 else f"0x{tag:04x}")
    if codec_id.startswith("A_PCM/"):
        kind = "f" if codec_id == "A_PCM/FLOAT/IEEE" else "s"
        return pcm(bit_depth, "be" if codec_id == "A_PCM/INT/BIG" else "le", kind)
    return _by_prefix(codec_id) or codec_id.lower()


def mp4_codec(fourcc: bytes) -> str:
    """Name the codec of an MP4 sample entry; the entry's own name when we do not know it."""
    return MP4.get(fourcc) or _printable(fourcc)


def pcm(bit_depth: int, order: str, kind: str = "s") -> str:
    """Name a form of uncompressed sound: `pcm_s24le`."""
    return "pcm_u8" if bit_depth == 8 else f"pcm_{kind}{bit_depth or 16}{order}"


def _by_prefix(codec_id: str) -> str | None:
    """Look `A_AAC/MPEG4/LC/SBR` up, then what stands before its last slash, and so on."""
    while codec_id:
        if codec := MATROSKA.get(codec_id):
            return codec
        codec_id = codec_id.rpartition("/")[0]
    return None


def _printable(fourcc: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "?" for byte in fourcc).strip().lower()

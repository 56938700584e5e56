"""What FFmpeg's Matroska muxer writes again: whatever these tables do not name would be lost.

Source: libavformat/matroskaenc.c of FFmpeg 8.1, which the wheel `av` brings along.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from maestrarr.media.matroska import ids

Table: TypeAlias = "Mapping[int, Table | None]"


def _leaves(*elements: int) -> dict[int, "Table | None"]:
    return dict.fromkeys(elements)


def _with(leaves: Iterable[int], masters: "Mapping[int, Table]") -> Table:
    return {**dict.fromkeys(leaves), **masters}


_PICTURE: Final = _with(
    (
        *(ids.FLAG_INTERLACED, ids.FIELD_ORDER, ids.STEREO_MODE, ids.ALPHA_MODE),
        *(ids.PIXEL_WIDTH, ids.PIXEL_HEIGHT, ids.DISPLAY_WIDTH, ids.DISPLAY_HEIGHT),
    ),
    {
        ids.COLOUR: _with(
            ids.COLOUR_PARTS, {ids.MASTERING_METADATA: _leaves(*ids.MASTERING_PARTS)}
        ),
        ids.PROJECTION: _leaves(*ids.PROJECTION_PARTS),
    },
)
_COMPRESSION: Final = _with(  # undone, and what was compressed is kept
    (ids.CONTENT_ENCODING_ORDER, ids.CONTENT_ENCODING_SCOPE, ids.CONTENT_ENCODING_TYPE),
    {
        ids.CONTENT_COMPRESSION: _leaves(
            ids.CONTENT_COMPRESSION_ALGORITHM, ids.CONTENT_COMPRESSION_SETTINGS
        )
    },
)
_ENTRY: Final = _with(
    (
        *(ids.TRACK_NUMBER, ids.TRACK_UID, ids.TRACK_TYPE, ids.FLAG_DEFAULT, ids.FLAG_FORCED),
        *(ids.FLAG_HEARING_IMPAIRED, ids.FLAG_VISUAL_IMPAIRED, ids.FLAG_TEXT_DESCRIPTIONS),
        *(ids.FLAG_ORIGINAL, ids.FLAG_COMMENTARY, ids.FLAG_LACING, ids.DEFAULT_DURATION),
        *(ids.MAX_BLOCK_ADDITION_ID, ids.CODEC_DELAY, ids.SEEK_PRE_ROLL, ids.NAME),
        *(ids.LANGUAGE, ids.CODEC_ID, ids.CODEC_PRIVATE),
    ),
    {
        ids.VIDEO: _PICTURE,
        ids.AUDIO: _leaves(
            ids.SAMPLING_FREQUENCY, ids.OUTPUT_SAMPLING_FREQUENCY, ids.CHANNELS, ids.BIT_DEPTH
        ),
        ids.BLOCK_ADDITION_MAPPING: _leaves(
            ids.BLOCK_ADD_ID_VALUE,
            ids.BLOCK_ADD_ID_NAME,
            ids.BLOCK_ADD_ID_TYPE,
            ids.BLOCK_ADD_ID_EXTRA_DATA,
        ),
        ids.CONTENT_ENCODINGS: {ids.CONTENT_ENCODING: _COMPRESSION},
    },
)
_CHAPTER: Final = _with(
    (ids.CHAPTER_UID, ids.CHAPTER_TIME_START, ids.CHAPTER_TIME_END),
    {ids.CHAPTER_DISPLAY: _leaves(ids.CHAP_STRING)},
)
_TAG: Final[Table] = {
    ids.TARGETS: _leaves(ids.TAG_TRACK_UID, ids.TAG_CHAPTER_UID, ids.TAG_ATTACHMENT_UID),
    ids.SIMPLE_TAG: _leaves(ids.TAG_NAME, ids.TAG_STRING, ids.TAG_LANGUAGE),
}

PARTS: Final[Mapping[int, Table]] = {
    ids.INFO: _leaves(
        ids.SEGMENT_UID, ids.DURATION, ids.DATE, ids.TITLE, ids.MUXING_APP, ids.WRITING_APP
    ),
    ids.TRACKS: {ids.TRACK_ENTRY: _ENTRY},
    ids.CHAPTERS: {
        ids.EDITION_ENTRY: _with(
            (ids.EDITION_UID, ids.EDITION_FLAG_DEFAULT), {ids.CHAPTER_ATOM: _CHAPTER}
        )
    },
    ids.TAGS: {ids.TAG: _TAG},
}
ATTACHMENT: Final = frozenset(
    (ids.FILE_NAME, ids.FILE_MEDIA_TYPE, ids.FILE_DATA, ids.FILE_UID, ids.VOID, ids.CRC32)
)
REWRITTEN: Final = frozenset((ids.SEEK_HEAD, ids.CUES, ids.CLUSTER, ids.VOID, ids.CRC32))

# What an element may say without anything being lost with it, mostly its default value; zeros at
# either end do not count.
SAYS_NOTHING: Final[Mapping[int, frozenset[bytes]]] = {
    ids.TIMESTAMP_SCALE: frozenset((b"\x0f\x42\x40",)),  # a millisecond
    ids.FLAG_ENABLED: frozenset((b"\1",)),
    ids.MIN_CACHE: frozenset((b"", b"\1")),
    ids.TRACK_TIMESTAMP_SCALE: frozenset((b"\x3f\x80", b"\x3f\xf0")),  # 1.0, in four or eight bytes
    ids.CODEC_DECODE_ALL: frozenset((b"", b"\1")),
    ids.DISPLAY_UNIT: frozenset((b"", b"\4")),  # pixels, or unknown
    ids.EDITION_FLAG_HIDDEN: frozenset((b"",)),
    ids.EDITION_FLAG_ORDERED: frozenset((b"",)),
    ids.CHAPTER_FLAG_HIDDEN: frozenset((b"",)),
    ids.CHAPTER_FLAG_ENABLED: frozenset((b"\1",)),
    ids.CHAP_LANGUAGE: frozenset((b"und",)),
    ids.CHAP_LANGUAGE_BCP47: frozenset((b"und",)),
    ids.TAG_LANGUAGE_BCP47: frozenset((b"und",)),
    ids.TAG_DEFAULT: frozenset((b"\1",)),
    ids.TARGET_TYPE_VALUE: frozenset((b"\x32",)),  # the film itself
}
# Of these, FFmpeg writes one.
ONCE: Final[Mapping[int, str]] = {
    ids.EDITION_ENTRY: "several editions of its chapters",
    ids.CHAPTER_DISPLAY: "chapter names in several languages",
}
WORDS: Final[Mapping[int, str]] = {
    ids.TIMESTAMP_SCALE: "times that are no whole milliseconds",
    ids.LANGUAGE_BCP47: "a language that takes more than three letters to say",
    ids.FLAG_ENABLED: "tracks that are switched off",
    ids.TRACK_OPERATION: "a track that is made of others",
    ids.CONTENT_ENCRYPTION: "its encryption",
    ids.CHAPTER_ATOM: "chapters inside of chapters",
    ids.CHAPTER_FLAG_HIDDEN: "hidden chapters",
    ids.EDITION_FLAG_HIDDEN: "a hidden edition of its chapters",
    ids.EDITION_FLAG_ORDERED: "ordered chapters",
    ids.CHAP_LANGUAGE: "the language of chapter names",
    ids.CHAP_LANGUAGE_BCP47: "the language of chapter names",
    ids.TAG_LANGUAGE_BCP47: "the language of tags",
    ids.TARGET_TYPE_VALUE: "tags of what the film is part of",
    ids.TARGET_TYPE: "tags of what the film is part of",
    ids.SIMPLE_TAG: "tags inside of tags",
    ids.FILE_DESCRIPTION: "descriptions of attachments",
    ids.SEGMENT_FILENAME: "the file name that it was given",
    ids.SEGMENT_FAMILY: "links to other films",
    ids.PREVIOUS_UID: "links to other films",
    ids.PREVIOUS_FILENAME: "links to other films",
    ids.NEXT_UID: "links to other films",
    ids.NEXT_FILENAME: "links to other films",
}

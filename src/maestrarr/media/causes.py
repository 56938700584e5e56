"""What exactly is wrong with a file: by a key and facts, which a client says in its own language.

The sentences in English stand here; `client/src/i18n/locales` has those of every language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from maestrarr.kit import disk

Fact: TypeAlias = str | int | float

# `technical` is for who mends files or this program, and is in no other language.
ENGLISH: Final[Mapping[str, str]] = {
    "empty": "This file is empty.",
    "cannot_read": "This file cannot be read: {why}.",
    "impossible_name": "This file cannot be read: no file can have this name.",
    "no_file": "This is a folder or a device, not a file.",
    "archive": "This is a {name} archive, not media.",
    "picture": "This is a {name} picture, not media.",
    "document": "This is a {name} document, not media.",
    "program": "This is a program, not media.",
    "database": "This is a database, not media.",
    "text": "This is a text, not media.",
    "unlike_media": "It does not begin like any media file.",
    "only_zeros": "It begins with nothing but zeros: its download has not come this far.",
    "bytes_missing": "The last {missing} bytes that it promises are missing.",
    "zeros_for_index": (
        "There are only zeros where its index should be: it was not copied to its end."
    ),
    "zeros_for_header": (
        "There are only zeros where its header should be: it was not copied to its end."
    ),
    "ends_in_headers": "The file ends in the middle of its headers.",
    "ends_before_segment": "The file ends before its Segment begins.",
    "last_fragment_cut": "Its last fragment is cut off.",
    "wrong_suffix": "It is named {suffix}, but its contents are {container}.",
    "damaged_matroska": "Its Matroska header is damaged: {technical}.",
    "damaged_mp4": "Its MP4 header is damaged: {technical}.",
    "no_track_list": "Its Matroska header has no list of tracks.",
    "header_too_long": "One of its headers claims {size} bytes.",
    "headers_without_end": "Its headers are scattered without end.",
    "needs_ffmpeg": "This kind of container is read by FFmpeg only.",
    "ffmpeg_finds_nothing": "FFmpeg finds no media in it.",
    "ffmpeg_needs_memory": "FFmpeg would need too much memory for it.",
    "ffmpeg_took_long": "FFmpeg took longer than {seconds:g} s over it.",
    "ffmpeg_crashed": "FFmpeg crashed over it.",
    "nfo_zeros": "It holds only zero bytes.",
    "nfo_types": "It has a DOCTYPE or an ENTITY, which may hide anything: not read.",
    "nfo_declaration": "Its XML declaration is broken.",
    "nfo_broken": "Its XML is broken at line {line} ({technical}); what could be read was read.",
    "nfo_encoding": "Its text is not {encoding}, as it should be; it was read as Windows-1252.",
    "nfo_mark": "Some of its bytes are not {encoding}, which its first ones promise.",
    "nfo_too_large": "It has {size:.1f} MB; NFO files are read up to {largest} MB.",
    "nfo_many_titles": "It has {found} titles; the first {most} were read.",
    "nfo_nothing": "It names no film, series, season or episode, and no address of one.",
    "nfo_alike": "Its titles cannot be told apart.",
    "nfo_other_kind": "It describes a title of the kind {found}, not {wanted}.",
    "link_broken": "This link leads to nothing.",
    "link_outside": (
        "This link leads out of its library; add the folder that it leads to instead."
    ),
    "link_unfollowed": "This link cannot be followed: {why}.",
    "folder_unlisted": "This folder cannot be listed: {why}.",
    "folder_too_deep": "This folder is more than {most} folders deep.",
    "not_stored": "What lies here could not be stored: {technical}.",
    "no_episode_number": "No season and episode can be read from this name.",
}


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong with a file: a key of `ENGLISH`, and the facts that its sentence names."""

    key: str
    facts: Mapping[str, Fact]

    def __str__(self) -> str:
        reason = self.facts.get("reason")
        code = self.facts.get("code")
        why = disk.WORDS[str(reason)].format(code=code) if reason else ""
        return ENGLISH[self.key].format(**self.facts, why=why)


def because(key: str, **facts: Fact) -> Cause:
    """Say what is wrong with a file."""
    return Cause(key, facts)


def because_of(key: str, error: Exception) -> Cause:
    """Say what the disk does not let us do with a file, and why."""
    return Cause(key, {"reason": disk.reason_of(error), "code": disk.code_of(error)})

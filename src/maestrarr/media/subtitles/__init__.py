"""Subtitles that are text: read out of films, and written as files of their own.

A child process reads the packets, because FFmpeg's libraries may fall over a damaged film.
"""

from maestrarr.media.subtitles.cues import (
    Cue,
    Lines,
    suffix_of,
    written,
)
from maestrarr.media.subtitles.reading import NotRead, read

__all__ = ["Cue", "Lines", "NotRead", "read", "suffix_of", "written"]

"""The second tier: FFmpeg, in a child process that can be killed, for what we do not read."""

from maestrarr.media.ffmpeg.reader import FfmpegReader

__all__ = ["FfmpegReader"]

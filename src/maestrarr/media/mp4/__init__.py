"""MP4 and QuickTime: reading what their headers say (ISO/IEC 14496-12), in a few small reads."""

from maestrarr.media.mp4.reader import read

__all__ = ["read"]

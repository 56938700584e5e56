"""MP4 and QuickTime (ISO/IEC 14496-12): what their headers say, and the edits of them."""

from maestrarr.media.mp4.defaults import plan_defaults
from maestrarr.media.mp4.reader import read

__all__ = ["plan_defaults", "read"]

"""Whole files made anew, where no edit in place has room: by FFmpeg, or by mkvpropedit on a copy.

Both write to the one path that the caller hands in, and nowhere else. What stands there may only
be used when a `Remuxed` came back; otherwise the caller throws it away.
"""

from maestrarr.media.remux.making import Made, edit_copy, remux
from maestrarr.media.remux.propedit import find_mkvpropedit
from maestrarr.media.remux.tasks import Bounds, Remuxed, Rewriter, Watch, Wish

__all__ = [
    "Bounds",
    "Made",
    "Remuxed",
    "Rewriter",
    "Watch",
    "Wish",
    "edit_copy",
    "find_mkvpropedit",
    "remux",
]

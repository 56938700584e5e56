"""Matroska and WebM (RFC 9559): what their headers say, and the edits of them."""

from maestrarr.media.matroska.defaults import plan_defaults
from maestrarr.media.matroska.reader import read

__all__ = ["plan_defaults", "read"]

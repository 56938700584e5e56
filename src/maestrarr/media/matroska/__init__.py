"""Matroska and WebM: reading what their headers say (RFC 9559), in a few small reads."""

from maestrarr.media.matroska.reader import read

__all__ = ["read"]

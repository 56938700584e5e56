"""A twin of Jellyfin, in its versions 10.11 and 12."""

from maestrarr.demo.upstreams.jellyfin.app import make_app, make_newer_app

__all__ = ["make_app", "make_newer_app"]

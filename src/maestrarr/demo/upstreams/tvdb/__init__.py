"""A twin of TheTVDB's API, version 4, and of its artwork."""

from maestrarr.demo.upstreams.tvdb.app import make_app

__all__ = ["make_app"]

"""A twin of The Movie Database's API, version 3, and of its pictures."""

from maestrarr.demo.upstreams.tmdb.app import make_app

__all__ = ["make_app"]

"""The twins of Radarr and Sonarr: they look after the demo's library, and report of it."""

from maestrarr.demo.upstreams.servarr.app import make_radarr, make_sonarr

__all__ = ["make_radarr", "make_sonarr"]

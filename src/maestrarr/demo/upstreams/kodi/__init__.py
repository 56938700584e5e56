"""A twin of Kodi 20's remote control: JSON-RPC over HTTP."""

from maestrarr.demo.upstreams.kodi.app import make_app

__all__ = ["make_app"]

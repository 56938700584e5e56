"""Tautulli: reports what is played at a Plex server."""

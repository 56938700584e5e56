"""Radarr: looks after movies, and reports what happens to their files."""

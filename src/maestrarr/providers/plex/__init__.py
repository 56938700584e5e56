"""Plex: told to scan folders again."""

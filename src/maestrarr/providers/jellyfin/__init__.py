"""Jellyfin, 10.11 and 12: told to read folders again."""

"""Emby: told to read folders again."""

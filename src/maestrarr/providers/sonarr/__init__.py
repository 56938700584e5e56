"""Sonarr: looks after series, and reports what happens to their files."""

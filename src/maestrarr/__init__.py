"""Maestrarr looks after a home media library from end to end."""

__version__ = "0.1.0"

"""Rooms that know people and work, not titles."""

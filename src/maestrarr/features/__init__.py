"""Rooms that know titles, in the order of a title's life."""

"""The terminal: every room's commands under one name, and those of the whole installation."""

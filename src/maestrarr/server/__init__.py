"""A running installation: what it opens, what it serves, and how it stops."""

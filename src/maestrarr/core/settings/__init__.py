"""What a user may change while Maestrarr runs: typed, with defaults, versions and a history.

Each room declares its own *settings* in its `settings.py`; their fields have a default, bounds and
a sentence of help. What was set is kept in the database, so it holds in every process within a
second. What is needed before the database opens is the configuration (`kit.config`), and no key
stands in both. Neighbours: every room above reads its settings at its edges.
"""

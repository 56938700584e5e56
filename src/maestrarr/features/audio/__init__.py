"""Which audio track of a file plays first, and why.

Its words: Choice, LanguageRule, Pin. `policy` decides; what carries a decision out comes above it.
Neighbours: `library` knows the tracks, `metadata` the language that a film was made in.
"""

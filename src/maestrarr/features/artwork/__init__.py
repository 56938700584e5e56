"""Which picture of a title is taken, and why.

Its words: Candidate, CachedImage, Selection. `policy` decides.
Neighbours: `library` knows the titles, `publishing` puts what was chosen beside the media.
"""

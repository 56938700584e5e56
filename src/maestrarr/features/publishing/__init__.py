"""What stands beside the media: NFO files and pictures, published, and put back when they vanish.

Its words: a *Publication* is one publish of one title, with each *PublishedFile*; the one that
*stands* is what should lie there now. A *Subject* is a title with all that decides what is written,
a *PublishPlan* what would be. Recovery compares what stands with the disk and needs no network.
Neighbours: `library` says what is known, `artwork` which pictures were chosen; `changes` writes.
"""

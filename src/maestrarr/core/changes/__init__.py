"""The only code that writes into a user's media folders: carried out, recorded, and taken back.

Its words: a *Write* is asked for by a room; those that succeed together are a *ChangeSet* of
*Changes*, each with what takes it back. The *journal*, one fsynced file per call, stands before the
first byte changes, and the database says whether what it names shall last. A *lease* keeps a file
to one writer. What is replaced or removed lies in the *recycle folder* for a while.
Neighbours: `jobs` below; every feature that touches a disk above.
"""

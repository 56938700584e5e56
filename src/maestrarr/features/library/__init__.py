"""What the disk says: libraries, the titles and files in them, and what is wrong with a file.

Its words: Library, Title, MediaFile, Track, FileFault. Its story is told in order by
`walk` (what lies where), `group` (which folders belong to a title), `read` (what a title folder
holds), `scan` (all of it, over a pool of processes) and `store` (into the database).
Every other feature stands above it and writes what it knows of a title through `describe`.
"""

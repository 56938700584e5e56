"""A household to try Maestrarr on: real media files, made here, about films nobody has shot."""

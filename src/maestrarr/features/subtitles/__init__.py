"""What is said in a film, as text beside it.

Its words: a text track inside a film is extracted; a subtitle that a service offers is fetched.
Neighbours: `library` knows the tracks, `changes` writes, `connections` knows the services.
"""

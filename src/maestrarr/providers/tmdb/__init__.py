"""The Movie Database, v3: movies, series, sets and their artwork."""

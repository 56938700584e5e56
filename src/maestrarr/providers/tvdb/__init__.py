"""TheTVDB, v4: series in every order of their episodes, movies, and their artwork."""

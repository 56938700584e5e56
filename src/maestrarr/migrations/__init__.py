"""The database's history: one file per change, for SQLite and PostgreSQL alike."""

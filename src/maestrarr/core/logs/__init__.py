"""What the server says while it runs, kept in files, looked through, and told as it is said.

A *log entry* is one line: a moment, a level, the *component* that speaks (a room, or `server`), a
constant event name, and facts. A job's own log, in sentences, is the jobs' (`core.jobs`). Nothing
here writes to the database: what is logged about the database must not wait for it.
"""

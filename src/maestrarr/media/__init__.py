"""Pure knowledge of media: bytes and names in, facts and edit plans out.

Nothing here knows a database, a service or a user; nothing here writes to a user's folder.
"""

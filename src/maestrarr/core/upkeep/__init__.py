"""What keeps an installation safe: backups, their restoring, and a look at the database's health.

Words: a *backup* is one archive file; its *manifest* says what is in it; a *safety backup* is the
one made of the present state before a restore or a migration. Upkeep knows every room's tables,
and no room knows upkeep.
"""

"""The outside services of this installation: where they are, who lets us in, how they fare.

A *connection* is one service of a *kind*, which says what it can do and what it needs. A room above
asks `service.connected` for whoever can do something, never for a brand, and works without any. The
*secrets* of a connection are sealed, and never shown again; *path mappings* say which folder here
is which folder there; its *health* is what the last test found. Neighbours: the kinds are those of
`providers.registry`, calls go through `kit.http`.
"""

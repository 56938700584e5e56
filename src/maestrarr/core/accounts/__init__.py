"""Who may do what: people, their sessions and tokens, and what each of them did.

A *user* signs in with a name and a password and has one *role*; a *session* is one device that is
signed in; an *API token* stands for a user in a script, within its *scopes*; an *audit entry* says
who did what. Neighbours: every route states its caller by a dependency of `access`; every room
above says what was done through `audit.record`.
"""

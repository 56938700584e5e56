"""News of what has changed: written with the change itself, told to whoever listens, kept a while.

An *event* is news, never a command: nothing breaks if nobody listens. A room publishes it in the
transaction that makes it true; a *feed*, one in each process that serves, reads what is committed
and passes it on. A *cursor* says which events a listener has had, so that it goes on after a break
with nothing lost and nothing twice. The lowest room: it knows no user, only for whom an event is.
"""

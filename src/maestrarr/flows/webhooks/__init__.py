"""What outside services report by themselves: kept before it is answered, then acted on once.

A *delivery* is one report as it came. The *inbox* writes many of them down in one transaction, and
only then is their sender answered; the *clerk* takes each up once, reads it, and has looked at
what it concerns. A *sender* is a connection that may report, by the secret in its *address*.
Neighbours: the kinds of providers read reports, the connections say who and where, the library is
told where to look.
"""

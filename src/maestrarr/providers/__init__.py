"""Outside services: one folder each, none knows another, and none knows a database or a user.

`contracts.py` says in our words what a service can do, `base.py` how every one of them is called,
`reading.py` how their JSON is taken, `registry.py` which there are.
"""

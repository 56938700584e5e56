"""Who is told what, when: by a service that Apprise knows, by a webhook, on a phone through Expo.

An *occurrence* is something that a person may want to hear of: it is written down in the
transaction that makes it true. A *channel* is where a user is reached; their *wishes* say of what
they hear, and when. A *notice* is an occurrence on its way to a channel: it waits, is told once,
and stays in the log for a while. Rooms above say what occurred by `service.note`.
"""

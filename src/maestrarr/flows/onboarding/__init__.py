"""Onboarding: from an empty installation to a published library, one step after the other.

It knows how far somebody has come, and whether what download managers call their folders leads to
a library. All else is done by the rooms themselves: a step that is settled was settled by asking
them. Its neighbours below are every room, `webhooks` too.
"""

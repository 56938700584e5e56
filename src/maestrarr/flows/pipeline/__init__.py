"""The order in which the rooms look after titles: one folder that was imported, or a whole library.

A *pass* is what one room does for a title; `policy` says which passes a library's automation allows
on which *occasion*, `passes` carries them out, in their order. Nothing here knows how a pass is
done, and no room knows which comes before it or after it.
Neighbours: every feature room, by its `steps`; webhooks ask for imports.
"""

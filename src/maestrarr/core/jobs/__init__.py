"""Work that outlives a request: what was asked for, by whom, how far it is, how it ended.

A *job* is one piece of work of a *kind*; an *attempt* is one go at it; a *step* is a part of it
whose effect is committed together with the record that it is done. The table `jobs` is the truth;
the engine only decides which row runs next. Neighbours: every room above declares its work with
`registry.job`; the settings say how many jobs run at once, and how long the history is kept.
"""

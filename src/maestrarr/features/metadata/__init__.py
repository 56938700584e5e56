"""What services know of titles: which work a name means, and what is said of it, field by field.

Its words: Enrichment (what one service was asked of one title), Candidate (a work that a title may
be). `policy` decides who may say what, `saying` brings a service's words into fields, `searching`
finds works by name, `enriching` asks about one title, `pipeline` about all that wait.
Neighbours: `library` is the gate through which everything is written; `artwork` asks for pictures.
"""

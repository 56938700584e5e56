"""fanart.tv's JSON: under each of its words for a type, a list of pictures."""

from maestrarr.providers.reading import Address, Number, Text, Theirs


class Image(Theirs):
    """A picture; `lang` is empty or `00` where it has no text, `season` may be `all`."""

    id: Text = None
    url: Address = None
    lang: Text = None
    likes: Number = None
    season: Text = None
    width: Number = None
    height: Number = None

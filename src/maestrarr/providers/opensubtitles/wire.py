"""OpenSubtitles' JSON: what is offered, who is let in, and where a text lies."""

from maestrarr.providers.reading import (
    Address,
    Figure,
    Listed,
    Number,
    One,
    Several,
    Text,
    Texts,
    Theirs,
    Truth,
)


class File(Theirs):
    """A file that can be downloaded by its number."""

    file_id: Number = None
    file_name: Text = None


class Attributes(Theirs):
    """What is said of a subtitle."""

    language: Text = None
    release: Text = None
    download_count: Number = None
    ratings: Figure = None
    hearing_impaired: Truth = None
    foreign_parts_only: Truth = None
    from_trusted: Truth = None
    ai_translated: Truth = None
    machine_translated: Truth = None
    moviehash_match: Truth = None
    files: Several[File] = ()


class Offered(Theirs):
    """A subtitle."""

    attributes: One[Attributes] = Attributes()


class Page(Theirs):
    """A page of what a search has found."""

    data: Listed[Offered] = ()
    total_pages: Number = None


class Login(Theirs):
    """A token, and the host that takes it: who pays has another one."""

    token: Text = None
    base_url: Text = None


class Download(Theirs):
    """Where a text lies for a while, or why it does not."""

    link: Address = None
    message: Text = None
    reset_time: Text = None


class Formats(Theirs):
    """What formats it has: a small question that takes a key."""

    output_formats: Texts = ()

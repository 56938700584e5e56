"""Countries in two letters, however they are written."""

import pytest

from maestrarr.media.countries import country


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("usa", "US"),
        ("TUR", "TR"),
        ("de", "DE"),
        ("gbr", "GB"),
        (" fra ", "FR"),
        ("XK", "XK"),
        ("zz", None),
        ("zzz", None),
        ("", None),
        (None, None),
    ],
)
def test_countries(written: str | None, read: str | None) -> None:
    assert country(written) == read

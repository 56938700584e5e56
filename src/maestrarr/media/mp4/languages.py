"""How MP4 and QuickTime write a track's language in the sixteen bits of its media header."""

from typing import Final

_PACKED_FROM: Final = 0x400  # below, QuickTime's Macintosh codes
_UNSPECIFIED: Final = 0x7FFF

# Apple's QuickTime File Format Specification, "Macintosh language codes".
_MACINTOSH_TAGS: Final = (
    "en fr de it nl sv es da pt no he ja ar fi el is mt tr hr zh-Hant ur hi th ko lt pl hu et lv "
    "se fo fa ru zh-Hans nl-BE ga sq ro cs sk sl yi sr mk bg uk be uz kk az az-Arab hy ka ro ky tg "
    "tk mn mn-Mong ps ku ks sd bo ne sa mr bn as gu pa or ml kn ta te si my km lo vi id tl ms "
    "ms-Arab am ti om so sw rw rn ny mg eo"
)
_MACINTOSH: Final = tuple(_MACINTOSH_TAGS.split())


def packed_language(code: int, *, is_quicktime: bool) -> str | None:
    """Unpack three letters of ISO 639-2/T, five bits each; None when the writer did not say.

    Codes below 0x400 are Apple's own, and mean nothing in an MP4: writers leave zeros there.
    """
    if code >= _PACKED_FROM:
        letters = "".join(chr((code >> shift & 31) + 0x60) for shift in (10, 5, 0))
        return letters if code != _UNSPECIFIED and letters.isalpha() else None
    return _MACINTOSH[code] if is_quicktime and code < len(_MACINTOSH) else None

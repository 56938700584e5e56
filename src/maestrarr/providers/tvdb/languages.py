"""Languages as TheTVDB writes them: ISO 639-2/T, and a few codes of its own."""

from typing import Final

from maestrarr.providers.reading import language_of

_OWN: Final = {"pt": "pt-BR", "zhtw": "zh-TW"}
_OWN_CODES: Final = {"pt-BR": "pt", "zh-TW": "zhtw", "zh-Hant": "zhtw", "pt-PT": "por"}


def language_from(code: str | None) -> str | None:
    """Read one of their codes; None for no language."""
    return _OWN.get((code or "").casefold()) or language_of(code)


def code_of(language: str) -> str:
    """Write a language as they do: `eng`, `fra`, `pt` for the Portuguese of Brazil."""
    import langcodes  # noqa: PLC0415  # only who asks waits for it (30 ms, 4 MiB)

    try:
        return _OWN_CODES.get(language) or langcodes.get(language).to_alpha3(variant="T")
    except LookupError:  # a language without a code of three letters
        return language

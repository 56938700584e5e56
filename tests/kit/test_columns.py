"""Paths on their way to the database and back: none is changed, and no two meet."""

import os
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given
from sqlalchemy.dialects import sqlite

from maestrarr.kit.columns import DiskPath

STRAY = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"])
PRIVATE = st.characters(min_codepoint=0xE000, max_codepoint=0xF8FF)
ORDINARY = st.characters(exclude_categories=["Cs", "Co"], exclude_characters="\0")
paths = st.text(STRAY | PRIVATE | st.sampled_from("\uef00\uef80\uefff\udc80\udcff/a") | ORDINARY)


def stored(path: str) -> str:
    """Return the text that the database is given."""
    text = DiskPath().process_bind_param(path, sqlite.dialect())
    assert text is not None
    return text


@given(paths)
def test_any_path_comes_back_as_it_was_and_is_text_in_between(path: str) -> None:
    between = stored(path)

    between.encode("utf-8")
    assert DiskPath().process_result_value(between, sqlite.dialect()) == Path(path)


@given(paths, paths)
def test_two_paths_are_never_stored_alike(one: str, other: str) -> None:
    assert (stored(one) == stored(other)) is (one == other)


def test_a_stray_byte_and_the_character_that_stands_for_it_are_two_paths() -> None:
    assert stored(os.fsdecode(b"\x80")) != stored("\uef80")


@pytest.mark.parametrize("path", ["/media/Amélie (2001)", "/media/日本/😀.mkv", "a\nb", "\uf8ff"])
def test_an_ordinary_path_is_stored_as_it_is(path: str) -> None:
    assert stored(path) == path

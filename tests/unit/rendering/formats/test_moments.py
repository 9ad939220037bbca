"""Moments keep their day and their zone."""

import email.utils

import pytest

from backstory.rendering.formats.moments import moment, newest, rfc822, rfc3339

MOMENTS = [
    ("2021-08-03", "2021-08-03T12:00:00Z"),
    ("2021-08-03T14:30:00Z", "2021-08-03T14:30:00Z"),
    ("2021-08-03T14:30:00", "2021-08-03T14:30:00Z"),
    ("2021-08-03T14:30:00+03:00", "2021-08-03T14:30:00+03:00"),
    ("2021-01-01T00:00:00-11:00", "2021-01-01T00:00:00-11:00"),
]


@pytest.mark.parametrize(("given", "whole"), MOMENTS)
def test_rfc3339(given: str, whole: str) -> None:
    assert rfc3339(given) == whole


@pytest.mark.parametrize(("given", "whole"), MOMENTS)
def test_rfc822_is_the_same_moment(given: str, whole: str) -> None:
    assert email.utils.parsedate_to_datetime(rfc822(given)) == moment(whole)


@pytest.mark.parametrize("words", ["", "2021", "2021-13-40", "yesterday", "2021-06~"])
def test_what_is_no_moment_is_empty(words: str) -> None:
    assert (rfc3339(words), rfc822(words), newest((words,))) == ("", "", "")


def test_newest_compares_moments_not_texts() -> None:
    assert newest(("2021-08-03T23:00:00+03:00", "2021-08-03T21:00:00Z", "nothing")) == "2021-08-03T21:00:00Z"

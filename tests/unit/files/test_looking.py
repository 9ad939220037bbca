"""What a picture file is, told without opening it whole."""

import io
import struct
import zlib

import pytest
from PIL import Image
from tests.photographs import drawn, gif, jpeg, saved, turned

from backstory.files.pictures.facts import Facts, ending_of, made_name, parted_name, stem
from backstory.files.pictures.looking import look


def looked(data: bytes) -> Facts:
    return look(io.BytesIO(data))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int) -> bytes:
    """Return a few bytes that say they are a PNG of any size."""
    start = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + start + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def glass() -> Image.Image:
    picture = drawn(mode="RGBA").copy()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    return picture


@pytest.mark.parametrize(
    ("data", "kind", "opaque", "ending"),
    [
        (jpeg(), "jpeg", True, "jpg"),
        (saved(drawn(), "PNG"), "png", True, "png"),
        (saved(drawn(mode="RGBA"), "PNG"), "png", False, "png"),
        (saved(drawn(), "WEBP"), "webp", True, "webp"),
        (saved(drawn(), "AVIF", speed=10), "avif", True, "jpg"),
        (saved(glass(), "AVIF", speed=10), "avif", False, "png"),
        (saved(drawn(), "TIFF"), "tiff", True, "jpg"),
        (saved(drawn(), "BMP"), "bmp", True, "jpg"),
    ],
)
def test_a_picture_says_what_it_is(data: bytes, kind: str, opaque: bool, ending: str) -> None:
    facts = looked(data)
    assert (facts.kind, facts.width, facts.height, facts.trouble) == (kind, 900, 600, "")
    assert (facts.opaque, facts.moving, ending_of(facts), facts.size) == (opaque, False, ending, len(data))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_that_of_the_upright_picture(orientation: int) -> None:
    facts = looked(turned(orientation))
    assert (facts.width, facts.height) == (900, 600)


def test_an_animation_moves_and_a_still_one_does_not() -> None:
    assert looked(gif()).moving
    assert not looked(gif(1)).moving
    assert (ending_of(looked(gif())), ending_of(looked(gif(1)))) == ("gif", "png")


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b"These are words.", "unknown"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "foreign"),
        (b"8BPS\0\x01", "foreign"),
        (jpeg()[:2000], "cut"),
        (saved(drawn(), "PNG")[:-30], "cut"),
        (saved(drawn(), "WEBP")[:-30], "cut"),
        (gif()[:200], "cut"),
        (b"\xff\xd8\xff\xe0 not really \xff\xd9", "broken"),
        (png_of(60_000, 60_000), "large"),
        (png_of(12_000, 10_001), "large"),
        (png_of(70_000, 10), "large"),
    ],
)
def test_what_cannot_be_shown_says_why(data: bytes, trouble: str) -> None:
    assert looked(data).trouble == trouble


def test_a_hundred_million_points_are_not_too_many() -> None:
    assert looked(png_of(10_000, 10_000)).trouble == ""


def test_a_film_behind_a_picture_does_no_harm() -> None:
    assert looked(jpeg() + b"\0" * 100_000).trouble == ""


def test_inks_without_a_profile_are_remarked() -> None:
    assert looked(saved(drawn(mode="CMYK"), "JPEG")).remarks == ("inks",)
    assert looked(saved(drawn(mode="CMYK"), "JPEG", icc_profile=b"profile")).remarks == ()


def test_names_change_with_bytes_and_quality_and_come_apart_again() -> None:
    one, two = looked(jpeg(seed=1)), looked(jpeg(seed=2))
    assert len({stem(one, 60), stem(two, 60), stem(one, 61)}) == 3
    assert parted_name(made_name(stem(one, 60), 816, "avif")) == (stem(one, 60), 816, "avif")
    assert parted_name(made_name("abc", 0, "gif")) == ("abc", 0, "gif")


def test_looking_reads_no_points(monkeypatch: pytest.MonkeyPatch) -> None:
    data = jpeg()
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("opened whole"))
    assert looked(data).kind == "jpeg"

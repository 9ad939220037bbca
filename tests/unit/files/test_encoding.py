"""Pictures made ready for pages."""

import io

import pytest
from PIL import Image, ImageCms
from tests.photographs import LEFT, TOP, drawn, jpeg, opened, saved, turned

from backstory.files.pictures.encoding import encoded, points, upright


def near(one: object, two: tuple[int, ...], reach: int = 30) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= reach for a, b in zip(one, two, strict=False))


def made(data: bytes, ending: str = "jpg", width: int = 300) -> Image.Image:
    return opened(encoded(data, width, (ending,), 60)[ending]).convert("RGBA")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int) -> None:
    picture = made(turned(orientation))
    assert picture.size == (300, 200)
    assert near(picture.getpixel((280, 10)), TOP)
    assert near(picture.getpixel((10, 180)), LEFT)


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg", "png"])
def test_nothing_stays_of_what_a_camera_wrote(ending: str) -> None:
    data = encoded(turned(6), 300, (ending,), 60)[ending]
    assert b"secret" not in data
    assert b"Exif" not in data
    assert not opened(data).getexif()


@pytest.mark.parametrize(
    "data",
    [
        saved(drawn(mode="CMYK"), "JPEG", quality=95),
        saved(drawn(mode="P"), "PNG"),
        saved(drawn(), "PNG"),
        saved(drawn(), "TIFF"),
        saved(drawn(), "BMP"),
        saved(drawn(), "WEBP", quality=95),
        saved(drawn(), "AVIF", quality=95, speed=10),
    ],
)
@pytest.mark.parametrize("ending", ["avif", "webp", "jpg"])
def test_colours_stay(data: bytes, ending: str) -> None:
    picture = made(data, ending)
    assert near(picture.getpixel((280, 10)), TOP, 45)
    assert near(picture.getpixel((10, 180)), LEFT, 45)


def test_gray_of_sixteen_bits_keeps_its_tones() -> None:
    deep = Image.new("I;16", (64, 64), 32_768)
    value = made(saved(deep, "PNG"), "png", 32).getpixel((16, 16))
    assert near(value, (128, 128, 128), 2)


def test_what_can_be_seen_through_stays_so() -> None:
    glass = Image.new("RGBA", (400, 200), (10, 200, 30, 0))
    glass.paste((10, 200, 30, 255), (200, 0, 400, 200))
    for ending in ("avif", "webp", "png"):
        picture = made(saved(glass, "PNG"), ending, 200)
        assert picture.getpixel((20, 50))[3] < 8  # type: ignore[index]
        assert picture.getpixel((180, 50))[3] > 247  # type: ignore[index]


def test_a_profile_is_followed_and_left_behind() -> None:
    """In a profile that swaps red and blue, as it were: XYZ to sRGB would show; here Lab's stands for any other."""
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    other = wide.replace(b"sRGB", b"xRGB")
    plain, profiled = made(jpeg()), made(jpeg(icc_profile=other))
    assert near(profiled.getpixel((280, 10)), plain.getpixel((280, 10)), 4)  # type: ignore[arg-type]
    assert "icc_profile" not in opened(encoded(jpeg(icc_profile=other), 300, ("jpg",), 60)["jpg"]).info


def test_a_profile_of_nonsense_does_no_harm() -> None:
    assert near(made(jpeg(icc_profile=b"nonsense" * 40)).getpixel((280, 10)), TOP)


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg", "png"])
def test_the_same_bytes_whatever_else_is_made(ending: str) -> None:
    alone = encoded(jpeg(), 300, (ending,), 60)[ending]
    beside = encoded(jpeg(), 300, ("jpg", "png", "webp", "avif"), 60)[ending]
    assert alone == beside


def test_large_jpegs_are_shrunk_while_they_are_read() -> None:
    data = jpeg(4000, 3000)
    assert points(data, 480) < 4000 * 3000 / 10
    assert points(saved(drawn(4000, 3000), "PNG"), 480) == 4000 * 3000


@pytest.mark.parametrize(("width", "size"), [(1, (1, 1)), (900, (900, 600)), (333, (333, 222))])
def test_any_width_can_be_made(width: int, size: tuple[int, int]) -> None:
    assert upright(jpeg(), width).size == size


def test_broken_files_raise_something() -> None:
    whole = jpeg(quality=95)
    with pytest.raises(Exception, match=""):
        encoded(whole[: len(whole) // 2] + b"\xff\xd9"[:0], 300, ("jpg",), 60)
    assert io.BytesIO(whole)

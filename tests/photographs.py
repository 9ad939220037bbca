"""Pictures made for tests: small, different from one another, and of every kind that newsrooms have."""

import io
from functools import lru_cache
from typing import Any

from PIL import Image, ImageDraw

TOP, LEFT = (200, 40, 40), (40, 60, 200)


@lru_cache
def drawn(width: int = 900, height: int = 600, mode: str = "RGB", seed: int = 0) -> Image.Image:
    """Return a picture with a red band at its top and a blue one at its left, so that one sees how it stands."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, height // 4), TOP)
    draw.rectangle((0, height // 4, width // 4, height), LEFT)
    draw.ellipse((width // 2, height // 2, width // 2 + 20 + seed, height // 2 + 20), (seed * 37 % 255, 200, 90))
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def jpeg(width: int = 900, height: int = 600, seed: int = 0, **options: Any) -> bytes:
    return saved(drawn(width, height, seed=seed), "JPEG", **{"quality": 85, **options})


def turned(orientation: int, words: str = "a secret place") -> bytes:
    """Return a JPEG that is stored in one of the eight ways in which cameras store what stood upright."""
    back = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, words
    picture = drawn() if back is None else drawn().transpose(back)
    return saved(picture, "JPEG", quality=90, exif=exif)


def gif(frames: int = 3) -> bytes:
    pictures = [drawn(120, 80, seed=each).quantize(16) for each in range(frames)]
    return saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:], duration=100, loop=0)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))

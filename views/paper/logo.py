"""The clinic's logo: read and refused when it is chosen, and never in doubt at the printer."""

import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from views.paper.faults import UnusableLogoError

LARGEST_FILE = 5_000_000
_MOST_PIXELS = 40_000_000
_FEWEST_PIXELS = 100  # along the longer side; fewer show as squares
_SLIMMEST = 20  # times as long as high, or as high as long
_FORMATS = ("PNG", "JPEG")
_STORED = (1480, 420)  # 600 dots per inch in the room it gets
_BROKEN = "Filen er i stykker eller er ikke et billede i formatet PNG eller JPEG."
_TOO_LARGE = "Billedet er for stort. Gem det i en mindre udgave, højst 5 MB."
_TOO_SMALL = "Billedet er for lille og vil se grynet ud. Brug et på mindst 100 billedpunkter."
_TOO_SLIM = "Billedet er for smalt til brevhovedet. Beskær det, så det bliver mere firkantet."


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as it is printed: `width` times `height` pixels of red, green, blue, packed.

    `file` is the same as a PNG file, to keep and to read again.
    """

    width: int
    height: int
    pixels: bytes
    file: bytes


@dataclass(frozen=True, slots=True)
class PlacedLogo:
    """A logo and how large it is on paper, in points."""

    logo: Logo
    width: float
    height: float


def read_logo(content: bytes) -> Logo:
    """Return the logo in the bytes of a PNG or JPEG file, on white where it lets light through.

    Raises UnusableLogoError with a sentence that says what is wrong with the picture.
    """
    if len(content) > LARGEST_FILE:
        raise UnusableLogoError(_TOO_LARGE)
    try:
        # Pillow warns of a small file that unpacks to a huge picture, and then reads it.
        with (
            warnings.catch_warnings(action="error"),
            Image.open(BytesIO(content), formats=_FORMATS) as opened,
        ):
            _refuse_odd(opened.size)
            return _logo(_in_true_colours(ImageOps.exif_transpose(opened)))
    except (OSError, SyntaxError, ValueError, ImageCms.PyCMSError, UnidentifiedImageError):
        raise UnusableLogoError(_BROKEN) from None
    except (Warning, Image.DecompressionBombError):
        raise UnusableLogoError(_TOO_LARGE) from None


def _refuse_odd(size: tuple[int, int]) -> None:
    long, short = max(size), min(size)
    if long * short > _MOST_PIXELS:
        raise UnusableLogoError(_TOO_LARGE)
    if long < _FEWEST_PIXELS:
        raise UnusableLogoError(_TOO_SMALL)
    if long > short * _SLIMMEST:
        raise UnusableLogoError(_TOO_SLIM)


def _in_true_colours(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "RGBA", "CMYK", "L"}:
        alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
        plain = picture.convert("RGB") if picture.mode == "RGBA" else picture
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(
            plain, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        picture = converted or plain.convert("RGB")
        if alpha:
            picture.putalpha(alpha)
    return _on_white(picture)


def _on_white(picture: Image.Image) -> Image.Image:
    seen_through = picture.convert("RGBA")
    # Scaled before it is laid on white: the edges of what is see-through stay smooth.
    seen_through.thumbnail(_STORED, Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", seen_through.size, "white")
    return Image.alpha_composite(paper, seen_through).convert("RGB")


def _logo(picture: Image.Image) -> Logo:
    file = BytesIO()
    picture.save(file, "PNG")
    return Logo(*picture.size, zlib.compress(picture.tobytes(), 9), file.getvalue())

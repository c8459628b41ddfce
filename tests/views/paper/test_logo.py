"""The logo: what can be one, what it becomes, and where it stands."""

import zlib
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageCms

from tests.views.paper.paper_reading import MM, reader, spoken
from tests.views.paper.sample_blocks import picture_file
from tests.views.paper.sample_letters import DECISION
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import UnusableLogoError
from views.paper.letter_paper import draw_letter
from views.paper.logo import LARGEST_FILE, read_logo

WINDOW = EnvelopeWindow()


def saved(picture: Image.Image, **how: object) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG", **how)
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("RGBA", "RGB", "P", "L", "1", "LA")),
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    ],
)
def test_every_common_kind_of_picture_becomes_red_green_and_blue(kind: str, mode: str) -> None:
    logo = read_logo(picture_file(kind=kind, mode=mode))

    assert (logo.width, logo.height) == (900, 300)
    assert len(zlib.decompress(logo.pixels)) == 900 * 300 * 3


def test_what_is_see_through_is_paper() -> None:
    logo = read_logo(picture_file())

    pixels = zlib.decompress(logo.pixels)

    assert pixels[-3:] == b"\xff\xff\xff"
    assert bytes((31, 90, 102)) in pixels


def test_a_logo_that_was_kept_is_read_again_as_it_was() -> None:
    logo = read_logo(picture_file((4000, 1200)))

    assert read_logo(logo.file) == logo
    assert logo.width <= 1480
    assert logo.height <= 420


def test_colours_of_another_space_are_converted_and_the_kept_file_names_no_space() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    picture = Image.new("RGB", (200, 100), (10, 200, 30))

    with pytest.raises(UnusableLogoError):
        read_logo(saved(picture, icc_profile=profile.tobytes()))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    logo = read_logo(saved(picture, icc_profile=srgb))
    assert b"iCCP" not in logo.file


def test_nothing_but_the_picture_is_kept_of_the_file() -> None:
    described = Image.Exif()
    described[0x010E] = "hemmeligt"
    picture = Image.new("RGB", (200, 100))

    logo = read_logo(saved(picture, exif=described))

    assert b"hemmeligt" not in logo.file


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "i stykker"),
        (b"GIF89a" + bytes(99), "i stykker"),
        (picture_file()[:200], "i stykker"),
        (picture_file(kind="JPEG", mode="RGB")[:900], "i stykker"),
        (picture_file((60, 40)), "for lille"),
        (picture_file((2500, 60)), "for smalt"),
        (bytes(LARGEST_FILE + 1), "for stort"),
        (saved(Image.new("1", (9000, 9000))), "for stort"),
        (saved(Image.new("1", (20_000, 20_000))), "for stort"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused_with_what_to_do(
    content: bytes, sentence: str
) -> None:
    with pytest.raises(UnusableLogoError, match=sentence):
        read_logo(content)


@pytest.mark.parametrize("size", [(900, 300), (300, 900), (1400, 100)])
@pytest.mark.parametrize("large_print", [False, True])
def test_the_logo_stands_to_the_right_of_the_window_and_nobody_hears_it(
    size: tuple[int, int], *, large_print: bool
) -> None:
    plain = draw_letter(DECISION, WINDOW, large_print=large_print)

    pdf = draw_letter(DECISION, WINDOW, large_print=large_print, logo=read_logo(picture_file(size)))

    assert spoken(pdf) == spoken(plain)
    (bounds,) = (
        drawn.get_bounds()
        for drawn in pypdfium2.PdfDocument(pdf)[0].get_objects()
        if drawn.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    )
    left, bottom, right, top = (bound / MM for bound in bounds)
    assert 121 < left < right < 193.1
    assert 200 < bottom < top <= 283.1
    assert top - bottom <= 18.1
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.01)


def test_the_same_letter_and_logo_give_the_same_bytes_and_another_logo_another_identifier() -> None:
    one, other = read_logo(picture_file()), read_logo(picture_file((800, 300)))

    first, again, third = (draw_letter(DECISION, WINDOW, logo=logo) for logo in (one, one, other))

    assert first == again
    assert reader(first).trailer["/ID"] != reader(third).trailer["/ID"]

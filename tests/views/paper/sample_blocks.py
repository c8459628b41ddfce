"""Letters to plainly fictional people with the blocks that are drawn, folded or signed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from models.letters.covering_list import CoveredLetter, CoveringList
from models.letters.letter import (
    BulletList,
    Chart,
    Facts,
    Heading,
    Paragraph,
    PocketCard,
    Quotation,
    Receiver,
    RedThread,
    SignatureColumns,
    Thread,
)
from tests.views.paper.sample_letters import DECISION

THREADS = (
    Thread(
        "Hash fem dage om ugen, mest alene om aftenen. Det begyndte efter skilsmissen.",
        "Jeg vil kunne sove uden at ryge først",
        (
            "Samtale med Maja hver tirsdag kl. 10",
            "Gruppe om søvn hver torsdag i ti uger",
            "Mikkel skriver søvn ned hver morgen",
        ),
        "Højst to dage med hash om ugen inden jul, og mindst seks timers søvn",
    ),
    Thread(
        "Gæld på 84.000 kr., og breve, der ikke bliver åbnet",
        "Jeg vil turde åbne min post",
        ("Vi åbner posten sammen, når Mikkel vil, højst en gang om ugen",),
        "Ingen breve er uåbnede den 1. marts",
    ),
    Thread("", "Jeg vil se min datter hver uge", ("Mormor, Åse, kører hende om lørdagen",), ""),
)
RED_THREAD = RedThread(
    ("Det fandt vi ud af", "Det vil du", "Det gør vi, og hvor tit", "Sådan ser vi, at det virker"),
    THREADS,
)
CHART = Chart(
    "Din trivsel (WHO-5)",
    (
        (date(2026, 11, 2), Decimal(28)),
        (date(2026, 12, 7), Decimal(36)),
        (date(2027, 1, 11), Decimal(32)),
        (date(2027, 3, 1), Decimal(56)),
    ),
    Decimal(0),
    Decimal(100),
)
THREADED = replace(
    DECISION,
    title="Din plan",
    reference=(("Sagsnr.", "2026-0117"),),
    blocks=(
        Paragraph("Planen er lavet sammen med dig. Her kan du se, hvordan det hænger sammen."),
        Heading("Den røde tråd"),
        RED_THREAD,
        Heading("Sådan er det gået"),
        Paragraph("Et højere tal er bedre. 50 og derunder er et tegn på, at du har det svært."),
        CHART,
        Heading("Underskrift"),
        Paragraph("Det er frivilligt at skrive under. Planen gælder også uden."),
        SignatureColumns(("Mikkel Ærøskøbing Prøvesen", "Maja Modelsen, rådgiver")),
    ),
)
POCKET_CARD = PocketCard(
    front=(Paragraph("Mikkel"), Quotation("Jeg har klaret det før, og jeg kan igen.", "")),
    inside=(
        Heading("Det plejer at ske, lige før det går galt"),
        BulletList(("Jeg sover dårligt", "Jeg svarer ikke, når Åse ringer", "Det er fredag")),
        Heading("Så gør jeg sådan her"),
        BulletList(("Går en tur ned til havnen", "Ringer til Åse", "Spiser noget varmt")),
        Heading("Hvis det er sket"),
        Paragraph("Et slip er ikke slutningen. Kom til din næste aftale alligevel."),
        Facts((("Maja", "00 00 00 00"), ("Åse", "00 00 00 01"), ("Livsfare", "112"))),
    ),
    back=(Paragraph("Finder du kortet, så læg det i en postkasse."),),
)
CARD = replace(
    DECISION, title="Mit kort", receiver=Receiver(()), reference=(), blocks=(POCKET_CARD,)
)
CARD_WITH_LETTER = replace(
    DECISION,
    title="Dit kort til lommen",
    blocks=(Paragraph("Her er kortet, vi lavede sammen."), POCKET_CARD),
)
BATCH = CoveringList(
    office="Eksempel Kommune, Center for Voksne",
    person="Maja Modelsen",
    day=date(2026, 11, 2),
    letters=tuple(
        CoveredLetter(f"Prøve {name}", title, way, pages)
        for name, title, way, pages in (
            ("Prøvesen", "Afgørelse", "Brev", 3),
            ("Ærøskøbing", "Kvittering for anmodning", "Udleveres", 1),
            ("Łukaszsen", "Behandlingsplan", "Digital Post", 5),
        )
    ),
)


def picture_file(
    size: tuple[int, int] = (900, 300), kind: str = "PNG", mode: str = "RGBA"
) -> bytes:
    """Return a made-up logo as a file, see-through around its shape where *mode* allows it."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    width, height = size
    side = min(size)
    pen.ellipse((0, 0, side, side), fill=(31, 90, 102, 255))
    pen.rectangle((width * 0.5, height * 0.5, width, height * 0.7), fill=(200, 80, 40, 128))
    file = BytesIO()
    picture.convert(mode).save(file, kind)
    return file.getvalue()

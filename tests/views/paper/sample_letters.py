"""Letters to plainly fictional people, one with every kind of block."""

from dataclasses import replace
from datetime import date

from models.letters.letter import (
    BulletList,
    Facts,
    Heading,
    LawText,
    Letter,
    Paragraph,
    Quotation,
    Receiver,
    Result,
    Sender,
    SignatureLines,
    Table,
)

SENDER = Sender(
    name="Eksempel Kommune",
    unit="Center for Voksne",
    lines=("Rådhustorvet 1", "0000 Eksempelby"),
    contact=("Maja Modelsen", "Telefon 00 00 00 00", "voksne@eksempel.example", "Man–fre kl. 9–14"),
)
RECEIVER = Receiver(("Mikkel Ærøskøbing Prøvesen", "Opdigtet Allé 12, 2. tv.", "0000 Eksempelby"))

DECISION = Letter(
    title="Du får social stofmisbrugsbehandling, men ikke på det tilbud, du har valgt",
    day=date(2026, 11, 2),
    sender=SENDER,
    receiver=RECEIVER,
    reference=(("Sagsnr.", "2026-0117"), ("Svar senest", "30. november 2026")),
    blocks=(
        Paragraph("Kære Mikkel"),
        Result(
            "Vi giver dig behandling i dagtilbud, to samtaler om ugen. Vi siger nej til "
            "døgnbehandling på Havgården."
        ),
        Paragraph(
            "Du søgte om behandling den 19. oktober 2026, og vi har talt med dig to gange siden "
            "da. Her kan du læse, hvad vi har lagt vægt på, og hvad du kan gøre, hvis du er uenig."
        ),
        Heading("Hvad du får"),
        Facts(
            (
                ("Behandling", "Dagbehandling med individuelle samtaler og gruppeforløb"),
                ("Sted", "Rådgivningen Åbredden, Åbredden 3, 0000 Eksempelby"),
                ("Starter", "9. november 2026 kl. 10.00"),
                ("Varighed", "Seks måneder, og derefter så længe du har brug for det"),
                ("Formål", "At du kan holde pause fra hash og kokain og få ro på din økonomi"),
            )
        ),
        Heading("Hvorfor vi siger nej til døgnbehandling"),
        Paragraph("I vores samtale den 26. oktober sagde du:"),
        Quotation(
            "Jeg vil gerne væk hjemmefra et stykke tid. Når jeg sidder i lejligheden, går det "
            "galt hver fredag. Men jeg vil også gerne kunne se min datter i weekenden.",
            "Mikkel, 26. oktober 2026",
        ),
        Paragraph("Vi har især lagt vægt på:"),
        BulletList(
            (
                "at dit arbejde, som du gerne vil beholde, kan passes ved siden af dagbehandling",
                "at du har din datter hver anden weekend",
                "at lægen vurderer, at en nedtrapning er tryg hjemme med støtte",
            )
        ),
        Heading("Dine muligheder", 2),
        Heading("Frit valg", 3),
        Paragraph(
            "Du kan vælge mellem flere tilbud, der svarer til den behandling, du får. Vi hjælper "
            "gerne med at finde dem.\nRing til Maja, hvis du vil høre mere."
        ),
        Table(
            ("Tilbud", "Form", "Ventetid", "Kontakt"),
            (
                ("Rådgivningen Åbredden", "Dagbehandling", "Ingen", "00 00 00 01"),
                ("Klinik Łukasz & Søn", "Dagbehandling i små grupper", "6 dage", "00 00 00 02"),
                ("Projekt Nyt Ståsted", "Aftenhold for folk i arbejde", "10 dage", "00 00 00 03"),
            ),
        ),
        Heading("Sådan klager du", 3),
        Paragraph(
            "Er du uenig, kan du klage inden fire uger fra den dag, du har fået brevet. Du kan "
            "skrive, ringe eller komme forbi. Du klager til os, og vi ser på sagen igen. Holder "
            "vi fast, sender vi klagen videre for dig."
        ),
        Paragraph("Du må gerne have en bisidder med, og andre må gerne klage for dig."),
        SignatureLines(("Maja Modelsen, rådgiver", "Mikkel Ærøskøbing Prøvesen")),
        LawText(
            "Lov om opdigtede ydelser, paragraf 1, stk. 2",
            "Her står lovens egne ord, som brevet bygger på. De er sat småt, fordi brevet allerede "
            "har sagt det samme med almindelige ord, og fordi de fleste ikke har brug for dem.",
        ),
        LawText(
            "Lov om opdigtede ydelser, paragraf 4",
            "Borgeren kan vælge mellem tilbud, der svarer til det visiterede.",
        ),
    ),
)

_GOALS = tuple(
    (
        f"Mål {number}",
        "Færre dage med stoffer: fra fem dage om ugen til højst to inden jul",
        "Samtale hver tirsdag, gruppe hver torsdag, og en aftale om hvem du ringer til fredag",
        "Mikkel og Maja",
        f"{number}. december 2026",
    )
    for number in range(1, 13)
)

PLAN = replace(
    DECISION,
    title="Din behandlingsplan",
    reference=(("Sagsnr.", "2026-0117"), ("Gælder fra", "9. november 2026")),
    blocks=(
        Paragraph("Planen er lavet sammen med dig. Den viser, hvad du gerne vil, og hvad vi gør."),
        Heading("Det vil du gerne"),
        Quotation(
            "Jeg vil have min hverdag tilbage.\n\nOg jeg vil kunne se min datter uden at skamme "
            "mig.",
            "Mikkel",
        ),
        Heading("Mål og indsatser"),
        Table(("Nr.", "Mål", "Indsats", "Hvem", "Opfølgning"), _GOALS),
        Heading("Når det bliver svært"),
        BulletList(("Ring til Maja → også hvis du er faldet i", "☑ Kom alligevel", "✓ Sig det")),
        SignatureLines(("Maja Modelsen, rådgiver", "Mikkel Ærøskøbing Prøvesen")),
    ),
)

RECEIPT = replace(
    DECISION,
    title="Vi har fået din anmodning om behandling",
    reference=(("Sagsnr.", "2026-0117"),),
    blocks=(
        Paragraph("Kære Mikkel"),
        Paragraph("Tak for snakken i dag. Din behandling begynder senest den 16. november 2026."),
    ),
)

LETTERS = (RECEIPT, DECISION, PLAN)

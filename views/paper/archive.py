"""The PDF file itself: ReportLab's document, made archivable and accessible."""

from datetime import date
from hashlib import md5

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    DummyDoc,
    PDFArray,
    PDFBase85Encode,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFText,
    PDFZCompress,
)
from typing_extensions import override

from views.paper.logo import Logo
from views.paper.metadata import LANGUAGE, PROGRAM, Description, srgb_profile, xmp_packet

_STREAM_END = b"endstream\n"


class _ClosedStream(PDFObject):
    """A stream with a line end after its last byte, as PDF/A wants it (ISO 19005-2 6.1.7.1)."""

    def __init__(self, stream: PDFStream) -> None:
        self._stream = stream
        if stream.filters is None or PDFBase85Encode in stream.filters:
            # Written as text the bytes would be a quarter more, and take as much longer to make.
            stream.filters = [PDFZCompress]

    def format(self, document: PDFDocument) -> bytes:
        return self._stream.format(document).removesuffix(_STREAM_END) + b"\n" + _STREAM_END


class _TaggedPage(PDFPage):
    """A page that names its place in the parent tree of the structure."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - as its base

    def __init__(self, page: PDFPage, place: int) -> None:
        super().__init__()
        vars(self).update(vars(page), StructParents=place, Tabs=PDFName("S"))


class _Catalog(PDFCatalog):
    """A catalog that has more *entries*; ReportLab reads them as attributes."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - as its base

    def __init__(self, catalog: PDFCatalog, **entries: PDFObject) -> None:
        vars(self).update(vars(catalog), **entries)


class ArchivableDocument(PDFDocument):
    """A document whose bytes follow from what is drawn and from the letter's day alone."""

    def __init__(self, description: Description) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=LANGUAGE)
        self._description = description
        # ReportLab's own digest takes in the clock or SOURCE_DATE_EPOCH; this one what is drawn.
        self._digest = md5(repr(description).encode(), usedforsecurity=False)
        vars(self).update(_timeStamp=_start_of(description.day))
        self.setTitle(description.title)
        self.setAuthor(description.author)
        self.setCreator(PROGRAM)
        self.setProducer(PROGRAM)
        self.setSubject("")

    @override
    def Reference(self, obj: PDFObject, name: str | None = None) -> PDFObjectReference:
        reference: PDFObjectReference = super().Reference(obj, name)  # type: ignore[no-untyped-call]  # ReportLab's stubs leave it open
        if isinstance(obj, PDFStream):
            self.idToObject[reference.name] = _ClosedStream(obj)
        return reference

    def keep_picture(self, name: str, logo: Logo) -> None:
        """Have *logo* in the file once, under *name*."""
        if name in self.idToObject:
            return
        described = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": logo.width,
            "Height": logo.height,
            "ColorSpace": PDFName("DeviceRGB"),
            "BitsPerComponent": 8,
            # Packed once, when the logo was read, and not for every letter.
            "Filter": PDFName("FlateDecode"),
        }
        self._digest.update(logo.pixels)
        self.Reference(PDFStream(PDFDictionary(described), logo.pixels), name)

    @override
    def addPage(self, page: PDFPage) -> None:
        self._digest.update(page.stream.encode())
        super().addPage(_TaggedPage(page, self.pageCounter - 1))

    @override
    def ID(self) -> bytes:
        half = PDFText(self._digest.digest(), enc="raw").format(DummyDoc())
        return b"[" + half + half + b"]"

    def describe(self, structure: PDFObjectReference) -> None:
        """Write into the catalog what PDF/A-2a and PDF/UA-1 ask for, and the *structure*."""
        intent = {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": PDFStream(PDFDictionary({"N": 3}), srgb_profile()),
        }
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        # Archives read the metadata without unpacking anything: no filters.
        metadata = PDFStream(kind, xmp_packet(self._description), filters=[])
        catalog = _Catalog(
            vars(self)["Catalog"],
            MarkInfo=PDFDictionary({"Marked": "true"}),
            Metadata=metadata,
            OutputIntents=PDFArray([PDFDictionary(intent)]),
            StructTreeRoot=structure,
        )
        vars(self).update(Catalog=catalog)


def _start_of(day: date) -> TimeStamp:
    stamp = TimeStamp(invariant=1)
    vars(stamp).update(YMDhms=(day.year, day.month, day.day, 0, 0, 0))
    return stamp

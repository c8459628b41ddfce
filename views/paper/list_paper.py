"""The covering list of a batch as a PDF: for the one who puts the letters into envelopes."""

from models.danish import long_date, number
from models.letters.covering_list import CoveredLetter, CoveringList
from models.letters.letter import Facts, Table
from views.paper.characters import legible
from views.paper.look import BOTTOM, LEFT, ORDINARY, PAGE_HEIGHT, TOP
from views.paper.metadata import Description
from views.paper.pages import Frame, paginated
from views.paper.press import print_footer, print_page
from views.paper.story import Story
from views.paper.structure import Element
from views.paper.tagged_canvas import TaggedCanvas
from views.paper.words import one_line

_TITLE = "Liste over breve"
_COLUMNS = ("Nr.", "Modtager", "Brev", "Sendes", "Sider", "Klar")
_TO_TICK = "☐"


def draw_covering_list(listed: CoveringList) -> bytes:
    """Return the list as PDF bytes; what the typeface cannot show stands as a sign.

    The same list gives the same bytes.
    """
    root = Element("Document")
    story = Story(root, ORDINARY)
    story.add_title(_TITLE)
    letters, pages = len(listed.letters), sum(letter.pages for letter in listed.letters)
    facts = (
        ("Udskrevet", long_date(listed.day)),
        ("Af", legible(listed.person)),
        ("Breve", f"{number(letters)}, i alt {number(pages)} {'side' if pages == 1 else 'sider'}"),
    )
    story.add(Facts(tuple(fact for fact in facts if fact[1])))
    rows = tuple(_row(place, letter) for place, letter in enumerate(listed.letters, start=1))
    if rows:
        story.add(Table(_COLUMNS, rows))
    frame = Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM)
    sheets = paginated(story.strips, frame, frame)
    office = one_line(legible(listed.office))
    canvas = TaggedCanvas(Description(_TITLE, office, listed.day), ORDINARY.body.face.name)
    for place, sheet in enumerate(sheets, start=1):
        print_page(canvas, sheet)
        print_footer(canvas, office, f"Side {place} af {len(sheets)}", ORDINARY)
        canvas.turn()
    return canvas.finished(root)


def _row(place: int, letter: CoveredLetter) -> tuple[str, ...]:
    texts = (letter.receiver, letter.title, letter.way)
    return (number(place), *map(legible, texts), number(letter.pages), _TO_TICK)

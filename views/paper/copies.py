"""A copy of a letter that was printed before: its very bytes, with a mark on every page.

A screen reader is told it once, before all else, as the first paragraph of the structure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from itertools import pairwise

from reportlab.lib.units import mm

from views.paper.faults import NotOurPaperError
from views.paper.look import COLUMN_RIGHT, PAGE_HEIGHT

# Our own files alone are read here: each object stands by itself, and a page begins like this.
_PAGE = re.compile(
    rb"(?<=\n)(\d+) 0 obj\n<<\n/Contents (\d+) 0 R ((?:(?!endobj).)*?/Type /Page)\n>>\nendobj\n",
    re.DOTALL,
)
# The element that holds all others, and what stands on the first page by the number of its mark.
_DOCUMENT = re.compile(
    rb"(?<=\n)(\d+) 0 obj\n<<\n/K \[ ((?:(?!endobj).)*?\] /P \d+ 0 R /S /Document "
    rb"/Type /StructElem\n>>)\nendobj\n",
    re.DOTALL,
)
_MARKED = re.compile(
    rb"(?<=\n)(\d+) 0 obj\n<<\n/Nums \[\s+0 \[([\d R\s]*)(\](?:(?!endobj).)*)\nendobj\n", re.DOTALL
)
_FIRST_PAGE = b"/StructParents 0 "
_COUNT = re.compile(rb"\n/Count (\d+)\s+/Kids ")
_END = re.compile(
    rb"trailer\n<<\n/ID \[<([0-9a-f]{32})><[0-9a-f]{32}>\]\n(/Info \d+ 0 R\n/Root \d+ 0 R)\n"
    rb"/Size (\d+)\n(/Prev \d+\n)?>>\nstartxref\n(\d+)\n%%EOF\n\Z"
)
# The letters of "Kopi" as strokes, in thousandths of the size; no typeface in the file need hold
# them. What bends is a circle: across, up, radius.
_STROKES = (
    ((60, 0), (60, 714)),
    ((440, 714), (60, 290)),
    ((190, 440), (470, 0)),
    ((1310, -220), (1310, 540)),
    ((2010, 0), (2010, 540)),
    ((2010, 730), (2010, 731)),
)
_CIRCLES = ((855, 270, 245), (1555, 270, 245))
_WORD = b"<FEFF004B006F00700069>"
_ADVANCE = 2070
_WEIGHT = 105
_SIZE = 12.0
_BASELINE = PAGE_HEIGHT - 11.5 * mm
_BEND = 0.5523  # of the radius: how far a curve's handles reach for a quarter of a circle


@dataclass(frozen=True, slots=True)
class _Read:
    """What of a letter's file a mark has to be put into; `size` is the number of its objects."""

    pages: tuple[re.Match[bytes], ...]
    document: re.Match[bytes]
    marked: re.Match[bytes]
    size: int


def copy_of(pdf: bytes) -> bytes:
    """Return *pdf*, a letter of ours, with *Kopi* above the text of every page.

    The copy begins with every byte of the letter itself. A copy of a copy is that copy. Raises
    NotOurPaperError for a file that this program has not drawn.
    """
    end = _END.search(pdf)
    if end and end[4]:
        return pdf
    count, document, marked = (found.search(pdf) for found in (_COUNT, _DOCUMENT, _MARKED))
    pages = tuple(_PAGE.finditer(pdf))
    if not (end and count and document and marked) or len(pages) != int(count[1]):
        raise NotOurPaperError
    return _appended(pdf, _marking(_Read(pages, document, marked, int(end[3]))), end)


def _marking(read: _Read) -> dict[int, bytes]:
    told, mark, element = read.size, read.size + 1, read.size + 2
    number = read.marked[2].count(b"R")
    objects = {
        told: _drawn(b"/P <</MCID %d>> BDC /Span <</ActualText %s>> BDC" % (number, _WORD), 2),
        mark: _drawn(b"/Artifact <</Type /Pagination /Subtype /Header>> BDC", 1),
        int(read.document[1]): b"<<\n/K [ %d 0 R %s" % (element, read.document[2]),
        int(read.marked[1]): b"<<\n/Nums [ 0 [%s %d 0 R %s"
        % (read.marked[2].rstrip(), element, read.marked[3]),
    }
    for page in read.pages:
        is_first = _FIRST_PAGE in page[3]
        contents = b"[ %d 0 R %s 0 R ]" % (told if is_first else mark, page[2])
        objects[int(page[1])] = b"<<\n/Contents %s %s\n>>" % (contents, page[3])
        if is_first:
            place = b"<< /MCID %d /Pg %s 0 R /Type /MCR >>" % (number, page[1])
            objects[element] = b"<<\n/K [ %s ] /P %s 0 R /S /P /Type /StructElem\n>>" % (
                place,
                read.document[1],
            )
    return objects


def _appended(pdf: bytes, objects: dict[int, bytes], end: re.Match[bytes]) -> bytes:
    parts, places, length = [pdf], [], len(pdf)
    for number, content in sorted(objects.items()):
        written = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places.append(b"%d 1\n%010d 00000 n \n" % (number, length))
        parts.append(written)
        length += len(written)
    identifier = md5(pdf, usedforsecurity=False).hexdigest().encode()
    parts += [b"xref\n", *places]
    parts.append(
        b"trailer\n<<\n/ID [<%s><%s>]\n%s\n/Size %d\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
        % (end[1], identifier, end[2], max(objects) + 1, end[5], length)
    )
    return b"".join(parts)


def _drawn(begins: bytes, levels: int) -> bytes:
    scale = _SIZE / 1000
    left = COLUMN_RIGHT - _ADVANCE * scale
    strokes = "\n".join((*map(_stroke, _STROKES), *(_circle(*circle) for circle in _CIRCLES)))
    placed = f"{scale:.4f} 0 0 {scale:.4f} {left:.3f} {_BASELINE:.3f} cm {_WEIGHT} w 1 J 1 j"
    drawn = f"\n0 0 0 RG {placed}\n{strokes}\n{'EMC ' * levels}Q".encode("ascii")
    content = b"q %s%s" % (begins, drawn)
    return b"<<\n/Length %d\n>>\nstream\n%s\nendstream" % (len(content), content)


def _stroke(points: Sequence[tuple[int, int]]) -> str:
    (x, y), (to_x, to_y) = points
    return f"{x} {y} m {to_x} {to_y} l S"


def _circle(x: int, y: int, radius: int) -> str:
    handle = radius * _BEND
    quarters = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    curves = [f"{x + radius} {y} m"]
    for (across, up), (to_across, to_up) in pairwise(quarters):
        bends = (
            (x + across * radius + to_across * handle, y + up * radius + to_up * handle),
            (x + to_across * radius + across * handle, y + to_up * radius + up * handle),
            (x + to_across * radius, y + to_up * radius),
        )
        curves.append(" ".join(f"{one:.1f} {other:.1f}" for one, other in bends) + " c")
    return " ".join((*curves, "S"))

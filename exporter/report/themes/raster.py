"""An SVG as a picture of dots, drawn once when a theme is read, in a process of its own.

Excel and programs for mail know no SVG. The dots travel in the manifest with the SVG, so that no
set hangs on what draws them.
"""

from base64 import b64encode
from collections.abc import Iterator

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, TooSlowError, stream_from_worker
from exporter.errors import WrongValueError
from exporter.limits import READING
from exporter.report.themes.logo_png import rgba_png

_HEIGHT = 160  # dots: twice what a line of a screen or of paper needs
_SECONDS = 30
_RIGHT = "save a simpler SVG, or a PNG"


def draw_svg(content: bytes, ratio: float) -> bytes:
    """A PNG of an SVG, on no ground.

    Args:
        content: As `plain_svg` writes it.
        ratio: How many times as wide as high it is.

    Raises:
        WrongValueError: It cannot be drawn, or not in time.
    """
    confinement = Confinement(READING.memory_bytes, _SECONDS, spill_bytes=1 << 20)
    try:
        with stream_from_worker(
            drawn_in_worker, content, ratio, confinement=confinement, seconds=_SECONDS
        ) as drawn:
            return next(drawn)  # type: ignore[no-any-return]
    except (WorkerEndedError, TooSlowError, MemoryError) as error:
        raise WrongValueError("takes too long to draw", _RIGHT) from error


def drawn_in_worker(content: bytes, ratio: float) -> Iterator[bytes]:
    """The same, in the worker process."""
    import pypdfium2
    import weasyprint

    width = round(_HEIGHT * ratio, 3)
    source = "data:image/svg+xml;base64," + b64encode(content).decode()
    style = f"@page {{ size: {width}px {_HEIGHT}px; margin: 0 }} img {{ display: block }}"
    html = f'<style>{style}</style><img src="{source}" width="{width}" height="{_HEIGHT}">'
    pdf = weasyprint.HTML(string=html).write_pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    scale = 96 / 72  # a pixel of the page is a dot
    bitmap = page.render(scale=scale, fill_color=(0, 0, 0, 0), rev_byteorder=True)
    dots = bitmap.to_numpy()
    yield rgba_png([row.tobytes() for row in dots])

"""Pages as Chromium shows them: pictures whose pixels can be counted, and the document as it came to be."""
import pathlib
import struct
import subprocess
import zlib
from collections import Counter


class Picture:
    """A PNG of 8-bit RGB or RGBA without interlacing, which is what Chromium writes (W3C PNG, sections 7, 9 and 11)."""

    def __init__(self, data):
        assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
        at, packed = 8, b""
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            content = data[at + 8:at + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", content)
                assert depth == 8 and colour in (2, 6) and interlace == 0, "a kind of PNG that Chromium does not write"
                self.step = 3 if colour == 2 else 4
            elif kind == b"IDAT":
                packed += content
            at += length + 12
        self.rows = list(self._rows(zlib.decompress(packed)))

    def _rows(self, raw):
        step, size = self.step, self.width * self.step
        before = bytearray(size)
        for y in range(self.height):
            start = y * (size + 1)
            kind, row = raw[start], bytearray(raw[start + 1:start + 1 + size])
            if kind == 1:
                for i in range(step, size):
                    row[i] = (row[i] + row[i - step]) & 255
            elif kind == 2:
                for i in range(size):
                    row[i] = (row[i] + before[i]) & 255
            elif kind == 3:
                for i in range(size):
                    left = row[i - step] if i >= step else 0
                    row[i] = (row[i] + (left + before[i]) // 2) & 255
            elif kind == 4:
                for i in range(size):
                    left = row[i - step] if i >= step else 0
                    corner = before[i - step] if i >= step else 0
                    up = before[i]
                    guess = left + up - corner
                    a, b, c = abs(guess - left), abs(guess - up), abs(guess - corner)
                    row[i] = (row[i] + (left if a <= b and a <= c else up if b <= c else corner)) & 255
            before = row
            yield bytes(row)

    def _counted(self):
        if not hasattr(self, "_counter"):
            self._counter = Counter()
            for row in self.rows:
                pixels = zip(*(row[i::self.step] for i in range(3)))
                self._counter.update(pixels)
        return self._counter

    def colours(self):
        return len(self._counted())

    def count(self, colour):
        return self._counted()[colour]

    def background(self):
        """The colour of the lowest left corner."""
        return tuple(self.rows[-1][:3])


class Browser:
    FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-quic", "--hide-scrollbars", "--disable-dev-shm-usage",
             "--host-resolver-rules=MAP * ~NOTFOUND"]

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.runs = 0

    def _run(self, text, *flags):
        self.runs += 1
        page = self.folder / f"page{self.runs}.html"
        page.write_text(text, encoding="utf-8")
        profile = self.folder / f"profile{self.runs}"
        command = ["chromium", *self.FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
        run = subprocess.run(command, capture_output=True, timeout=120)
        assert run.returncode == 0, run.stderr.decode(errors="replace")
        return run.stdout

    def picture(self, text, *flags, size=(1000, 1200)):
        target = self.folder / "picture.png"
        target.unlink(missing_ok=True)
        self._run(text, f"--window-size={size[0]},{size[1]}", f"--screenshot={target}", *flags)
        return Picture(target.read_bytes())

    def dom(self, text):
        return self._run(text, "--dump-dom").decode("utf-8")

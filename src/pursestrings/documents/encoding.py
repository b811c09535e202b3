"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import re
from typing import Final

from pursestrings import errors
from pursestrings.errors import PursestringsError, Where

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codecs of text; Python also calls zip and rot13 codecs.
_TEXT_CODEC: Final = re.compile(
    r"cp125\d|windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)|macintosh"
)
_SAMPLE: Final = 65_536
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\b"))
_MOST_CONTROLS: Final = 0.02
_MOST_FOREIGN: Final = 0.3


def decode(data: bytes, where: Where) -> tuple[str, str]:
    """The characters of a text file, byte-order mark kept, and the name of its encoding.

    Raise FILE_BINARY where the bytes are no text, FILE_ENCODING where they are in a code we cannot tell.
    """
    wide = next((codec for mark, codec in _MARKS if data.startswith(mark)), None) or _unmarked_utf16(data)
    if wide:
        text, name = _lenient(data, wide)
        if "\0" in text:
            raise PursestringsError(errors.FILE_BINARY, where=where)
        return text, name
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(sample):
        raise PursestringsError(errors.FILE_BINARY, where=where)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _damaged_utf8(data, error):
            return _lenient(data, "utf-8")
    return _western(data, where), "cp1252"


def decode_declared(data: bytes, declared: str | None, where: Where) -> tuple[str, str]:
    """The same for a file that names its own encoding, which counts unless the bytes are UTF-8 after all."""
    name = (declared or "").lower()
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    if _TEXT_CODEC.fullmatch(name) and b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, where)


def _lenient(data: bytes, codec: str) -> tuple[str, str]:
    """Decode bytes whose code is known; what is damaged becomes U+FFFD and the name says so."""
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError:
        return data.decode(codec, errors="replace"), f"{codec} (damaged)"


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte of Western text."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = 0.7 * len(sample) / 2, 0.05 * len(sample) / 2
    if odd > most and even <= least:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd <= least else None


def _damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes are UTF-8 with some lost, rather than another code altogether."""
    cut_off = error.end == len(data) and error.end - error.start > 1
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good > bad or (cut_off and bad == 1)


def _western(data: bytes, where: Where) -> str:
    """Windows-1252, provided that it makes sense: its accented letters stand among plain ones.

    Its subset Latin-1 needs no case of its own: what differs are control characters, which no text holds.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise PursestringsError(errors.FILE_ENCODING, where=where) from None
    letters = sum(map(str.isalpha, text))
    foreign = sum(character > "\x7f" and character.isalpha() for character in text)
    if foreign > _MOST_FOREIGN * letters:
        raise PursestringsError(errors.FILE_ENCODING, where=where)
    return text

"""An ordinance as a Word document by hand: the few parts that Word needs, stored and not packed.

python-docx starts from a template of 36 kB whose bytes change with its version, and packing changes with zlib.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from examples_marks import Mark, Paragraph

MADE = "2017-08-01T00:00:00Z"
STAMP = (2017, 8, 1, 0, 0, 0)
TITLE = "Model ordinance on civil immigration enforcement"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org"
WORD = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {Mark.TITLE: "Title", Mark.HEADING: "Heading1"}


def write_docx(paragraphs: Sequence[Paragraph]) -> bytes:
    """The document's bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/officeDocument/2006/relationships/officeDocument", "word/document.xml"),
            (
                f"{OFFICE}/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _properties(),
        "word/document.xml": _document(paragraphs),
        "word/_rels/document.xml.rels": _relationships(
            (f"{OFFICE}/officeDocument/2006/relationships/styles", "styles.xml")
        ),
        "word/styles.xml": _styles(),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 0  # else the system that builds it
            archive.writestr(info, HEAD + content)
    return file.getvalue()


def _document(paragraphs: Sequence[Paragraph]) -> str:
    body = "".join(_paragraph(mark, line) for paragraph in paragraphs for mark, line in paragraph.lines)
    page = (
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    )
    page += ' w:header="720" w:footer="720" w:gutter="0"/>'
    return f"<w:document {WORD}><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body></w:document>"


def _paragraph(mark: Mark, line: str) -> str:
    style = f'<w:pPr><w:pStyle w:val="{STYLES[mark]}"/></w:pPr>' if mark in STYLES else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    default = f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="24"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
    spacing = '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    return (
        f"<w:styles {WORD}><w:docDefaults>{default}{spacing}</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{_style('Title', 'Title', 32)}{_style('Heading1', 'heading 1', 26)}</w:styles>"
    )


def _style(key: str, name: str, size: int) -> str:
    """A bold style of `size` half-points that stays with the paragraph after it."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _properties() -> str:
    spaces = f'xmlns:cp="{OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spaces += (
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{MADE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"<cp:coreProperties {spaces}><dc:title>{TITLE}</dc:title>{dates}</cp:coreProperties>"


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{rows}</Relationships>'


def _content_types() -> str:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    parts = (
        ("/word/document.xml", f"{TYPE}.document.main+xml"),
        ("/word/styles.xml", f"{TYPE}.styles+xml"),
        ("/docProps/core.xml", core),
    )
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{OFFICE}/package/2006/content-types">{defaults}{rows}</Types>'

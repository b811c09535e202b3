"""HTML: what a reader would see, in order, with scripts never run and furniture marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.documents import BlockKind, Document, load

STORY = (
    "The city council voted on Thursday to keep a policy that limits how officers work with federal agents."
)
ANSWER = (
    "“We follow the law,” Mayor Dana Fox said, “and we will go on doing so, whatever comes from Washington.”"
)
PAGE = f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8">
<title>Council keeps jail policy | The Riverton Ledger</title>
<meta property="og:site_name" content="The Riverton Ledger">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Council keeps jail policy",
 "author": [{{"name": "Ann Lee"}}, {{"name": "Bo Cruz"}}], "datePublished": "2017-08-03T21:00:00-04:00"}}]}}</script>
<style>p {{color: red}}</style></head><body class="has-sidebar">
<a class="skip-link" href="#m">Skip to main content</a>
<header><h1 class="logo">The Riverton Ledger</h1><nav><a href="/n">News</a><a href="/s">Sports</a></nav></header>
<article><header><h1>Council keeps jail policy</h1>
 <div><span class="byline">By Ann Lee and Bo Cruz</span> <time datetime="2017-08-03">Aug. 3, 2017</time></div></header>
 <figure><img src="x.jpg"><figcaption>Mayor Dana Fox speaks on Tuesday.
  <span class="credit">Jo Hill/The Riverton Ledger</span></figcaption></figure>
 <script>document.write("<p>EVIL</p>")</script><noscript>Enable JavaScript</noscript>
 <p>RIVERTON (AP) &mdash; {STORY}</p><!-- a remark -->
 <p>{ANSWER}<br><br>She left&nbsp;soon <b>af</b>ter <a href="/x">that</a>.</p>
 <p style="display: none">Nobody sees this.</p><p hidden>Nor this.</p>
 <div class="related-stories"><p>A dog show took place in the park on Sunday, to the joy of many.</p></div>
 <table><tr><th>Grant</th><th>Amount</th></tr><tr><td>Byrne JAG</td><td>$250,000</td></tr></table>
</article><footer>&copy; 2024 The Riverton Ledger</footer></body></html>"""


def read(folder: Path, page: str | bytes, name: str = "page.html") -> Document:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return load(path)


def kinds(document: Document) -> dict[str, BlockKind]:
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


def test_the_page_gives_its_words_in_order_and_the_kinds_of_its_parts(tmp_path: Path) -> None:
    assert list(kinds(read(tmp_path, PAGE)).items()) == [
        ("Skip to main content", BlockKind.BOILERPLATE),
        ("The Riverton Ledger", BlockKind.BOILERPLATE),
        ("NewsSports", BlockKind.BOILERPLATE),
        ("Council keeps jail policy", BlockKind.HEADLINE),
        ("By Ann Lee and Bo Cruz", BlockKind.BYLINE),
        ("Aug. 3, 2017", BlockKind.DATELINE),
        ("Mayor Dana Fox speaks on Tuesday.", BlockKind.CAPTION),
        ("Jo Hill/The Riverton Ledger", BlockKind.CREDIT),
        ("RIVERTON (AP) —", BlockKind.DATELINE),
        (STORY, BlockKind.BODY),
        (ANSWER, BlockKind.BODY),
        ("She left\xa0soon after that.", BlockKind.BODY),
        ("A dog show took place in the park on Sunday, to the joy of many.", BlockKind.BOILERPLATE),
        ("Grant\tAmount", BlockKind.BODY),
        ("Byrne JAG\t$250,000", BlockKind.BODY),
        ("© 2024 The Riverton Ledger", BlockKind.BOILERPLATE),
    ]


@pytest.mark.parametrize(
    "unseen", ["EVIL", "Enable JavaScript", "color", "remark", "Nobody sees", "Nor this", "ld+json"]
)
def test_scripts_styles_comments_and_hidden_parts_are_dropped(tmp_path: Path, unseen: str) -> None:
    assert unseen not in read(tmp_path, PAGE).text


def test_the_page_says_who_published_it_and_when(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert document.title == "Council keeps jail policy"
    assert document.byline == "Ann Lee and Bo Cruz"
    assert document.publisher == "Riverton Ledger"
    assert document.origin == "AP"
    assert (str(document.published), document.published_basis) == ("2017-08-03", "meta")
    assert document.language == "en"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2017-08-03T10:00:00Z">',
        '<meta name="DC.date.issued" content="August 3, 2017">',
        '<meta itemprop="datePublished" content="20170803">',
        '<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2017-08-03"}]</script>',
    ],
)
def test_the_day_of_publication_is_found_in_every_usual_tag(tmp_path: Path, head: str) -> None:
    page = f"<html><head>{head}</head><body><p>{STORY}</p></body></html>"
    document = read(tmp_path, page)
    assert (str(document.published), document.published_basis) == ("2017-08-03", "meta")


@pytest.mark.parametrize(
    "data", ['{"@type": ', "[" * 20_000, '{"@type":"Article","author":{"name":["x"]}}', "null", '"x"']
)
def test_broken_linked_data_says_nothing_and_breaks_nothing(tmp_path: Path, data: str) -> None:
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>{STORY}</p></body></html>'
    assert read(tmp_path, page).published is None


def test_a_page_that_marks_no_main_part_is_parted_by_guess(tmp_path: Path) -> None:
    page = f"""<html><head><title>City sues over grants - WXYZ News</title></head><body>
    <div><a href="1">Home</a> <a href="2">Local</a> <a href="3">Weather</a></div>
    <div><h2>City sues over grants</h2><div>Posted: August 7, 2017 5:12 PM</div>
    <div>{STORY}<br><br>{ANSWER}<br><br>{STORY.replace("Thursday", "Friday")}</div></div>
    <div><a href="4">Contact</a> <a href="5">Jobs</a> Copyright 2017 WXYZ-TV. All rights reserved.</div></body></html>"""
    document = read(tmp_path, page)
    assert [block.kind for block in document.blocks] == [
        BlockKind.BOILERPLATE,
        BlockKind.HEADLINE,
        BlockKind.DATELINE,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.BOILERPLATE,
    ]
    assert document.publisher == "WXYZ News"
    assert (str(document.published), document.published_basis) == ("2017-08-07", "text")


def test_a_plain_page_without_links_has_no_furniture(tmp_path: Path) -> None:
    page = """<html><body><h1>Summary of the order</h1><h2>County of Alder v. Doe</h2><p>Filed: April 25, 2017</p>
    <p>The court granted the motion.</p><ul><li>It bars section 9(a).</li><li>It runs nationwide.</li></ul>
    <p>Judge R. Roe</p></body></html>"""
    document = read(tmp_path, page)
    assert BlockKind.BOILERPLATE not in {block.kind for block in document.blocks}
    assert document.title == "Summary of the order"
    assert (str(document.published), document.published_basis) == ("2017-04-25", "text")


@pytest.mark.parametrize(
    ("codec", "declared", "encoding"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("cp1252", "iso-8859-1", "cp1252"),
        ("cp1252", "nonsense", "cp1252"),
        ("cp1252", "zip", "cp1252"),
        ("koi8-r", "koi8-r", "koi8-r"),
    ],
)
def test_the_declared_encoding_counts_unless_the_bytes_say_otherwise(
    tmp_path: Path, codec: str, declared: str, encoding: str
) -> None:
    words = (
        "Мэр сказал, что город подаст в суд"
        if codec == "koi8-r"
        else "The café’s owner said that he would go to court."
    )
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    document = read(tmp_path, page.encode(codec))
    assert document.text == words
    assert document.encoding == encoding


def test_lines_of_preformatted_text_stay_and_blank_lines_part_them(tmp_path: Path) -> None:
    document = read(
        tmp_path, "<html><body><pre>IT IS  ORDERED\nthat it stops.\n\nSO ORDERED.</pre></body></html>"
    )
    assert document.text == "IT IS  ORDERED\nthat it stops.\n\nSO ORDERED."
    assert len(document.blocks) == 2


def test_html_is_told_by_its_content_whatever_the_file_is_called(tmp_path: Path) -> None:
    document = read(tmp_path, f"<!-- saved --><html><body><p>{STORY}</p></body></html>", "page.txt")
    assert document.text == STORY
    assert read(tmp_path, "1 < 2 and <b> is a tag, the paper said.", "a.txt").text.startswith("1 < 2 and <b>")


def test_of_two_pages_in_one_file_both_are_read(tmp_path: Path) -> None:
    path = tmp_path / "two.html"
    path.write_text(
        "<html><body><p>The council met on Tuesday.</p></body></html>\n"
        "<!DOCTYPE html><html><body><article><p>"
        + "The mayor kept the rule. " * 20
        + "</p></article></body></html>",
        encoding="utf-8",
    )
    text = load(path).text
    assert "The council met on Tuesday." in text
    assert "The mayor kept the rule." in text


def test_half_a_character_in_the_linked_data_is_marked(tmp_path: Path) -> None:
    data = '{"@type": "NewsArticle", "headline": "Jail \\ud83d rules", "publisher": {"name": "Bay \\ude00 News"}}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    document = read(tmp_path, f"<html>{head}<body><p>{STORY}</p></body></html>")
    assert (document.title, document.publisher) == ("Jail \ufffd rules", "Bay \ufffd News")

"""Copies of one story are told from stories of one event, and the original from its copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pursestrings.dates import PartialDate
from pursestrings.documents import CopyIndex, CopyKind, Signed, choose_original, load
from pursestrings.documents.kept_signatures import KeptSignatures
from pursestrings.documents.signature import read_signature
from pursestrings.errors import DISK_FULL, PursestringsError

STORY = """Millbrook sues over conditions on police grants

MILLBROOK — The city of Millbrook sued the Justice Department on Monday over new conditions on its police grants, the first city of the valley to do so.

The suit, filed in the federal court in Riverton, says that only Congress may attach such conditions to the Byrne grants, of which Millbrook received $104,000 in 2016.

“These grants pay for radios and for vests that keep our officers alive, and nobody in Washington should play games with them,” said Mayor Pat Example, who took office in 2014.

Three conditions were announced on July 25. One would give agents of the government access to the Harlow County jail, where 312 people were held on Friday; another would have the jail tell them 48 hours before it lets someone go.

“We do not run that jail and we have never run that jail, so we could not promise what the letter asks even if we wanted to,” Police Chief Robin Placeholder told the Riverton council on Tuesday evening.

Harlow County has not said whether it will sue as well. Its commissioner, Jordan Sample, said the board would meet on August 14 and hear from its own lawyers first.
"""
OTHER = """Harlow County weighs suit on grant conditions

RIVERTON — Commissioners of Harlow County will decide next week whether they follow Millbrook to court, their chairman said on Wednesday after a meeting behind closed doors.

The county runs the only jail of the valley. It has let agents of the government into the building for years, and tells them of releases when it can, according to a memo that the sheriff sent to the board.

“I see no reason to fight over something that we have always done,” Commissioner Jordan Sample said before the meeting, adding that he would listen to those who see one.

Millbrook sued on Monday. Its mayor, Pat Example, did not return a call on Wednesday. The county received $98,000 under the Byrne program in 2016.
"""
SPUN = (
    STORY.replace("sued", "took to court").replace("the first city", "the earliest town").replace("filed in", "lodged at")
    .replace("attach such conditions", "tie such terms").replace("pay for radios and for vests", "fund radios and vests")
    .replace("keep our officers alive", "hold our officers living").replace("play games with them", "toy with those")
    .replace("who took office", "who entered office").replace("were announced", "were unveiled").replace("would give", "would grant")
    .replace("lets someone go", "frees a person").replace("run that jail", "operate that prison").replace("promise what", "pledge whatever")
    .replace("even if we wanted to", "although we wished to").replace("has not said whether", "did not say if").replace("would meet", "will gather")
)  # fmt: skip


def sign(
    folder: Path,
    text: str,
    publisher: str | None = None,
    origin: str | None = None,
    published: str | None = None,
) -> Signed:
    path = folder / "story.txt"
    path.write_text(text, encoding="utf-8")
    signed = Signed.of(load(path))
    date = PartialDate.parse(published) if published else None
    return Signed(signed.id, signed.signature, publisher, origin, date)


def cut(text: str) -> str:
    """The story as another paper runs it: retitled, and without its last half."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(["City goes to court", *paragraphs[1:4]]) + "\n\nCopyright 2017 Valley Record\n"


def test_a_story_that_was_only_set_anew_is_an_exact_copy(tmp_path: Path) -> None:
    first = sign(tmp_path, STORY)
    again = sign(
        tmp_path, STORY.replace("\n\n", "\r\n \r\n").replace("“", '"').replace("”", '"') + "\nMost Popular\n"
    )
    (copy,) = CopyIndex([first]).copies(again)
    assert (copy.id, copy.of, copy.kind, copy.similarity) == (again.id, first.id, CopyKind.EXACT, 1.0)


def test_a_reprint_that_was_cut_and_retitled_is_a_near_copy(tmp_path: Path) -> None:
    first, reprint = sign(tmp_path, STORY), sign(tmp_path, cut(STORY))
    (copy,) = CopyIndex([first]).copies(reprint)
    assert (copy.id, copy.of, copy.kind) == (reprint.id, first.id, CopyKind.NEAR)
    assert copy.similarity > 0.9


def test_another_story_of_the_same_event_is_no_copy(tmp_path: Path) -> None:
    assert CopyIndex([sign(tmp_path, STORY)]).copies(sign(tmp_path, OTHER)) == []


def test_a_story_with_its_quotations_reworded_is_a_rewritten_copy(tmp_path: Path) -> None:
    first, spun = sign(tmp_path, STORY), sign(tmp_path, SPUN)
    (copy,) = CopyIndex([first]).copies(spun)
    assert (copy.id, copy.of, copy.kind) == (spun.id, first.id, CopyKind.REWRITTEN)


def test_a_copy_with_a_third_of_its_quotations_reworded_is_rewritten(tmp_path: Path) -> None:
    more = [
        f"“We asked the county {number} times and nobody told us a thing,” he said."
        for number in (3, 5, 8, 13)
    ]
    story = "\n\n".join([STORY.strip(), *more])
    spun = story.replace(
        "and nobody in Washington should play games with them", "and no one there may toy with them now"
    )
    spun = spun.replace("promise what the letter asks", "pledge what that paper demands")
    (copy,) = CopyIndex([sign(tmp_path, story)]).copies(sign(tmp_path, spun))
    assert copy.kind is CopyKind.REWRITTEN
    (copy,) = CopyIndex([sign(tmp_path, story)]).copies(
        sign(tmp_path, story.replace("keep our officers", "hold our officers"))
    )
    assert copy.kind is CopyKind.NEAR


def test_a_reprint_of_a_rewritten_copy_is_rewritten_too(tmp_path: Path) -> None:
    index = CopyIndex()
    first = sign(tmp_path, STORY, published="2017-08-07")
    spun = sign(tmp_path, SPUN, published="2017-08-08")
    again = sign(tmp_path, cut(SPUN), published="2017-08-09")
    found = [index.take(one) for one in (first, spun, again)]
    assert [(copy.id, copy.of, copy.kind) for copy in found[2]] == [(again.id, first.id, CopyKind.REWRITTEN)]


def test_a_quotation_that_was_only_shortened_is_not_reworded(tmp_path: Path) -> None:
    shorter = STORY.replace(", and nobody in Washington should play games with them", "")
    (copy,) = CopyIndex([sign(tmp_path, STORY)]).copies(sign(tmp_path, shorter))
    assert copy.kind is CopyKind.NEAR


def test_a_document_is_no_copy_of_itself_and_short_notes_are_copies_of_nothing(tmp_path: Path) -> None:
    story = sign(tmp_path, STORY)
    assert CopyIndex([story]).copies(story) == []
    notes = [sign(tmp_path, f"The mayor said no on {day}.") for day in ("Monday", "Tuesday")]
    assert CopyIndex(notes[:1]).copies(notes[1]) == []


def test_a_reprint_that_came_first_is_found_to_be_a_copy_when_its_original_comes(tmp_path: Path) -> None:
    reprint = sign(
        tmp_path, cut(STORY), publisher="Valley Record", origin="Evening Example", published="2017-08-08"
    )
    original = sign(
        tmp_path, STORY, publisher="The Evening Example".removeprefix("The "), published="2017-08-07"
    )
    (copy,) = CopyIndex([reprint]).copies(original)
    assert (copy.id, copy.of) == (reprint.id, original.id)


def test_a_copy_of_a_copy_is_a_copy_of_the_original(tmp_path: Path) -> None:
    paragraphs = STORY.strip().split("\n\n")
    original = sign(tmp_path, "\n\n".join(paragraphs[:4]))
    middle = sign(tmp_path, "\n\n".join(paragraphs))
    middle = Signed(middle.id, middle.signature, copy_of=original.id)
    last = sign(tmp_path, "\n\n".join([paragraphs[0], *paragraphs[4:]]))
    (copy,) = CopyIndex([original, middle]).copies(last)
    assert (copy.id, copy.of) == (last.id, original.id)


def test_an_index_remembers_what_it_took_in(tmp_path: Path) -> None:
    paragraphs = STORY.strip().split("\n\n")
    reprint = sign(tmp_path, cut(STORY), "Valley Record", "Evening Example")
    shorter = sign(tmp_path, "\n\n".join(paragraphs[:3]), "Blip US", "Evening Example")
    original = sign(tmp_path, "\n\n".join(paragraphs), "Evening Example")
    index = CopyIndex()
    assert index.take(reprint) == []
    assert [(copy.id, copy.of) for copy in index.take(shorter)] == [(shorter.id, reprint.id)]
    assert {(copy.id, copy.of) for copy in index.take(original)} == {
        (reprint.id, original.id),
        (shorter.id, original.id),
    }
    late = sign(tmp_path, "\n\n".join(paragraphs[1:5]))
    assert [(copy.id, copy.of) for copy in index.take(late)] == [(late.id, original.id)]


def test_files_with_a_headline_alone_are_copies_only_if_it_is_the_same(tmp_path: Path) -> None:
    first, second = (sign(tmp_path, f"Skip to main content\n\n{title}\n") for title in ("Menu", "Search"))
    assert CopyIndex([first]).copies(second) == []


@pytest.mark.parametrize(
    ("family", "original"),
    [
        ([("a", "X", "Y", None), ("b", "Y", None, None)], "b"),
        ([("a", None, "AP", "2017-08-01"), ("b", None, None, "2017-08-02")], "b"),
        ([("a", None, None, "2017-08-02"), ("b", None, None, "2017-08-01")], "b"),
        ([("a", None, None, "2017"), ("b", None, None, "2017-08-01")], "b"),
        ([("a", None, None, None), ("b", None, None, "2017-08-01")], "b"),
        ([("a", None, None, None), ("b", None, None, None)], "a"),
    ],
)
def test_the_original_is_what_the_others_name_then_what_names_none_then_the_earliest(
    family: list[tuple[str, str | None, str | None, str | None]], original: str
) -> None:
    members = [
        Signed(id_, b"", publisher, origin, PartialDate.parse(published) if published else None)
        for id_, publisher, origin, published in family
    ]
    assert choose_original(members).id == original


def test_a_signature_is_small_and_says_the_same_on_every_run(tmp_path: Path) -> None:
    story = sign(tmp_path, STORY)
    assert len(story.signature) < 5000
    assert read_signature(story.signature).text.hex() == "e74e243c86d881b3c77c702b5f17cd94"
    assert sign(tmp_path, STORY).signature == story.signature


def test_a_long_document_keeps_a_sample_and_is_still_found(tmp_path: Path) -> None:
    sentences = [
        f"Line {number} of the order speaks of case {number * 7919} and of duty {number * 104729}."
        for number in range(3000)
    ]
    long = sign(tmp_path, "\n\n".join(sentences))
    half = sign(tmp_path, "\n\n".join(sentences[:1500]))
    assert len(long.signature) < 10_000
    (copy,) = CopyIndex([long]).copies(half)
    assert copy.kind is CopyKind.NEAR


@given(st.binary(max_size=200))
def test_other_bytes_are_no_signature(data: bytes) -> None:
    with pytest.raises(ValueError, match="signature"):
        read_signature(b"\0" + data)


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    kept = KeptSignatures()
    kept._database.execute("PRAGMA max_page_count = 1")
    with pytest.raises(PursestringsError) as caught:
        kept.add(0, b"x" * 100_000, b"text", range(1000))
    assert caught.value.kind is DISK_FULL

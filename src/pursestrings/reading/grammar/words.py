"""The closed classes of English words that the reader's grammar rests on, all in lower case."""

from __future__ import annotations

from typing import Final

from pursestrings.documents.wordlist import words as _words

PRONOUNS: Final = _words(
    "he she they it we i you who this that these those everyone everybody nobody someone"
)
SUBJECT_PRONOUNS: Final = _words("he she they it we i you")
CONTRACTED: Final = frozenset(
    pronoun + mark + ending
    for pronoun in SUBJECT_PRONOUNS | {"that", "there", "who", "what"}
    for mark in "'’"
    for ending in ("s", "re", "ve", "ll", "d", "m")
)
OBJECT_PRONOUNS: Final = _words("him her them it us me you himself herself themselves")
RELATIVES: Final = _words("who which that whose whom where")
POSSESSIVES: Final = _words("his her its their our my your whose")
DETERMINERS: Final = POSSESSIVES | _words(
    "the a an this that these those some any no each every another both either neither all many most several "
    "few more such other one two three four five six seven eight nine ten dozens hundreds thousands"
)
PREPOSITIONS: Final = _words(
    "of in for at from with on to by against about around across near between among under over during through "
    "into after before since until within without behind beyond inside outside amid despite per along like "
    "regarding concerning following including toward towards upon via including throughout besides alongside"
)
# What a noun phrase may hang its tail on: "leaders in those towns", "the Legal Fund of Ohio".
LINKS: Final = _words(
    "of in for at from with on to by against across near between among around outside behind within inside under like along throughout beyond"
)
SUBORDINATORS: Final = _words(
    "as because when while if after before since though although where whether unless until once that than what "
    "how why whereas even"
)
COORDINATORS: Final = _words("and or but nor yet so plus")
OPENERS: Final = COORDINATORS | _words(
    "still then also meanwhile however instead therefore thus indeed later earlier now today yesterday and "
    "moreover furthermore additionally similarly separately afterward afterwards nevertheless nonetheless rather "
    "again recently finally eventually initially first second third last next otherwise perhaps only even just "
    "tonight not tomorrow sometimes often once elsewhere clearly lastly here there"
)
BE: Final = _words("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t")
HAVE: Final = _words("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t")
DO: Final = _words("do does did don't doesn't didn't don’t doesn’t didn’t")
MODALS: Final = _words(
    "will would can could may might shall should must won't wouldn't can't couldn't cannot shouldn't "
    "won’t wouldn’t can’t couldn’t shouldn’t"
)
AUXILIARIES: Final = BE | HAVE | DO | MODALS
NEGATIONS: Final = frozenset(word for word in AUXILIARIES if word.endswith(("n't", "n’t"))) | {"not", "never"}
WEEKDAYS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
MONTHS: Final = _words(
    "january february march april may june july august september october november december jan feb aug sept oct "
    "nov dec"
)
TIMES: Final = WEEKDAYS | _words(
    "today yesterday tomorrow tonight morning afternoon evening night week month year weekend noon midday day "
    "hours earlier later ago recently"
)
ADVERBS: Final = _words(
    "also then later never always often just even still again now repeatedly previously already further both all "
    "ever only once first soon long well instead too simply today yesterday tonight earlier recently there here "
    "together thus therefore far quite rather twice almost nearly since not himself herself themselves itself"
)
# Words that end like an adverb and are none.
_NOT_ADVERBS: Final = _words(
    "family assembly early daily weekly monthly july italy rally ally reply supply likely friendly only deadly "
    "elderly homily police lovely silly ugly bully fly apply comply imply rely multiply assembly billy kelly emily "
    "sally molly kimberly beverly reilly o'reilly"
)
# Finite forms too common to leave to chance; what ends in -ed is judged by its neighbours.
FINITE: Final = AUXILIARIES | _words(
    "made makes took takes went goes came comes got gets gave gives became becomes began begins left led leads kept "
    "keeps held holds ran runs won wins lost loses saw sees knew knows found finds met meets sat stood stands fell "
    "rose put puts let set sent brought built spent paid cut hit wrote writes drew chose broke threw grew flew "
    "wore drove ate spoke speaks seems appears remains includes requires allows provides continues works lives uses "
    "needs believes wants says said told felt heard sought fought caught taught bought thought struck filed signed "
    "passed voted received faced moved asked worked tried used joined started ended happened killed arrested "
    "argues called won't refused vowed announced declined"
)
# Forms of cues that are nouns as often as verbs: "the plans", "city officials' claims".
VERBS_OR_NOUNS: Final = _words(
    "answer answers back backs blame blames call calls challenge challenges charge charges claim claims comment comments "
    "complaint concern concerns contest counter demand demands desire details doubt doubts email emails estimate "
    "estimates fault favor fear fears figure figures finding hope hopes highlights jokes joke judge judges label "
    "labels list lists mention mentions name names need needs note notes notice object objects offer offers order orders "
    "outline plan plans pledge pledges plot post posts praise press project projects promise promises protest protests "
    "put question questions quote quotes reason reasons remark remarks reply report reports request requests resolve "
    "response rule rules ruling shows sides signal signals show shot state states statement statements stress support "
    "supports suspect suspects talk talks task thought tout tweet tweets view views voice voices vow vows want wants "
    "warning welcome wish wishes wonder wonders worries attack attacks "
    "cast feeling meaning standing understanding saying regarding concerning including following direct brief "
    "favors echoes thanks credit credits brand brands reference references challenge forecast forecasts"
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb without being either."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS)

"""The words by which a single line shows that it is the web page's and not the story's.

Lists of page furniture in the languages that US news sites are published in. A line is judged alone;
where it stands among others is judged in `blocks`.
"""

from __future__ import annotations

import re
from typing import Final

from pursestrings.documents.wordlist import phrases

_LONGEST: Final = 400
_SENTENCE_END: Final = re.compile(r"[.!?…。]['\"”’»)\]]*$")

# The whole line, without marks at its ends.
_LINES: Final = phrases(
    """
    about us|accessibility|ad|add a comment|advertise|advertise with us|advertisement|advertising
    archives|available on air stations|back|back to top|breaking news|careers|close|comment|comments
    comments are closed|contact|contact us|continue reading|copy link|cookie policy|donate|donate now|e-edition
    editor's picks|editors' picks|email|e-mail|email this|facebook|featured|filed under|flipboard|follow us|gallery
    get the app|home|home page|jobs|just in|keep reading|latest|latest news|latest stories|leave a comment
    leave a reply|leave your comment|like this|link copied|linkedin|listen|listen live|live|live radio|live tv
    load more|loading|log in|log out|login|main menu|manage preferences|menu|messenger|more|more headlines
    more news|more stories|most popular|most read|most viewed|most recent|my account|navigation|newsletter
    newsletters|next|next article|next post|next story|next up|now playing|obituaries|on air|open|open menu
    our sites|our network|photos|pinterest|play|play live radio|podcasts|popular|previous|previous article
    previous post|previous story|print|print this|privacy|privacy policy|privacy statement|promoted|promoted content
    read full story|read more|read next|recent posts|recommended|recommended for you|reddit|register|related
    related articles|related content|related links|related news|related posts|related stories|related story
    related topics|related video|reply|reprints|rss|save|save article|schedule|search|section|sections|see all
    see more|share|share article|share on|share story|share this|share this article|share this post
    share this story|show more|sign in|sign out|sign up|site index|site map|sitemap|sponsored|sponsored content
    sponsored links|sponsored stories|staff|subscribe|subscribe now|subscriber services|support|support us|tags
    terms|terms of service|terms of use|text size|thank you for reading|toggle navigation|top news|top stories
    topics|trending|trending now|trending stories|try again|tweet|twitter|upcoming events|view all|view comments
    view gallery|watch|watch live|weather|whatsapp|you may also like|you might also like|your account|youtube
    agregar comentario|comentarios|comparte|compartir|compartir en|deja un comentario|destacados|etiquetas
    iniciar sesión|inicio|lea más|leer más|lo más leído|más leídas|más noticias|noticias relacionadas|publicidad
    síguenos|suscríbase|suscríbete|te puede interesar|le puede interesar|ver más|últimas noticias
    altre notizie|altri articoli|articoli correlati|articolo precedente|articolo successivo|commenta|commenti
    condividi|discuti questo articolo|lascia un commento|leggi tutto|pubblicità|ultime notizie
    assine|comentários|compartilhe|deixe um comentário|leia mais|mais lidas|notícias relacionadas|publicidade
    abonnez-vous|articles liés|commentaires|laisser un commentaire|lire la suite|partager|publicité|se connecter
    anzeige|kommentare|teilen|weiterlesen
    """
)

# How a line begins, whatever comes after.
_STARTS: Final = re.compile(
    r"""(?:
    (?:related|also|more|most\ read|read|read\ more|read\ also|also\ read|see\ also|see\ more|watch|listen|view|video|gallery
      |tags?|tagged|topics?|categor(?:y|ies)|filed\ under|share(?:\ this)?(?:\ (?:story|article|post))?|follow|print|next\ up
      |read\ next|up\ next|don['’]t\ miss|in\ case\ you\ missed\ it|trending|sponsored|keywords?|published\ in|posted\ in
      |etiquetas|lea\ también|lea\ además|leer\ también|vea\ también|lee\ también|te\ puede\ interesar
      |leggi\ anche|leia\ também|veja\ também|lire\ aussi|à\ lire\ aussi)\s*:
    |skip\ (?:to|navigation)\b
    |(?:tagged|filed|posted)\ (?:under|in|as|with)\b
    |(?:read|share)\ (?:or\ share\ )?(?:the\ full|the\ rest|more\ of\ this|this\ (?:story|article|post))\b
    |(?:story|article)\ continues\b | scroll\ (?:down\ )?to\ continue\b | continue\ reading\b
    |(?:click|tap|press)\ here\b | (?:click|tap)\ (?:to|on\ the)\b | view\ (?:all|more|comments|photos|gallery|slideshow)\b
    |sign\ up\ (?:for|to|here|now)\b | subscribe\ (?:to|now|today|for|here)\b | already\ a\ subscriber\b
    |download\ (?:the|our)\b.{0,40}\bapp\b | get\ (?:the|our)\b.{0,60}\b(?:app|newsletters?|inbox)\b
    |(?:like|follow|find|join)\ us\ (?:on|at)\b | join\ the\ (?:conversation|discussion)\b
    |(?:please\ )?(?:log|sign)\ in\ (?:to|or|with)\b | you\ must\ be\ logged\ in\b
    |leave\ a\ (?:comment|reply)\b | post\ a\ comment\b | your\ email\ address\ will\ not\b | required\ fields\b
    |(?:support|donate\ to)\ (?:our|local|independent|quality)\ (?:work|journalism|reporting|newsroom)\b
    |(?:we|this\ (?:web)?site)\ uses?\ cookies\b | by\ (?:clicking|continuing|using\ this\ site)\b
    |this\ (?:material|article|copy|content)\ (?:may|is)\ (?:not\ be\ (?:published|reproduced|redistributed|copied)
      |for\ (?:your\ )?personal)\b
    |report\ (?:a\ )?(?:typo|correction|error)\b | view\ (?:this|as\ a)\ (?:email|web\ page)\b | you\ are\ here\b
    |(?:enable|turn\ on|please\ enable)\ javascript\b | javascript\ (?:is|must)\b | your\ browser\b
    |(?:toggle|open|close)\ (?:the\ )?(?:menu|navigation|search|sidebar)\b
    |share\ (?:on|via|to)\b | print\ this\b | e-?mail\ this\b | send\ (?:us\ )?(?:a\ )?(?:news\ )?tips?\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# How a line begins that is no sentence: without a full stop these are labels, with one they may be prose.
_LABELS: Final = re.compile(
    r"""(?:
    more\ (?:from|on|about|in|stories|news|coverage)\b | most\ (?:popular|read|viewed)\b | read\ more\b | latest\ (?:from|in|on)\b
    |related\b | see\ (?:also|more)\b | also\ (?:on|in|from)\b | recommended\b | trending\b | top\ (?:stories|news)\b
    |about\ the\ (?:author|writer)\b | next\ (?:up|article|post|story)\b | previous\ (?:article|post|story)\b | view\b | watch\b
    |newsletters?\b | subscribe\b | advertisement\b | copy(?:right)?\ link\b | today['’]s\ top\b
    |más\ (?:de|sobre|en)\b | altr[ei]\ \w+\b | otras?\ noticias?\b | mais\ (?:de|sobre|em)\b | plus\ (?:de|sur)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ANYWHERE: Final = re.compile(
    r"skip to (?:main )?(?:content|navigation)|enable javascript|privacy policy.{0,40}terms|terms.{0,40}privacy policy",
    re.IGNORECASE,
)
# Counters, clocks, breadcrumbs, rows of links, addresses alone.
_SHAPES: Final = re.compile(
    r"""(?:
    [\W_]+ | \d{1,2}:\d\d(?:\s*/?\s*\d{1,2}:\d\d)*
    |\d+\s*(?:comments?|shares?|likes?|views?|replies|min(?:ute)?s?(?:\ (?:read|ago|listen))?|hours?\ ago|days?\ ago|comentarios)
    |(?:\S+\s+)?\d+[-\s]min(?:ute)?s?\ (?:read|listen)
    |(?:https?://|www\.)\S+ | @\w+ | \#\w+(?:\s+\#\w+)*
    |\w[^|»›>•·]{0,26}(?:[|»›>•·][^|»›>•·]{1,27}){2,}
    |[\w\ ]*:?\s*(?:,\s*){2,}(?:\w+\ ?){0,2}
    )""",
    re.VERBOSE,
)
COMMENTS_START: Final = re.compile(
    r"(?:\d+\s+)?(?:comments?|replies|comentarios|commenti|comentários|commentaires)(?:\s*\(\d+\))?:?"
    r"|(?:leave|post|add) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|recent comments",
    re.IGNORECASE,
)


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _SENTENCE_END.search(line[-12:]) is not None


def is_furniture(line: str) -> bool:
    """Whether this line, alone, is a menu, a label, a counter, an appeal or a notice of the site."""
    if not line or len(line) > _LONGEST:
        return False
    bare = line.strip(" \t\xa0:.…»›>|•·-–—*").casefold().replace("’", "'")
    if bare in _LINES or _STARTS.match(line) or _ANYWHERE.search(line):
        return True
    if _LABELS.match(line) and not ends_sentence(line) and len(line.split()) <= 15:
        return True
    return len(line) <= 160 and _SHAPES.fullmatch(line) is not None

"""Texts as they come off news sites, all of them invented, each with what a reader would say of its lines.

A line is written behind a letter: h headline, y byline, d dateline, o boilerplate, c caption, r credit,
b body. Lines that follow each other without a blank line stand so in the text; `-` is a blank line.
"""

from __future__ import annotations

PUBLIC_RADIO = """
r © 2023 WXMP
o Public Radio for the Valley
o Donate
o Next Up:
o 12:00 PM Midday
o 0:00 0:00
o Available On Air Stations
-
h Valley Cities Keep Their Detainer Rules Despite Warning
-
r Jordan Sample
c Mayor Pat Example speaks to residents at a forum on detainers in Millbrook in March.
-
b Mayors of several valley cities say that a warning from Washington will not change how their police treat detainers.
-
b The rules differ from city to city, but most limit what an officer may ask about immigration status.
-
b “Our officers answer to our residents,” said Pat Example, the mayor of Millbrook.
-
r Copyright 2017 WQRX-FM. To see more, visit WQRX-FM.
"""

WIRE_REPRINT = """
o Millbrook council sues over grant conditions - The Evening Example
-
h Millbrook council sues over grant conditions
-
y By JORDAN SAMPLE Associated Press
d Posted Aug 7, 2017 at 4:15 PM
d Updated Aug 8, 2017 at 9:00 AM
-
d MILLBROOK, Mass. (AP) —
b The city of Millbrook sued the Justice Department on Monday over new conditions on police grants.
-
o RELATED: What the grants pay for
-
b The suit says that only Congress may attach such conditions to the money, and asks a judge to block them.
-
o Story continues below advertisement
-
b A spokesman for the department declined to comment on the suit.
-
r Associated Press writer Robin Placeholder contributed to this report.
-
r Copyright 2017 The Associated Press. All rights reserved. This material may not be published, broadcast or redistributed.
-
o Most Popular
o Dog show draws crowd
o Rain expected on Sunday
"""

NEWSPAPER = """
o Skip to main content
-
o Subscribe | Log In | E-Edition
-
o LOCAL NEWS
-
h ‘We will not ask’: sheriff explains county’s new jail policy
-
y By Robin Placeholder
y Example Staff
d August 3, 2017
-
c The county jail in Millbrook, seen from the river. (Jordan Sample/The Evening Example)
-
b The sheriff said on Thursday that deputies would no longer ask people in the jail where they were born.
-
b The policy took effect this week. It follows a ruling of the state’s highest court on detainers, which the sheriff said left him no choice.
-
o Share this:
-
b “A detainer is a request,” he said. “A request is not a warrant.”
-
r Robin Placeholder can be reached at robin@example.com. Follow her on Twitter @placeholder.
-
o Tags: jail, sheriff, detainers
o Leave a comment
o 14 comments
"""

SPANISH = """
h La ciudad demanda al gobierno federal por las nuevas condiciones de los fondos
-
y Por María Ejemplo
d 7 de agosto de 2017
-
b La ciudad presentó el lunes una demanda contra el Departamento de Justicia por las condiciones de los fondos policiales.
-
o Lea también: Qué pagan los fondos
-
b El alcalde dijo que la policía local no hará preguntas sobre el estatus migratorio de los residentes.
-
o Compartir
o Publicidad
o Más noticias
"""

ORDER = """
b UNITED STATES DISTRICT COURT
b DISTRICT OF EXAMPLE
-
b CITY OF MILLBROOK, Plaintiff, v. DEPARTMENT OF EXAMPLES, Defendant.
-
b The court has read the motion and the papers filed in support of it, and it heard the parties on Monday.
-
b The motion is GRANTED as to the notice condition, and the defendant is enjoined from enforcing that condition.
-
b IT IS SO ORDERED.
-
d Dated: September 15, 2017
-
b R. Placeholder
b United States District Judge
"""

PRESS_RELEASE = """
b FOR IMMEDIATE RELEASE
-
d August 3, 2017
-
h City of Millbrook Answers Letter on Its Jail Practices
-
d MILLBROOK —
b The City of Millbrook today sent its answers to a letter that asked about practices at the jail.
-
b “We have nothing to hide,” Mayor Pat Example said of the letter and of the jail practices of the city.
-
b Contact: Press Office, 555-0100
"""

CLEAN = """
b Poll: most voters back the county’s rule on jails, though few of them could say what the rule demands of deputies.
-
b The survey asked 400 registered voters in the county last week, and has a margin of error of five points.
-
b A list of the questions:
b Have you heard of the rule?
b Do you back it?
"""

PAGES = {
    "public radio": PUBLIC_RADIO,
    "wire reprint": WIRE_REPRINT,
    "newspaper": NEWSPAPER,
    "spanish": SPANISH,
    "court order": ORDER,
    "press release": PRESS_RELEASE,
    "clean": CLEAN,
}

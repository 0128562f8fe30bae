settings-stores = Winkels
settings-general = Algemeen
settings-as-computer = Zoals deze computer
settings-language-region = Taal en regio
settings-language = Taal
settings-at-once = Geldt meteen
settings-formats = Bedragen en datums
settings-formats-hint = Ze volgen de regio van deze computer
settings-formats-example = { $amount } en { $date }
settings-appearance = Weergave
settings-theme = Licht of donker
settings-theme-hint = Hoog contrast volgt deze computer
settings-theme-light = Licht
settings-theme-dark = Donker
settings-sending = Verzenden
settings-undo = Tijd om ongedaan te maken
settings-undo-hint = Zo lang wacht een inning voordat ze wordt verzonden. Een verzonden inning is niet ongedaan te maken
settings-undo-none = Een inning wordt meteen verzonden en is niet ongedaan te maken
settings-undo-less = Eén seconde minder
settings-undo-count = Seconden om ongedaan te maken
settings-undo-more = Eén seconde meer
settings-seconds = seconden
settings-journal = Journaal
settings-journal-check = Journaal controleren
settings-journal-hint = Leest elke regel en bewijst dat er geen is veranderd, verplaatst of verwijderd
settings-journal-go = Nu controleren
settings-journal-checking = Controleren…
settings-journal-whole = { $rows ->
    [0] Het Journaal is leeg en ongeschonden
    [one] Het Journaal is ongeschonden: 1 regel
   *[other] Het Journaal is ongeschonden: { $rows } regels
  }
settings-journal-kept = Bewaarde hash (niet verplicht)
settings-journal-kept-hint = Plak er een die u eerder hebt gekopieerd, om te zien dat er sindsdien niets van voor die tijd is veranderd
settings-journal-compared = Tot en met regel { $row } is het zoals het was toen u die hash kopieerde.
settings-journal-head = De laatste regel heeft deze hash. Bewaar hem elders om later te vergelijken:
settings-journal-broken = Het Journaal is geschonden: regel { $row }
settings-journal-altered = Regel { $row } is niet wat er geschreven is. Laat dit Journaal zoals het is en vraag het aan wie deze computer beheert.
settings-journal-removed = Regel { $row } ontbreekt. Laat dit Journaal zoals het is en vraag het aan wie deze computer beheert.
settings-journal-moved = Op de plaats van regel { $row } staat een andere. Laat dit Journaal zoals het is en vraag het aan wie deze computer beheert.
settings-journal-cut = Het Journaal houdt op voor regel { $row }. Laat dit Journaal zoals het is en vraag het aan wie deze computer beheert.

# Controleren, innen, vrijgeven, en wat ervan kwam.

## Controle

captures-check-title = Controleer voor het innen
captures-check-back = Terug naar de bestelling
captures-check-amount = Bedrag
captures-check-from = Van
captures-check-order = Bestelling
captures-check-remaining = Hierna nog te innen
captures-check-remaining-of = { $remaining } van { $authorised } gereserveerd
captures-check-releases = Daarna vrijgegeven
captures-check-releases-text = Zodra deze inning bewezen is. Het kan nooit meer worden geïnd.
captures-check-lines = Regels
captures-check-line = { $count } × { $name }
captures-check-lines-sent = Gaan met het bedrag mee naar MultiSafepay
captures-check-lines-kept = Worden niet meegezonden; alleen het bedrag
captures-check-carrier = Vervoerder
captures-check-track = Track & trace-code
captures-check-ship-date = Verzenddatum
captures-check-invoice = Factuurnummer
captures-check-reason = Reden
captures-check-memo = Memo
captures-check-reference = Kenmerk
captures-check-status-after = Status van de bestelling hierna
captures-check-not-provided = Niet opgegeven
captures-check-change = Wijzigen
captures-check-change-what = Wijzigen: { $what }
captures-check-after = Na deze inning
captures-check-before = Eerder geïnd
captures-check-now = Deze inning
captures-check-remains = Nog te innen
captures-check-authorised = Gereserveerd
captures-check-not-known = Niet bekend
captures-check-final = Een inning kan niet ongedaan worden gemaakt. Geld teruggeven doet u later met een terugbetaling in MultiSafepay Control.
captures-check-bar = Eerder { $before } geïnd, deze inning { $amount }, daarna nog { $remaining } te innen.

captures-capture =
    { $mode ->
        [live] Nu { $amount } innen
        [practice] Nu { $amount } innen als oefening
        [test] Nu { $amount } innen in test
       *[local] Nu { $amount } innen op de lokale testserver
    }
captures-tick-first = Zet eerst het vinkje hierboven
captures-asking = De bestelling wordt nog één keer gelezen…
captures-nothing-sent = Er is nog niets verzonden.
captures-final-soon = Daarna kan de inning niet meer ongedaan worden gemaakt.
captures-sending-in = Verzenden over { $seconds }…
captures-sending-announce =
    { $seconds ->
        [one] Wordt over { $seconds } seconde verzonden. Met Escape maakt u het ongedaan.
       *[other] Wordt over { $seconds } seconden verzonden. Met Escape maakt u het ongedaan.
    }
captures-sending = Verzenden…
captures-sent-wait = Verzonden. Wachten op MultiSafepay.
captures-undo = Ongedaan maken
captures-read-order = De bestelling opnieuw lezen

captures-warning-lead = Er is nog niets geïnd.
captures-warning-same-invoice = Met hetzelfde factuurnummer is { $amount } geïnd op bestelling { $order }, { $when }. Is dat dezelfde zending, int dan niet opnieuw.
captures-warning-same-invoice-undated = Met hetzelfde factuurnummer is eerder { $amount } geïnd op bestelling { $order }. Is dat dezelfde zending, int dan niet opnieuw.
captures-warning-same-invoice-tick = Dit is een andere zending op dezelfde factuur
captures-warning-same-amount = Hetzelfde bedrag, { $amount }, is op deze bestelling geïnd, { $when }. Is dat dezelfde zending, int dan niet opnieuw.
captures-warning-same-amount-tick = Dit is een andere zending
captures-warning-sent-before = { $amount } is op deze bestelling { $when } met kenmerk { $reference } verzonden en daarna niet gevonden. Open liever de bestelling en verzend die opnieuw.
captures-warning-sent-before-undated = { $amount } is op deze bestelling eerder met kenmerk { $reference } verzonden en daarna niet gevonden. Open liever de bestelling en verzend die opnieuw.
captures-warning-sent-before-tick = Toch opnieuw innen
captures-warning-reference = Het kenmerk { $reference } is al eens gebruikt. MultiSafepay kan het weigeren, of bij de eerdere inning voegen.
captures-warning-reference-tick = Dit kenmerk toch gebruiken
captures-warning-ended = De reservering liep af op { $when }. De bank weigert zeer waarschijnlijk.
captures-warning-ended-tick = Het toch proberen


## Uitkomst

captures-captured = { $amount } is geïnd
captures-captured-found = { $amount } is toch geïnd
captures-refused = Er is niets geïnd
captures-unclear = We weten nog niet of { $amount } is geïnd
captures-still-unclear = We weten nog steeds niet of { $amount } is geïnd
captures-not-landed = { $amount } is niet geïnd
captures-recorded = Er is nog niets geïnd
captures-under-way = We weten nog niet of { $amount } is geïnd

captures-released = { $amount } is vrijgegeven
captures-released-found = { $amount } is toch vrijgegeven
captures-not-released = { $amount } is niet vrijgegeven
captures-release-unclear = We weten nog niet of { $amount } is vrijgegeven
captures-release-still-unclear = We weten nog steeds niet of { $amount } is vrijgegeven
captures-release-recorded = { $amount } is nog niet vrijgegeven
captures-release-under-way = We weten nog niet of { $amount } is vrijgegeven

captures-for-order = Voor bestelling { $order }.
captures-all-captured = Er is niets meer te innen: de bestelling is volledig geïnd.
captures-not-shown-yet = MultiSafepay zei ja, maar de bestelling toont het nog niet. Bekijk de bestelling later vandaag opnieuw.
captures-nothing-remains = Er is niets meer te innen.
captures-remains-until = Er blijft { $remaining } te innen tot { $when }.
captures-remains = Er blijft { $remaining } te innen.
captures-from = Van { $who }, voor bestelling { $order }.
captures-about = Het ging om { $amount } op bestelling { $order }.
captures-still-reserved = Op bestelling { $order } blijft { $amount } gereserveerd tot { $when }.
captures-check-anew = De nieuwe cijfers controleren
captures-not-copied = Niet gekopieerd
captures-reading-order = Wat er nog te innen is, is nog niet gelezen.
captures-found-text = Om { $time } hebben we inning { $reference } gevonden. U hoeft niets meer te doen.
captures-settled-text = U hebt in MultiSafepay Control gekeken en dat om { $time } gemeld.
captures-released-text = De bank geeft het vrij voor { $customer }; { $captured } blijft geïnd.
captures-released-text-all = De bank geeft het vrij voor { $customer }. Op deze bestelling is niets geïnd.
captures-the-customer = de klant


captures-do-title = Wat u kunt doen


captures-withdrawn-undone = U hebt het ongedaan gemaakt voordat het werd verzonden.
captures-withdrawn-program_closed = Capture Desk is gesloten voordat het werd verzonden.
captures-withdrawn-computer_slept = Deze computer sliep, of de klok werd verzet, terwijl het nog ongedaan te maken was, dus er is niets verzonden. Controleer het nog eens.
captures-withdrawn-key_missing = De sleutel van de winkel ontbrak toen het verzonden moest worden, dus er is niets verzonden. Vul hem opnieuw in bij Instellingen, Winkels.
captures-withdrawn-not_written = Het Journaal kon niet worden geschreven toen het verzonden moest worden, dus er is niets verzonden.
captures-recorded-text = Het is genoteerd voor bestelling { $order } en wordt zo verzonden. U kunt het nog ongedaan maken.
captures-recorded-stuck = Het Journaal kan niet vastleggen dat bestelling { $order } wordt verzonden, dus er is niets verzonden. Het wordt ingetrokken zodra er in het Journaal geschreven kan worden.
captures-under-way-text = Het is verzonden voor bestelling { $order }. We wachten op het antwoord van MultiSafepay.

captures-unclear-no_answer = MultiSafepay gaf voor bestelling { $order } niet op tijd antwoord.
captures-unclear-connection_lost = De verbinding brak terwijl bestelling { $order } werd verzonden.
captures-unclear-answer_cut = Het antwoord van MultiSafepay voor bestelling { $order } brak af.
captures-unclear-unreadable = Het antwoord voor bestelling { $order } was niet te lezen (HTTP { $status }).
captures-unclear-server_trouble = MultiSafepay heeft een storing en gaf voor bestelling { $order } HTTP { $status }.
captures-unclear-redirected = Het antwoord voor bestelling { $order } verwees door (HTTP { $status }) en is niet gevolgd.
captures-unclear-other_order = Het antwoord voor bestelling { $order } zegt ja, maar op iets anders.
captures-unclear-refused_again = MultiSafepay weigerde bestelling { $order } toen ze opnieuw werd verzonden (HTTP { $status }), misschien omdat de eerste keer is aangekomen.
captures-unclear-program_ended = Capture Desk stopte terwijl bestelling { $order } werd verzonden.
captures-unclear-keeps-looking = Capture Desk blijft kijken en meldt het zodra het zeker is.
captures-unclear-contradiction = Wat MultiSafepay toont, past niet bij elkaar. Bekijk bestelling { $order } in MultiSafepay Control.

captures-not-landed-text = We hebben in 5 minuten drie keer gekeken en op bestelling { $order } niets gevonden. U kunt het opnieuw innen.
captures-not-landed-settled = U hebt in MultiSafepay Control gekeken en op bestelling { $order } niets gevonden. U kunt het opnieuw innen.
captures-release-not-landed-text = We hebben in 5 minuten drie keer gekeken en bestelling { $order } was onveranderd. U kunt het opnieuw vrijgeven.
captures-not-landed-why = Het wordt onder hetzelfde kenmerk { $reference } verzonden, zodat MultiSafepay een dubbele inning kan weigeren.

## Tegenstrijdigheden: wat te vergelijken in MultiSafepay Control

captures-compare-title = Vergelijk in MultiSafepay Control
captures-compare-remaining = Wat nog te innen is, is veranderd, maar niet met { $amount }. Kijk of iemand een ander bedrag heeft geïnd of vrijgegeven.
captures-compare-other-amount = Ons kenmerk { $reference } staat er, maar met een ander bedrag dan { $amount }.
captures-compare-look-alike = Er is { $amount } minder te innen, maar kenmerk { $reference } staat er niet. Kijk of iemand anders hetzelfde bedrag heeft geïnd.
captures-compare-ended = De reservering is sindsdien vrijgegeven of afgelopen. Kijk of kenmerk { $reference } daarvóór is geïnd.
captures-compare-no-remaining = Kenmerk { $reference } staat er, maar aan wat nog te innen is, is dat niet te zien.
captures-compare-nothing = Een uur lang kijken heeft niets bewezen. Kijk wat er bij deze bestelling staat.
captures-compare-reference = Kenmerk
captures-compare-amount = Bedrag
captures-compare-before = Nog te innen daarvoor
captures-compare-now = Nog te innen nu
captures-compare-sent = Verzonden op

captures-journal-lead = Dit staat nog niet in het Journaal.
captures-journal-busy = Een ander programma houdt het vast.
captures-journal-full = De schijf is vol; maak ruimte.
captures-journal-read_only = Er mag niet in worden geschreven.
captures-journal-failing = De schijf meldt een fout.
captures-journal-from_newer_version = Het is van een nieuwere versie van Capture Desk.
captures-journal-damaged = Het is beschadigd.
captures-journal-leave-open = Laat Capture Desk open: het probeert het vanzelf opnieuw.

## Wat u zelf zag

captures-settle-title = Wat toont MultiSafepay Control?
captures-settle =
    { $which ->
        [capture_landed] Er staat dat { $amount } is geïnd
        [capture_not_landed] Er staat dat { $amount } niet is geïnd
        [release_landed] Er staat dat { $amount } is vrijgegeven
       *[release_not_landed] Er staat dat { $amount } niet is vrijgegeven
    }
captures-settle-sure = Weet u zeker wat er staat?
captures-settle-landed-text = Capture Desk noteert dat u dit hebt gezien, en bestelling { $order } is weer vrij.
captures-settle-not-landed-text = Capture Desk noteert dat u dit hebt gezien, en het kan op bestelling { $order } opnieuw worden verzonden. Vergist u zich, dan betaalt de klant twee keer.
captures-settle-look = Nog eens kijken

## Onduidelijk

captures-known = Wat we tot nu toe weten
captures-happened = Wat er gebeurd is
captures-event-recorded = Genoteerd in het Journaal
captures-event-withdrawn-undone = Ongedaan gemaakt voor het verzenden
captures-event-withdrawn-program_closed = Gestopt: het programma is gesloten
captures-event-withdrawn-computer_slept = Gestopt: de computer sliep of de klok werd verzet
captures-event-withdrawn-key_missing = Gestopt: de sleutel ontbrak
captures-event-withdrawn-not_written = Gestopt: het verzenden kon niet in het Journaal worden genoteerd
captures-event-sent = Naar MultiSafepay verzonden met kenmerk { $reference }
captures-event-sent-again = Opnieuw verzonden met kenmerk { $reference }, poging { $attempt }
captures-event-not-sent-name_not_found = Er is niets verzonden: MultiSafepay was op internet niet te vinden
captures-event-not-sent-no_connection = Er is niets verzonden: geen verbinding
captures-event-not-sent-connect_timed_out = Er is niets verzonden: niet op tijd verbinding
captures-event-not-sent-certificate_not_trusted = Er is niets verzonden: het certificaat van de verbinding is niet vertrouwd
captures-event-not-sent-proxy = Er is niets verzonden: de proxy van dit netwerk liet het niet door
captures-event-not-sent-unbuildable = Er is niets verzonden: er was geen verzoek van te maken
captures-event-not-sent-program_ended = Er is niets verzonden: het programma was gestopt
captures-event-refused = MultiSafepay zei nee
captures-event-unclear-no_answer = Geen antwoord op tijd
captures-event-unclear-connection_lost = De verbinding brak
captures-event-unclear-answer_cut = Het antwoord brak af
captures-event-unclear-unreadable = Het antwoord was niet te lezen (HTTP { $status })
captures-event-unclear-server_trouble = Antwoord: storing (HTTP { $status })
captures-event-unclear-redirected = Antwoord: verwees door (HTTP { $status })
captures-event-unclear-other_order = Het antwoord ging over iets anders
captures-event-unclear-refused_again = Antwoord: geweigerd bij opnieuw verzenden (HTTP { $status })
captures-event-unclear-program_ended = Het programma stopte tijdens het verzenden
captures-event-looked-still = Bestelling bekeken: nog steeds { $remaining } te innen
captures-event-looked-now = Bestelling bekeken: nu { $remaining } te innen
captures-event-looked-unknown = Bestelling bekeken: er staat niet wat er te innen is
captures-event-looked-unread = Bestelling willen bekijken: niet te lezen
captures-event-reference-absent = Naar { $reference } gezocht: niet aanwezig
captures-event-reference-found = Naar { $reference } gezocht: aanwezig
captures-event-reference-unread = Naar { $reference } willen zoeken: niet te lezen
captures-event-captured = MultiSafepay zei ja
captures-event-found = Gevonden: het is geïnd
captures-event-found-release = Gevonden: het is vrijgegeven
captures-event-not-landed = Drie keer gekeken, steeds hetzelfde: het is niet aangekomen
captures-event-settled-landed = U meldde: het staat in MultiSafepay Control
captures-event-settled-not-landed = U meldde: het staat niet in MultiSafepay Control
captures-next-look =
    { $seconds ->
        [0] Er wordt nu gekeken…
        [one] We kijken weer over { $seconds } seconde
       *[other] We kijken weer over { $seconds } seconden
    }
captures-next-look-minutes =
    { $minutes ->
        [one] We kijken weer over { $minutes } minuut
       *[other] We kijken weer over { $minutes } minuten
    }
captures-one-look = Eén keer kijken is geen bewijs. Pas na 3 keer in 5 minuten noemen we het niet geïnd.
captures-one-look-release = Eén keer kijken is geen bewijs. Pas na 3 keer in 5 minuten noemen we het niet vrijgegeven.
captures-until = Tot dan
captures-until-not-again =
    { $kind ->
        [release] Doe niets met deze bestelling
       *[capture] Int deze bestelling niet opnieuw
    }
captures-until-not-again-rest = , ook niet in MultiSafepay Control.
captures-until-hold = Houd de zending vast.
captures-until-go-on = Ga verder met andere bestellingen. Deze blijft als onduidelijk gemarkeerd.
captures-check-again = Opnieuw kijken
captures-looking = Kijken…

## Wat van een inning getoond wordt

captures-money = Geld
captures-captured-part = Geïnd
captures-remaining-part = Nog te innen
captures-unclear-part = Onduidelijk
captures-at = Geïnd op
captures-released-at = Vrijgegeven op
captures-found-at = Vastgesteld op
captures-settled-at = Door u gemeld op
captures-reference = Kenmerk
captures-number = MultiSafepay-nummer
captures-invoice = Factuurnummer
captures-shipped-with = Verzonden met
captures-store = Winkel
captures-attempts = Pogingen
captures-next-title = Wat er nu gebeurt
captures-next-payout = Het geld komt met uw volgende uitbetaling van MultiSafepay.
captures-next-mail = MultiSafepay mailt de klant als u dat daar hebt aangezet.
captures-next-listed = Deze inning staat op de pagina van de bestelling.
captures-next-practice = Dit was een oefening: geen echt geld, en niets heeft deze computer verlaten.
captures-next-test = Dit was een test: geen echt geld.
captures-next-freed = De bank geeft het geld vrij; het kan enkele dagen duren voor dat te zien is.
captures-answered = Wat MultiSafepay antwoordde
captures-answer = Antwoord
captures-answer-code = Code
captures-answer-status = HTTP-status
captures-answer-at = Tijdstip
captures-answer-none = Geen tekst

captures-copy = Gegevens kopiëren
captures-copy-support = Gegevens voor hulp kopiëren
captures-copied = Gekopieerd
captures-next-order = Volgende bestelling
captures-back-to-order = Terug naar de bestelling
captures-open-control = MultiSafepay Control openen
captures-send-again =
    { $mode ->
        [live] Opnieuw { $amount } verzenden
        [practice] Opnieuw { $amount } verzenden als oefening
        [test] Opnieuw { $amount } verzenden in test
       *[local] Opnieuw { $amount } verzenden op de lokale testserver
    }
captures-release-again =
    { $mode ->
        [live] { $amount } opnieuw vrijgeven
        [practice] { $amount } opnieuw vrijgeven in oefening
        [test] { $amount } opnieuw vrijgeven in test
       *[local] { $amount } opnieuw vrijgeven op de lokale testserver
    }
captures-without-lines = Innen zonder de regels
captures-opening = Openen…
captures-not-opened = Deze inning kan niet worden getoond

## Gegevens om te kopiëren

captures-details-kind-capture = Inning van { $amount }, bestelling { $order }, winkel { $store }
captures-details-kind-release = Vrijgave van { $amount }, bestelling { $order }, winkel { $store }
captures-details-state = Toestand: { $state }
captures-details-id = Journaalregel: { $id }

captures-state-recorded = Nog niet verzonden
captures-state-withdrawn = Ongedaan gemaakt
captures-state-sending = Wordt verzonden
captures-state-not_sent = Niet geïnd
captures-state-refused = Niet geïnd
captures-state-unclear = Onduidelijk
captures-state-captured = Geïnd
captures-state-not_landed = Niet geïnd
captures-release-state-not_sent = Niet vrijgegeven
captures-release-state-refused = Niet vrijgegeven
captures-release-state-captured = Vrijgegeven
captures-release-state-not_landed = Niet vrijgegeven
captures-release-state-unclear = Vrijgave onduidelijk
captures-release-state-recorded = Vrijgave nog niet verzonden
captures-release-state-sending = Wordt vrijgegeven
captures-release-state-withdrawn = Vrijgave ongedaan gemaakt

## Onafgemaakt

captures-unfinished-lead =
    { $what ->
        [release] { $count ->
            [one] Van { $count } vrijgave weten we nog niet of er geld is vrijgegeven.
           *[other] Van { $count } vrijgaven weten we nog niet of er geld is vrijgegeven.
        }
        [both] Van { $count } inningen en vrijgaven weten we nog niet hoe ze zijn afgelopen.
       *[capture] { $count ->
            [one] Van { $count } inning weten we nog niet of er geld is geïnd.
           *[other] Van { $count } inningen weten we nog niet of er geld is geïnd.
        }
    }
captures-unfinished-text =
    { $what ->
        [capture] { $count ->
            [one] Capture Desk blijft kijken. Int deze bestelling niet opnieuw.
           *[other] Capture Desk blijft kijken. Int deze bestellingen niet opnieuw.
        }
       *[other] { $count ->
            [one] Capture Desk blijft kijken. Doe niets met deze bestelling voordat dat duidelijk is.
           *[other] Capture Desk blijft kijken. Doe niets met deze bestellingen voordat dat duidelijk is.
        }
    }
captures-unfinished-recorded = Er is nog niets geïnd of vrijgegeven.
captures-unfinished-recorded-text = Wat hier staat, is genoteerd en nog niet verzonden. Open het om te zien wat ervan komt, of om het ongedaan te maken.
captures-unfinished-order = Bestelling
captures-unfinished-state = Toestand
captures-unfinished-amount = Bedrag
captures-unfinished-since = Sinds

## Vrijgeven

captures-release-title = De resterende { $amount } vrijgeven?
captures-release-text = Hiermee wordt niets geïnd. De bank geeft { $amount } vrij voor { $customer }, en u kunt het nooit meer innen.
captures-release-stays = De { $captured } die u hebt geïnd, blijft geïnd.
captures-release-reason = Reden
captures-release-reason-hint = Wordt in het Journaal bewaard en aan MultiSafepay gezonden.
captures-release-reason-undeliverable = Artikel is niet leverbaar
captures-release-reason-cancelled = Klant heeft geannuleerd
captures-release-reason-twice = Dubbel besteld
captures-release-reason-other = Andere reden…
captures-release-reason-own = Uw reden
captures-release-reason-missing = Vul de reden in
captures-release-reason-long = Een reden heeft hoogstens { $limit } tekens
captures-release-tick = Voor bestelling { $order } wordt niets meer verzonden
captures-release-tick-missing = Zet eerst dit vinkje. Er is niets vrijgegeven
captures-release-keep = De { $amount } gereserveerd houden
captures-release =
    { $mode ->
        [live] Nu { $amount } vrijgeven
        [practice] Nu { $amount } vrijgeven als oefening
        [test] Nu { $amount } vrijgeven in test
       *[local] Nu { $amount } vrijgeven op de lokale testserver
    }
captures-releasing = De bestelling wordt nog één keer gelezen…

## Closing while something is sent

captures-closing = Wachten op het antwoord
captures-closing-title = { $kind ->
    [release] De vrijgave van { $amount } op bestelling { $order } wordt verzonden
   *[capture] { $amount } op bestelling { $order } wordt verzonden
  }
captures-closing-text = Capture Desk sluit zodra het antwoord er is.
captures-closing-now = Sluit u nu, dan zoekt de volgende start uit wat ervan gekomen is.
captures-close-now = Nu sluiten

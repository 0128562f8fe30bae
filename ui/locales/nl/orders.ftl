# Een bestelling vinden, en het formulier van één inning.

## Zoeken

orders-find-title = Innen
orders-find-label = Bestelling om te innen
orders-find-hint = Typ, plak of scan een bestelnummer.
orders-find-open = Bestelling openen
orders-find-reading = { $order } wordt gelezen…
orders-find-stop = Stoppen
orders-find-empty = Vul een bestelnummer in
orders-find-too-long = Een bestelnummer heeft hoogstens 50 tekens, dit heeft er { $length }
orders-find-unprintable = Dit bestelnummer bevat een teken dat niet af te drukken is. Typ het opnieuw
orders-find-several = Er zijn { $count } bestelnummers geplakt. Open er één tegelijk
orders-find-not-found = Geen bestelling { $order } in { $store }
orders-find-elsewhere = Er is niets geïnd. { $order } is een bestelling van { $store }.
orders-find-elsewhere-mode =
    { $mode ->
        [live] Dat is een live winkel: echt geld.
        [practice] Dat is een oefenwinkel: geen echt geld.
        [test] Dat is een testwinkel: geen echt geld.
       *[local] Die staat op de lokale testserver: geen echt geld.
    }
orders-find-open-there = Openen in { $store }
orders-find-hint-lead = Er is niets geïnd. Er is niets verzonden.
orders-find-hint-text =
    { $mode ->
        [live] Controleer het nummer. Misschien hoort de bestelling bij een andere website van u, of is ze in de testomgeving gemaakt terwijl { $store } live is.
        [test] Controleer het nummer. Misschien hoort de bestelling bij een andere website van u, of is het een live bestelling terwijl { $store } een testwinkel is.
        [practice] Controleer het nummer. Bij het oefenen bestaan alleen de oefenbestellingen; kies er hieronder een.
       *[local] Controleer het nummer. De lokale testserver kent alleen zijn eigen bestellingen.
    }

orders-recent-title = Recente bestellingen
orders-recent-none = Bestellingen die u int, komen hier te staan.
orders-recent-order = Bestelling
orders-recent-customer = Klant
orders-recent-last = Laatst hier gedaan
orders-recent-amount = Bedrag
orders-recent-when = Wanneer

orders-practice-title = Bestellingen om mee te oefenen
orders-practice-text = Geen echt geld. Niets verlaat deze computer.
orders-practice-order = Bestelling
orders-practice-kind = Wat u ermee oefent
orders-practice-kind-word =
    { $kind ->
        [plain] Eén euro, verder niets
        [lines] Nog niets geïnd, met regels om te kiezen
        [partly] Gedeeltelijk geïnd
        [yen] Een andere munt: yen, zonder centen
        [ending] De reservering loopt binnen een dag af
        [ended] De reservering is afgelopen
        [paid] Meteen betaald, niets te innen
        [captured] Volledig geïnd
        [klarna] Achteraf betalen
        [slash] Een nummer met een schuine streep en een spatie
        [declined] De bank weigert
        [lost] Het antwoord raakt zoek: onduidelijk, toch geïnd
        [silent] Er komt niets aan: onduidelijk, niet geïnd
       *[other] Een bestelling om mee te oefenen
    }

## De bestelling

orders-title = Bestelling { $order }
orders-back = Terug naar Innen
orders-read-again = De bestelling opnieuw lezen
orders-reading = Lezen…
orders-release = De rest vrijgeven…

orders-status-nothing_captured = Niets geïnd
orders-status-partly_captured = Gedeeltelijk geïnd
orders-status-captured = Geïnd
orders-status-released = Vrijgegeven
orders-status-ended = Reservering afgelopen
orders-status-unclear = Onduidelijk
orders-status-not_capturable = Niet te innen

orders-money = Geld
orders-remaining = Nog te innen
orders-remaining-unknown = Niet bekend
orders-can-be-captured = Kan worden geïnd
orders-of-authorised = van { $amount } gereserveerd
orders-captured = Geïnd
orders-this-capture = Deze inning
orders-remaining-after = Hierna nog te innen
orders-no-longer-reserved = Niet meer gereserveerd
orders-released = Vrijgegeven
orders-refunded = Terugbetaald
orders-bar-captured = { $captured } van { $authorised } geïnd.
orders-bar-nothing = Niets geïnd van { $authorised }.
orders-bar-now = Deze inning is { $amount }.
orders-bar-after = Daarna blijft { $amount } te innen.
orders-bar-nothing-after = Daarna blijft er niets te innen.
orders-bar-remains = Nog { $amount } te innen.
orders-bar-none = Er kan niets meer worden geïnd.
orders-bar-unclear = { $amount } is onduidelijk.

orders-ends = { $method }-reservering loopt af op
orders-ends-no-method = Reservering loopt af op
orders-ended = { $method }-reservering liep af op
orders-ended-no-method = Reservering liep af op
orders-ends-about = omstreeks { $when }, geschat

orders-method-card = Kaart
orders-method-ending = { $method } eindigend op { $digits }

## Het formulier

orders-form = Inning
orders-optional = (niet verplicht)
orders-amount = Bedrag
orders-choose-all = Alles wat rest
orders-choose-lines = Regels kiezen
orders-choose-amount = Ander bedrag
orders-amount-label = Te innen bedrag, in { $currency }
orders-amount-whole = Alleen hele bedragen: { $currency } heeft geen centen.
orders-amount-decimals = { $currency } heeft { $decimals } decimalen.
orders-use-reading = Bedrag { $amount } innen
orders-release-rest = Dit is de laatste zending: geef na de inning de resterende { $amount } vrij
orders-last-shipment = Laatste zending
orders-which-reading = Welk bedrag bedoelt u?

orders-lines = Bestelregels
orders-line = Regel
orders-line-price = Prijs
orders-line-ordered = Besteld
orders-line-captured = Geïnd
orders-line-now = Nu innen
orders-line-amount = Bedrag
orders-line-all-captured = Alles geïnd
orders-line-count = Aantal van { $name }
orders-line-less = Eén minder van { $name }
orders-line-more = Eén meer van { $name }
orders-lines-total = Deze regels komen uit op { $total }. Deze inning is { $amount }, want dat is er nog te innen.
orders-lines-unknown = Capture Desk weet niet welke regels bij de eerdere inningen hoorden: ze zijn op bedrag gedaan, of elders.
orders-lines-kept-back = De regels worden bij deze inning niet meegezonden, alleen het bedrag.
orders-lines-send = De regels toch meezenden

orders-shipping = Verzending
orders-carrier = Vervoerder
orders-carriers = Vervoerders
orders-carrier-last = laatst gebruikt
orders-track = Track & trace-code
orders-ship-date = Verzenddatum
orders-ship-date-today = Vandaag
orders-ship-date-set = De verzenddatum op vandaag zetten
orders-bookkeeping = Boekhouding
orders-invoice = Factuurnummer
orders-invoice-hint = Staat in de rapporten en exports van MultiSafepay.
orders-notes = Notities en kenmerk
orders-notes-hold = { $reason }, { $memo }. Kenmerk { $reference }, status { $status }
orders-notes-has-reason = Een reden
orders-notes-no-reason = Geen reden
orders-notes-has-memo = een memo
orders-notes-no-memo = geen memo
orders-reason = Reden
orders-reason-hint = Waarom u nu int. Wordt bij de betaling bewaard door MultiSafepay.
orders-memo = Memo
orders-reference = Kenmerk van deze inning
orders-reference-hint = Hoogstens 50 tekens, één keer te gebruiken.
orders-status-after = Status van de bestelling hierna
orders-status-after-hint = “Voltooid” past bijna altijd.
orders-after-completed = Voltooid
orders-after-shipped = Verzonden
orders-after-initialized = Gestart
orders-after-uncleared = Wacht op beoordeling
orders-after-reserved = Gereserveerd
orders-after-declined = Afgewezen
orders-after-cancelled = Geannuleerd
orders-after-void = Vervallen
orders-after-expired = Verlopen
orders-after-refunded = Terugbetaald

orders-continue = Verder naar controle
orders-continue-reading = Lezen…

## Naast het formulier

orders-aside = Over deze bestelling
orders-captures = Tot nu toe geïnd
orders-captures-none = Nog niets.
orders-captures-when-unknown = Tijd niet bekend
orders-captures-invoice = Factuur { $invoice }
orders-captures-reference = Kenmerk { $reference }
orders-facts = Bestelling
orders-fact-customer = Klant
orders-fact-paid-with = Betaald met
orders-fact-authorised = Gereserveerd
orders-fact-store = Winkel
orders-fact-number = MultiSafepay-nummer
orders-fact-not-given = Niet opgegeven

## Wat in de weg staat

orders-problems = Er is niets geïnd. { $count ->
        [one] { $count } punt om te verbeteren
       *[other] { $count } punten om te verbeteren
    }
orders-problem-error = Fout:
orders-problem-amount-empty = Vul het te innen bedrag in
orders-problem-amount-not-a-number = Vul een bedrag in cijfers in, zoals { $example }
orders-problem-amount-ambiguous-one = Geef aan welk bedrag u bedoelt: schrijf { $grouped }
orders-problem-amount-ambiguous = Geef aan welk bedrag u bedoelt: { $grouped } of { $decimal }
orders-problem-amount-decimals =
    { $allowed ->
        [0] Vul een heel bedrag in: deze munt heeft geen centen
        [one] Vul hoogstens { $allowed } decimaal in
       *[other] Vul hoogstens { $allowed } decimalen in
    }
orders-problem-amount-zero = Vul meer dan nul in
orders-problem-amount-negative = Vul een bedrag boven nul in, zonder minteken
orders-problem-amount-too-large = Dit bedrag is groter dan enige betaling. Controleer de cijfers
orders-problem-above-remaining = Dit is meer dan er nog te innen is. Vul { $remaining } of minder in
orders-problem-above-remaining-amount = { $amount } is meer dan er nog te innen is. Vul { $remaining } of minder in
orders-problem-lines-none = Kies minstens één regel
orders-problem-lines-many = Kies van { $name } hoogstens { $left }
orders-problem-too-long = { $field }: { $length } tekens, er passen er { $limit }
orders-problem-unprintable = { $field }: verwijder het teken dat niet af te drukken is. Typ de tekst opnieuw
orders-problem-card-number = { $field }: dit lijkt een kaartnummer. Verwijder het; kaartnummers worden nooit bewaard of verzonden
orders-problem-same-as-order = Kies een ander kenmerk dan het bestelnummer { $order }
orders-problem-not-a-date = Vul de verzenddatum in cijfers in, zoals { $example }
orders-problem-field-empty = { $field }: vul iets in, of laat het formulier zoals het was

## Bestellingen die niet te innen zijn

orders-why-already_captured = Er is nu niets geïnd. Alles was al geïnd.
orders-why-already_captured-text = Van de { $amount } die gereserveerd was, is niets meer te innen.
orders-why-released = Er is nu niets geïnd. De rest is vrijgegeven.
orders-why-released-text = De bank houdt niets meer vast voor deze bestelling. Wat is vrijgegeven, kan niet meer worden geïnd.
orders-why-ended = Er is niets geïnd, en deze reservering is afgelopen.
orders-why-ended-part = Er is nu niets geïnd. Deze reservering is afgelopen.
orders-why-ended-text = De bank houdt de { $amount } niet meer voor u vast. Een inning wordt zeer waarschijnlijk geweigerd.
orders-why-ended-text-unknown = De bank houdt het geld niet meer voor u vast. Een inning wordt zeer waarschijnlijk geweigerd.
orders-why-capture_of_another = Er is nu niets geïnd. Dit is zelf een inning.
orders-why-capture_of_another-text = { $order } is een deel van bestelling { $parent }. Int daar de rest.
orders-why-capture_of_another-text-unknown = { $order } is een deel van een andere bestelling. Open die om de rest te innen.
orders-why-paid_at_once = Er is nu niets geïnd. Deze bestelling is zonder handmatige inning betaald.
orders-why-paid_at_once-text = MultiSafepay heeft het geld al geïnd toen de klant betaalde. Er is niets meer te innen.
orders-why-pay_later = Er is nu niets geïnd. Deze bestelling wordt achteraf betaald.
orders-why-pay_later-text = Bestellingen met achteraf betalen worden niet geïnd, maar op verzonden gezet in uw webwinkel of in MultiSafepay Control.
orders-why-not_paid = Er is niets geïnd. De klant heeft deze bestelling niet betaald.
orders-why-not_paid-text = Er is geen reservering om van te innen.
orders-why-refunded = Er is nu niets geïnd. Deze bestelling is terugbetaald of teruggevorderd.
orders-why-refunded-text = Wat is teruggegeven, kan niet opnieuw worden geïnd.
orders-why-remaining_unknown = Er is niets geïnd. MultiSafepay zegt niet wat er nog te innen is.
orders-why-remaining_unknown-text = Capture Desk raadt nooit wat er geïnd mag worden en int deze bestelling daarom niet.
orders-why-unknown = Er is niets geïnd. MultiSafepay meldt een toestand die Capture Desk niet kent.
orders-why-unknown-text = Er staat “{ $status }” en “{ $financial }”. Capture Desk int alleen wat zeker is.

orders-do-title = Wat u kunt doen
orders-do-ship = Verzend de goederen, als ze nog niet weg zijn.
orders-do-refund = Geld teruggeven doet u met een terugbetaling in MultiSafepay Control.
orders-do-hold = Houd de zending vast tot de klant heeft betaald.
orders-do-new-link = Stuur de klant een nieuwe betaallink vanuit uw webwinkel of MultiSafepay Control.
orders-do-try = Weet u dat de bank de reservering nog nakomt, probeer het dan.
orders-do-try-button = Toch proberen te innen
orders-do-set-shipped = Zet de bestelling op verzonden in uw webwinkel of in MultiSafepay Control.
orders-do-read-later = Lees de bestelling over een paar minuten opnieuw.
orders-do-look-control = Bekijk de bestelling in MultiSafepay Control.
orders-do-open-parent = Bestelling { $order } openen
orders-trying-ended = Er is nog niets geïnd. U gaat een afgelopen reservering proberen; de bank weigert zeer waarschijnlijk.
orders-copy = Gegevens kopiëren
orders-find-another = Andere bestelling zoeken

orders-send-again-lead = Op { $when } is { $amount } niet geïnd.
orders-send-again-text = Het is bewezen niet bij MultiSafepay aangekomen. U kunt het opnieuw verzenden onder hetzelfde kenmerk { $reference }.
orders-send-again-open = Tonen

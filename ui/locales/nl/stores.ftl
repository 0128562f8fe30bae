stores-steps = Stappen
stores-step-language = Taal
stores-step-begin = Oefenen of koppelen
stores-step-store = Winkel
stores-step-done = Klaar
stores-continue = Verder
stores-back = Terug
stores-save = Bewaren

stores-welcome = Welkom bij Capture Desk
stores-welcome-lead = Int de gereserveerde kaartbetalingen van uw webwinkel zodra u verzendt.
stores-formats = Bedragen en datums volgen deze computer: { $amount } en { $date }.
stores-begin = Hoe wilt u beginnen?
stores-begin-practise = Eerst oefenen
stores-begin-practise-text = Verzonnen bestellingen op deze computer. Geen sleutel nodig, geen echt geld. U kunt ook oefenen wat er gebeurt als een bank weigert of een antwoord wegblijft.
stores-begin-connect = Mijn winkel koppelen
stores-begin-connect-text = U hebt de API-sleutel van uw site in MultiSafepay nodig. Wie uw MultiSafepay-account beheert kan u die geven.

stores-connect = Winkel koppelen
stores-name = Naam van de winkel
stores-key-is-for = De sleutel is voor
stores-environment-live = Echt geld
stores-environment-test = Testomgeving van MultiSafepay
stores-key = API-sleutel
stores-key-hint = In MultiSafepay Control: Integraties, Sites, uw site, API-sleutel. Plak hem hier.
stores-show-key = De sleutel tonen
stores-key-goes = De sleutel gaat naar de sleutelbos van deze computer. Zodra hij daar is, toont Capture Desk hem nooit meer.
stores-checking = Sleutel controleren…
stores-waiting = Dit duurt langer dan anders. Vraagt deze computer om het wachtwoord van de sleutelbos, geef het daar dan.
stores-connect-nameless = Winkel koppelen
stores-connect-name = { $store } koppelen
stores-not-for-live = Deze sleutel hoort niet bij Live
stores-not-for-live-text = MultiSafepay Live kent hem niet. Testsleutels en livesleutels verschillen. Is dit een testsleutel, koppel hem dan als testwinkel.
stores-try-in = { $environment ->
    [live] Probeer hem in Live
   *[test] Probeer hem in Test
  }
stores-key-not-kept = De sleutel is niet bewaard.
stores-this-run-only = Sleutel alleen voor nu gebruiken

stores-done = { $store } is gekoppeld
stores-done-lead = De sleutel werkt. U kunt nu innen.
stores-done-practice = U oefent
stores-done-practice-lead = Er staan verzonnen bestellingen klaar. Niets verlaat deze computer.
stores-good-to-know = Goed om te weten
stores-key-find = Een bestelling zoeken, overal
stores-key-capture = Innen, alleen op de controlepagina
stores-key-undo = { $seconds ->
    [0] Ongedaan maken: kan niet, want de tijd daarvoor is 0 seconden
    [one] Ongedaan maken, binnen 1 seconde daarna
   *[other] Ongedaan maken, binnen { $seconds } seconden daarna
  }
stores-key-help = Hulp, en alle andere toetsen
stores-done-band = De balk bovenaan zegt altijd of u met echt geld werkt. Oefenen blijft met één klik bereikbaar, onder de naam van uw winkel.
stores-done-practice-band = De balk bovenaan zegt altijd of u met echt geld werkt. Klik op de naam van deze winkel om uw eigen winkel te koppelen, zodra u zover bent.
stores-start = Beginnen met innen

stores-site = Site { $site }.
stores-account = Account { $account }.
stores-role = Rol: { $role }.
stores-practice-name = Oefenwinkel
stores-practice-always = Verzonnen bestellingen op deze computer. Altijd hier
stores-key-place-keyring = Sleutel in de sleutelbos van deze computer
stores-key-place-this_run = Sleutel alleen voor nu: hij is vergeten zodra Capture Desk sluit
stores-key-place-not_needed = Geen sleutel nodig
stores-key-place-missing = De sleutel ontbreekt
stores-check-key = Sleutel controleren
stores-replace-key = Sleutel vervangen…
stores-enter-key = Sleutel invullen…
stores-replace-key-go = Sleutel controleren en bewaren
stores-new-key = Nieuwe API-sleutel van { $store }
stores-key-works = De sleutel werkt
stores-key-refused = De sleutel werkt niet
stores-key-not-checked = De sleutel is niet gecontroleerd.
stores-more = Meer voor { $store }
stores-change = Naam en voorstellen…
stores-remove = Verwijderen…
stores-keys-kept = Sleutels staan in de sleutelbos van deze computer. Vanuit Capture Desk kan niemand ze lezen. Verwijdert u een winkel, dan blijft het Journaal.
stores-remove-title = { $store } verwijderen?
stores-remove-text = De sleutel wordt van deze computer gewist. Het Journaal blijft, en bij MultiSafepay verandert niets.
stores-remove-keep = { $store } houden
stores-remove-go = { $store } verwijderen
stores-status-after = Status van de bestelling na een inning
stores-status-after-hint = Wat het formulier voorstelt
stores-sends-cart = Gekozen regels met een inning meezenden
stores-sends-cart-hint = Zet dit uit als MultiSafepay de regels van deze winkel weigert


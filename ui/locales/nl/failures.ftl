# Of er geld bewogen is: de eerste zin van elke melding.
failures-no-money = Er is geen geld geïnd.
failures-still-unclear = We weten nog steeds niet of er geld is geïnd.
failures-still-unclear-release = We weten nog steeds niet of er geld is vrijgegeven.
failures-nothing-released = Er is niets vrijgegeven.
failures-stays-true = Wat hierboven staat, blijft waar.
failures-nothing-changed = Er is niets veranderd.
failures-nothing-sent = Er is niets verzonden.

# Volgende stappen.
failures-to-stores = Instellingen, Winkels openen
failures-look-again = Opnieuw kijken
failures-show-capture = { $kind ->
    [release] Die vrijgave tonen
   *[capture] Die inning tonen
  }
failures-open-elsewhere = Openen in { $store }

failures-order-number-empty = Vul een bestelnummer in.
failures-order-number-too_long = Een bestelnummer heeft hoogstens 50 tekens; dit heeft er { $length }.
failures-order-number-unprintable = In dit bestelnummer staat een teken dat niet af te drukken is. Typ het opnieuw.
failures-order-not-found = { $store } heeft geen bestelling { $order }. Kijk of ze bij een andere website hoort, of bij test in plaats van live.
failures-order-elsewhere = { $count ->
    [one] { $store } heeft geen bestelling { $order }. { $names } heeft er een.
   *[other] { $store } heeft geen bestelling { $order }. { $names } hebben er een.
  }

failures-key-not-accepted = { $about ->
    [stores] MultiSafepay accepteert de sleutel van { $store } niet. Kopieer hem opnieuw uit MultiSafepay Control: Integraties, Sites, uw site, API-sleutel.
   *[capture] MultiSafepay accepteert de sleutel van { $store } niet. Vervang de sleutel in Instellingen, Winkels.
  }
failures-key-of-other-environment = { $environment ->
    [test] Deze sleutel hoort bij de testomgeving. Koppel hem als testwinkel.
    [live] Deze sleutel hoort bij live. Koppel hem als live winkel.
   *[local] Deze sleutel hoort bij een andere omgeving. Kies waarvoor hij is.
  }
failures-key-text-empty = Plak de API-sleutel.
failures-key-text-too_short = Dit is te kort voor een API-sleutel. Kopieer hem helemaal.
failures-key-text-too_long = Dit is te lang voor een API-sleutel. Kopieer alleen de sleutel.
failures-key-text-unprintable = Hierin staat een teken dat geen API-sleutel heeft. Kopieer alleen de sleutel.
failures-key-missing = De sleutel van { $store } staat niet meer op deze computer. Vul hem opnieuw in bij Instellingen, Winkels.
failures-keyring-absent = Deze computer heeft geen sleutelbos om de sleutel in te bewaren. U kunt de sleutel alleen voor nu gebruiken; bij de volgende start vraagt Capture Desk er opnieuw om.
failures-keyring-locked = De sleutelbos van deze computer is vergrendeld. Ontgrendel hem en probeer het opnieuw, of gebruik de sleutel alleen voor nu.
failures-keyring-timed_out = De sleutelbos van deze computer gaf geen antwoord. Zoek het venster dat om een wachtwoord vraagt en probeer het opnieuw, of gebruik de sleutel alleen voor nu.
failures-keyring-refused = De sleutelbos van deze computer nam de sleutel niet aan. Probeer het opnieuw, of gebruik de sleutel alleen voor nu.
failures-store-name-empty = Vul een naam voor de winkel in.
failures-store-name-too_long = Deze naam is te lang. Kies een kortere.
failures-store-name-taken = Een andere winkel heet al zo. Kies een andere naam.
failures-store-unknown = Deze winkel staat niet meer op deze computer. Kies een winkel.
failures-store-busy = { $kind ->
    [release] Een vrijgave van { $amount } op bestelling { $order } is niet afgerond, en de sleutel van deze winkel is nodig om dat op te helderen. Open die en wacht het resultaat af; verwijder daarna de winkel.
   *[capture] Een inning van { $amount } op bestelling { $order } is niet afgerond, en de sleutel van deze winkel is nodig om dat op te helderen. Open die en wacht het resultaat af; verwijder daarna de winkel.
  }
failures-other-site = Deze sleutel hoort bij een andere website. Verbind die website als een eigen winkel.
failures-site-taken = Deze sleutel is van een website die al is gekoppeld: { $store }. Werk in die winkel, of plak de sleutel van een andere website.

failures-no-connection-name_not_found = { $about ->
    [capture] Deze computer kan MultiSafepay niet vinden op internet. Er is niets verzonden; probeer opnieuw te innen zodra u online bent.
   *[other] Deze computer kan MultiSafepay niet vinden op internet. Probeer het opnieuw zodra u online bent.
  }
failures-no-connection-no_connection = { $about ->
    [capture] Deze computer heeft geen verbinding met MultiSafepay. Er is niets verzonden; probeer opnieuw te innen zodra u online bent.
   *[other] Deze computer heeft geen verbinding met MultiSafepay. Probeer het opnieuw zodra u online bent.
  }
failures-no-connection-connect_timed_out = { $about ->
    [capture] MultiSafepay was niet op tijd te bereiken. Er is niets verzonden; probeer zo meteen opnieuw te innen.
   *[other] MultiSafepay was niet op tijd te bereiken. Probeer het zo meteen opnieuw.
  }
failures-no-connection-certificate_not_trusted = { $about ->
    [capture] Deze computer vertrouwt het certificaat van de verbinding met MultiSafepay niet. Er is niets verzonden. Vraag het aan wie deze computer beheert.
   *[other] Deze computer vertrouwt het certificaat van de verbinding met MultiSafepay niet. Vraag het aan wie deze computer beheert.
  }
failures-no-connection-proxy = { $about ->
    [capture] De proxy van dit netwerk laat Capture Desk niet door. Er is niets verzonden. Vraag het aan wie dit netwerk beheert.
   *[other] De proxy van dit netwerk laat Capture Desk niet door. Vraag het aan wie dit netwerk beheert.
  }
failures-no-connection-unbuildable = { $about ->
    [capture] Hiervan is geen verzoek aan MultiSafepay te maken. Er is niets verzonden. Zoek naar ongewone tekens in wat u typte.
   *[other] Hiervan is geen verzoek aan MultiSafepay te maken. Zoek naar ongewone tekens in wat u typte.
  }
failures-no-connection-program_ended = { $about ->
    [capture] Capture Desk stopte voordat er iets verzonden was. Probeer het innen opnieuw.
   *[other] Capture Desk stopte voordat er iets verzonden was. Probeer het opnieuw.
  }
failures-no-answer = { $about ->
    [capture] MultiSafepay gaf niet op tijd antwoord toen we de bestelling lazen. Er is geen inning verzonden; kijk zo meteen opnieuw.
   *[other] MultiSafepay gaf niet op tijd antwoord. Probeer het zo meteen opnieuw.
  }
failures-server-trouble = { $about ->
    [capture] MultiSafepay heeft een storing of heeft het druk (HTTP { $status }). Er is geen inning verzonden; kijk over een minuut opnieuw.
   *[other] MultiSafepay heeft een storing of heeft het druk (HTTP { $status }). Probeer het over een minuut opnieuw.
  }
failures-answer-unreadable = Wat MultiSafepay antwoordde is niet te lezen (HTTP { $status }). Kijk opnieuw; blijft het zo, meld het dan aan wie uw MultiSafepay-account beheert.

failures-form = { $count ->
    [one] Eén ding moet worden verbeterd.
   *[other] { $count } dingen moeten worden verbeterd.
  }
failures-not-confirmed = { $count ->
    [one] Eén waarschuwing wacht op uw vinkje.
   *[other] { $count } waarschuwingen wachten op uw vinkje.
  }
failures-remaining-changed = Er is nu nog maar { $now } te innen, niet { $before }: iemand heeft intussen geïnd of vrijgegeven. Controleer het bedrag opnieuw.
failures-remaining-now = Er is nu nog { $now } te innen. Controleer het bedrag opnieuw.
failures-remaining-unknown = Wat nog te innen is, is veranderd sinds u keek. Lees de bestelling opnieuw.
failures-shown-changed = Wat verzonden zou worden is niet wat de controlepagina toonde. Controleer het opnieuw.
failures-order-busy = { $what ->
    [capture_recorded] Een andere inning van { $amount } is genoteerd en nog niet verzonden. Wacht op de uitkomst, of maak haar ongedaan.
    [capture_unclear] We weten nog niet of een eerdere inning van { $amount } is aangekomen. Int deze bestelling niet opnieuw voordat dat duidelijk is.
    [release_recorded] Een vrijgave van { $amount } is genoteerd en nog niet verzonden. Wacht op de uitkomst, of maak haar ongedaan.
    [release_sending] Een vrijgave van { $amount } is onderweg. Wacht op de uitkomst.
    [release_unclear] We weten nog niet of een vrijgave van { $amount } is aangekomen. Doe niets met deze bestelling voordat dat duidelijk is.
   *[capture_sending] Een andere inning van { $amount } is onderweg. Wacht op de uitkomst.
  }
failures-too-late-lead = Dit is intussen veranderd.
failures-too-late = Hoe het nu is, staat op deze pagina.
failures-sent-already-lead = Het was al verzonden toen u het ongedaan maakte.
failures-sent-already = Wat verzonden is, is niet ongedaan te maken. De uitkomst volgt hier.
failures-capture-unknown = Het Journaal kent deze inning niet. Zoek de bestelling opnieuw.

failures-journal-head = Dit is geen hash zoals Capture Desk die kopieert: het nummer van de laatste regel, een dubbele punt en 64 tekens. Plak het geheel.
failures-journal-busy = Een ander programma gebruikt het Journaal. Sluit het en probeer opnieuw te innen.
failures-journal-full = Het Journaal kan niet worden geschreven omdat de schijf vol is. Maak ruimte en probeer opnieuw te innen.
failures-journal-read_only = Het Journaal kan niet worden geschreven: de map is alleen-lezen. Vraag het aan wie deze computer beheert.
failures-journal-failing = Het Journaal kan niet worden gebruikt: de schijf meldt een fout. Vraag wie deze computer beheert naar de schijf te kijken.
failures-journal-from_newer_version = Het Journaal is geschreven door een nieuwere versie van Capture Desk. Installeer die versie en probeer opnieuw te innen.
failures-journal-damaged = Het Journaal is beschadigd en zonder Journaal wordt niets verzonden. Vraag wie deze computer beheert om een kopie terug te zetten.
failures-not-saved-unwritable = De instellingen kunnen niet worden geschreven. Kijk of de schijf vol is of de map alleen-lezen.
failures-not-saved-unread = De instellingen konden bij het starten niet worden gelezen, en daarom wordt er niets overheen geschreven. Vraag wie deze computer beheert om settings.json leesbaar te maken; start daarna opnieuw.
failures-not-copied = De tekst is niet gekopieerd: het klembord van deze computer nam hem niet aan.
failures-not-opened = De browser kon niet worden geopend. Open zelf { $address }.
failures-unexpected-lead = { $about ->
    [order] Er is geen geld geïnd.
    [release] We weten niet of er geld is vrijgegeven.
    [unclear_release] We weten niet of er geld is vrijgegeven.
    [outcome] We weten niet of dat gedaan is.
    [stores] We weten niet of dat gedaan is.
   *[capture] We weten niet of er geld is geïnd.
  }
failures-unexpected = Het venster krijgt geen antwoord meer van Capture Desk. Start het opnieuw: het meldt meteen of een inning onduidelijk is.

# Wat een weigering van MultiSafepay betekent, en wat nu te doen.
failures-refused-amount = MultiSafepay neemt dit bedrag niet aan.
failures-refused-amount-next = Lees de bestelling opnieuw en controleer wat nog te innen is.
failures-refused-number = MultiSafepay kent deze bestelling niet onder deze sleutel, of het kenmerk is al gebruikt.
failures-refused-number-next = Lees de bestelling opnieuw; kies dan een ander kenmerk.
failures-refused-description = MultiSafepay neemt de memo niet aan.
failures-refused-description-next = Maak de memo korter en probeer opnieuw te innen.
failures-refused-missing = MultiSafepay mist iets in het verzoek.
failures-refused-missing-next = Kopieer de gegevens en stuur ze naar de helpdesk.
failures-refused-site = De website is geblokkeerd in uw MultiSafepay-account.
failures-refused-site-next = Vraag MultiSafepay om de website weer te openen; probeer daarna te innen.
failures-refused-account = Uw MultiSafepay-account is geblokkeerd.
failures-refused-account-next = Vraag MultiSafepay om het account weer te openen; probeer daarna te innen.
failures-refused-exists = MultiSafepay kan deze inning niet maken: misschien bestaat er al een met dit kenmerk.
failures-refused-exists-next = Lees de bestelling opnieuw voordat u int.
failures-refused-gateway = De betaalmethode is op dit moment niet bereikbaar.
failures-refused-gateway-next = Houd de zending vast en probeer later vandaag opnieuw te innen.
failures-refused-declined = De bank heeft geweigerd.
failures-refused-declined-next = Houd de zending vast en probeer later vandaag opnieuw te innen. Weigert de bank weer, vraag de klant dan om opnieuw te betalen.
failures-refused-cart = MultiSafepay accepteert de meegezonden regels niet.
failures-refused-cart-next = Probeer hetzelfde bedrag te innen zonder de regels.
failures-refused-key = MultiSafepay accepteert de sleutel van deze winkel niet.
failures-refused-key-next = Vervang de sleutel in Instellingen, Winkels; probeer daarna opnieuw te innen.
failures-refused-other = MultiSafepay heeft geweigerd.
failures-refused-other-next = Lees wat MultiSafepay antwoordde. Houd de zending vast tot er geïnd is.

app-name = Capture Desk
app-skip = Naar de inhoud
app-main = Hoofdmenu
app-capture = Innen
app-settings = Instellingen
app-store = Winkel:
app-store-menu = Winkel kiezen
app-connect-store = Winkel koppelen
app-help = Hulp
app-mode = Modus
app-error-word = Fout:
app-use-as-typed = “{ $text }” gebruiken zoals getypt

app-mode-live = Live
app-mode-practice = Oefenen
app-mode-test = Test
app-mode-local = Lokale testserver
app-mode-setup = Niet ingesteld
app-real-money = Echt geld.
app-no-real-money = Geen echt geld.
app-nothing-yet = Er kan nog niets worden geïnd.
app-nothing-now = Er kan nu niets worden geïnd.
app-goes-live = Inningen gaan naar MultiSafepay voor { $store }.
app-goes-practice = Er gaat niets van deze computer af.
app-goes-test = Inningen gaan naar de testomgeving van MultiSafepay voor { $store }.
app-goes-local = Inningen gaan naar { $address } voor { $store }.

app-unclear-count = { $count ->
    [one] 1 inning is onduidelijk.
   *[other] { $count } inningen zijn onduidelijk.
  }
app-unclear-advice = Probeer deze bestellingen niet opnieuw te innen.
app-unclear-show = Tonen

app-leave-title = Dit formulier verlaten?
app-leave-text = Er is geen geld geïnd. Wat u hier typte wordt niet bewaard.
app-leave-stay = Hier blijven
app-leave-go = Formulier verlaten

app-copy = Kopiëren
app-copied = Gekopieerd
app-cancel = Annuleren

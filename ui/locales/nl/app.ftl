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
app-goes-practice = Niets verlaat deze computer.
app-goes-test = Inningen gaan naar de testomgeving van MultiSafepay voor { $store }.
app-goes-local = Inningen gaan naar { $address } voor { $store }.

app-unclear-count =
    { $what ->
        [release] { $count ->
            [one] { $count } vrijgave is onduidelijk.
           *[other] { $count } vrijgaven zijn onduidelijk.
        }
        [both] { $count } inningen en vrijgaven zijn onduidelijk.
       *[capture] { $count ->
            [one] { $count } inning is onduidelijk.
           *[other] { $count } inningen zijn onduidelijk.
        }
    }
app-unclear-advice =
    { $what ->
        [capture] { $count ->
            [one] Int deze bestelling niet opnieuw.
           *[other] Int deze bestellingen niet opnieuw.
        }
       *[other] { $count ->
            [one] Doe niets met deze bestelling voordat dat duidelijk is.
           *[other] Doe niets met deze bestellingen voordat dat duidelijk is.
        }
    }
app-unclear-show = Tonen

app-leave-title = Dit formulier verlaten?
app-leave-text = Er is geen geld geïnd. Wat u hier typte wordt niet bewaard.
app-leave-stay = Hier blijven
app-leave-go = Formulier verlaten

app-as-of = Stand van { $time }
app-copy = Kopiëren
app-copied = Gekopieerd
app-cancel = Annuleren

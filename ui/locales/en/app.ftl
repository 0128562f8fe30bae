app-name = Capture Desk
app-skip = Skip to content
app-main = Main
app-capture = Capture
app-settings = Settings
app-store = Store:
app-store-menu = Choose the store
app-connect-store = Connect a store
app-help = Help
app-mode = Mode
app-error-word = Error:
app-use-as-typed = Use “{ $text }” as typed

app-mode-live = Live
app-mode-practice = Practice
app-mode-test = Test
app-mode-local = Local test server
app-mode-setup = Not set up
app-real-money = Real money.
app-no-real-money = No real money.
app-nothing-yet = Nothing can be captured yet.
app-nothing-now = Nothing can be captured now.
app-goes-live = Captures go to MultiSafepay for { $store }.
app-goes-practice = Nothing leaves this computer.
app-goes-test = Captures go to the MultiSafepay test environment for { $store }.
app-goes-local = Captures go to { $address } for { $store }.

app-unclear-count =
    { $what ->
        [release] { $count ->
            [one] { $count } release is unclear.
           *[other] { $count } releases are unclear.
        }
        [both] { $count } captures and releases are unclear.
       *[capture] { $count ->
            [one] { $count } capture is unclear.
           *[other] { $count } captures are unclear.
        }
    }
app-unclear-advice =
    { $what ->
        [capture] { $count ->
            [one] Do not capture this order again.
           *[other] Do not capture these orders again.
        }
       *[other] { $count ->
            [one] Do nothing with this order before that is clear.
           *[other] Do nothing with these orders before that is clear.
        }
    }
app-unclear-show = Show

app-leave-title = Leave this form?
app-leave-text = No money was captured. What you typed here is not kept.
app-leave-stay = Stay here
app-leave-go = Leave the form

app-as-of = As of { $time }
app-copy = Copy
app-copied = Copied
app-cancel = Cancel

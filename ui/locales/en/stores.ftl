stores-steps = Steps
stores-step-language = Language
stores-step-begin = Practise or connect
stores-step-store = Store
stores-step-done = Done
stores-continue = Continue
stores-back = Back
stores-save = Save

stores-welcome = Welcome to Capture Desk
stores-welcome-lead = Capture authorised card payments of your web shop when you ship.
stores-formats = Amounts and dates follow this computer: { $amount } and { $date }.
stores-begin = How do you want to begin?
stores-begin-practise = Practise first
stores-begin-practise-text = Made-up orders on this computer. No key needed, no real money. You can also practise what happens when a bank refuses or an answer stays away.
stores-begin-connect = Connect my store
stores-begin-connect-text = You need the API key of your site in MultiSafepay. Whoever manages your MultiSafepay account can give it to you.

stores-connect = Connect a store
stores-name = Name of the store
stores-key-is-for = The key is for
stores-environment-live = Real money
stores-environment-test = MultiSafepay test environment
stores-key = API key
stores-key-hint = In MultiSafepay Control: Integrations, Sites, your site, API key. Paste it here.
stores-show-key = Show the key
stores-key-goes = The key goes to the keyring of this computer. Once it is there, Capture Desk never shows it again.
stores-checking = Checking the key…
stores-waiting = This takes longer than usual. If this computer asks for the password of its keyring, answer it there.
stores-connect-nameless = Connect the store
stores-connect-name = Connect { $store }
stores-not-for-live = This key does not belong to Live
stores-not-for-live-text = MultiSafepay Live does not know it. Test keys and live keys differ. If this is a test key, connect it as a test store.
stores-try-in = { $environment ->
    [live] Try it in Live
   *[test] Try it in Test
  }
stores-key-not-kept = The key was not kept.
stores-this-run-only = Use the key for this run only

stores-done = { $store } is connected
stores-done-lead = Its key works. You can capture now.
stores-done-practice = You are practising
stores-done-practice-lead = Made-up orders are waiting. Nothing leaves this computer.
stores-good-to-know = Good to know
stores-key-find = Find an order, from anywhere
stores-key-capture = Capture, on the check page only
stores-key-undo = { $seconds ->
    [0] Undo: not possible, because the time to undo is 0 seconds
    [one] Undo, within 1 second after that
   *[other] Undo, within { $seconds } seconds after that
  }
stores-key-help = Help, and all other keys
stores-done-band = The band at the top always tells whether you work with real money. Practice stays one click away under your store’s name.
stores-done-practice-band = The band at the top always tells whether you work with real money. Connect your store under the name of this one when you are ready.
stores-start = Start capturing

stores-site = Site { $site }.
stores-account = Account { $account }.
stores-role = Role: { $role }.
stores-practice-name = Practice shop
stores-practice-always = Made-up orders on this computer. Always here
stores-key-place-keyring = Key in the keyring of this computer
stores-key-place-this_run = Key for this run only: it is forgotten when Capture Desk ends
stores-key-place-not_needed = No key needed
stores-key-place-missing = The key is missing
stores-check-key = Check key
stores-replace-key = Replace key…
stores-enter-key = Enter key…
stores-replace-key-go = Check and keep the key
stores-new-key = New API key of { $store }
stores-key-works = The key works
stores-key-refused = The key does not work
stores-key-not-checked = The key was not checked.
stores-more = More for { $store }
stores-change = Name and proposals…
stores-remove = Remove…
stores-keys-kept = Keys are kept in the keyring of this computer. Nobody can read them from here. Removing a store keeps its Journal.
stores-remove-title = Remove { $store }?
stores-remove-text = Its key is deleted from this computer. Its Journal stays, and nothing changes at MultiSafepay.
stores-remove-keep = Keep { $store }
stores-remove-go = Remove { $store }
stores-status-after = Order status after a capture
stores-status-after-hint = What the form proposes
stores-sends-cart = Send picked lines with a capture
stores-sends-cart-hint = Switch it off when MultiSafepay refuses the lines of this shop


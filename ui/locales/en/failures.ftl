# Whether money moved: the first sentence of every failure.
failures-no-money = No money was captured.
failures-still-unclear = We still do not know whether money was captured.
failures-still-unclear-release = We still do not know whether money was released.
failures-nothing-released = Nothing was released.
failures-stays-true = What stands above stays true.
failures-nothing-changed = Nothing was changed.
failures-nothing-sent = Nothing was sent.

# Next steps.
failures-to-stores = Open Settings, Stores
failures-look-again = Look again
failures-show-capture = { $kind ->
    [release] Show that release
   *[capture] Show that capture
  }
failures-open-elsewhere = Open it in { $store }

failures-order-number-empty = Enter an order number.
failures-order-number-too_long = An order number has at most 50 characters; this one has { $length }.
failures-order-number-unprintable = This order number holds a character that cannot be printed. Type it again.
failures-order-not-found = There is no order { $order } in { $store }. Look whether it belongs to another website, or to test instead of live.
failures-order-elsewhere = { $count ->
    [one] There is no order { $order } in { $store }. { $names } has one.
   *[other] There is no order { $order } in { $store }. { $names } have one.
  }

failures-key-not-accepted = { $about ->
    [stores] MultiSafepay does not accept the key of { $store }. Copy it again from MultiSafepay Control: Integrations, Sites, your site, API key.
   *[capture] MultiSafepay does not accept the key of { $store }. Replace the key in Settings, Stores.
  }
failures-key-of-other-environment = { $environment ->
    [test] This key belongs to the test environment. Connect it as a test store.
    [live] This key belongs to live. Connect it as a live store.
   *[local] This key belongs to another environment. Choose the one that it is for.
  }
failures-key-text-empty = Paste the API key.
failures-key-text-too_short = This is too short for an API key. Copy all of it.
failures-key-text-too_long = This is too long for an API key. Copy the key alone.
failures-key-text-unprintable = This holds a character that no API key has. Copy the key alone.
failures-key-missing = The key of { $store } is not on this computer any more. Enter it again in Settings, Stores.
failures-keyring-absent = This computer has no keyring to keep the key in. You can use the key for this run only; Capture Desk then asks for it again at its next start.
failures-keyring-locked = The keyring of this computer is locked. Unlock it and try again, or use the key for this run only.
failures-keyring-timed_out = The keyring of this computer did not answer. Look for its window asking for a password and try again, or use the key for this run only.
failures-keyring-refused = The keyring of this computer did not take the key. Try again, or use the key for this run only.
failures-store-name-empty = Enter a name for the store.
failures-store-name-too_long = This name is too long. Choose a shorter one.
failures-store-name-taken = Another store has this name already. Choose another.
failures-store-unknown = This store is not on this computer any more. Choose a store.
failures-store-busy = { $kind ->
    [release] A release of { $amount } on order { $order } is not finished, and the key of this store is needed to clear it up. Open it and wait for its result; then remove the store.
   *[capture] A capture of { $amount } on order { $order } is not finished, and the key of this store is needed to clear it up. Open it and wait for its result; then remove the store.
  }
failures-other-site = This key belongs to another website. Connect that website as a store of its own.
failures-site-taken = This key is for a website that is connected already: { $store }. Work in that store, or paste the key of another website.

failures-no-connection-name_not_found = { $about ->
    [capture] This computer cannot find MultiSafepay on the internet. Nothing was sent; capture again when you are online.
   *[other] This computer cannot find MultiSafepay on the internet. Try again when you are online.
  }
failures-no-connection-no_connection = { $about ->
    [capture] This computer has no connection to MultiSafepay. Nothing was sent; capture again when you are online.
   *[other] This computer has no connection to MultiSafepay. Try again when you are online.
  }
failures-no-connection-connect_timed_out = { $about ->
    [capture] MultiSafepay could not be reached in time. Nothing was sent; capture again in a moment.
   *[other] MultiSafepay could not be reached in time. Try again in a moment.
  }
failures-no-connection-certificate_not_trusted = { $about ->
    [capture] This computer does not trust the certificate of the connection to MultiSafepay. Nothing was sent. Ask whoever manages this computer.
   *[other] This computer does not trust the certificate of the connection to MultiSafepay. Ask whoever manages this computer.
  }
failures-no-connection-proxy = { $about ->
    [capture] The proxy of this network does not let Capture Desk through. Nothing was sent. Ask whoever manages this network.
   *[other] The proxy of this network does not let Capture Desk through. Ask whoever manages this network.
  }
failures-no-connection-unbuildable = { $about ->
    [capture] This cannot be put into a request to MultiSafepay. Nothing was sent. Look for unusual characters in what you typed.
   *[other] This cannot be put into a request to MultiSafepay. Look for unusual characters in what you typed.
  }
failures-no-connection-program_ended = { $about ->
    [capture] Capture Desk ended before anything was sent. Capture again.
   *[other] Capture Desk ended before anything was sent. Try again.
  }
failures-no-answer = { $about ->
    [capture] MultiSafepay did not answer in time when we read the order. No capture was sent; look again in a moment.
   *[other] MultiSafepay did not answer in time. Try again in a moment.
  }
failures-server-trouble = { $about ->
    [capture] MultiSafepay is in trouble or busy (HTTP { $status }). No capture was sent; look again in a minute.
   *[other] MultiSafepay is in trouble or busy (HTTP { $status }). Try again in a minute.
  }
failures-answer-unreadable = What MultiSafepay answered cannot be read (HTTP { $status }). Look again; if it stays, tell whoever manages your MultiSafepay account.

failures-form = { $count ->
    [one] One thing is to be corrected.
   *[other] { $count } things are to be corrected.
  }
failures-not-confirmed = { $count ->
    [one] One warning waits for your tick.
   *[other] { $count } warnings wait for your tick.
  }
failures-remaining-changed = Only { $now } remains now, not { $before }: someone captured or released in the meantime. Check the amount again.
failures-remaining-now = { $now } remains now. Check the amount again.
failures-remaining-unknown = What remains changed since you looked. Read the order again.
failures-shown-changed = What would be sent is not what the check page showed. Check it again.
failures-order-busy = { $what ->
    [capture_recorded] Another capture of { $amount } is written down and not sent yet. Wait for its result, or undo it.
    [capture_unclear] We do not know yet whether an earlier capture of { $amount } landed. Do not capture this order again before that is clear.
    [release_recorded] A release of { $amount } is written down and not sent yet. Wait for its result, or undo it.
    [release_sending] A release of { $amount } is on its way. Wait for its result.
    [release_unclear] We do not know yet whether a release of { $amount } landed. Do nothing with this order before that is clear.
   *[capture_sending] Another capture of { $amount } is on its way. Wait for its result.
  }
failures-too-late-lead = This changed meanwhile.
failures-too-late = What it is now stands on this page.
failures-sent-already-lead = It was sent before you undid it.
failures-sent-already = What was sent cannot be undone. Its result follows here.
failures-capture-unknown = The Journal has no such capture. Find the order again.

failures-journal-head = This is not a hash as Capture Desk copies it: the number of the last row, a colon, and 64 characters. Paste all of it.
failures-journal-busy = Another program uses the Journal. Close it, then capture again.
failures-journal-full = The Journal cannot be written because the disk is full. Make room, then capture again.
failures-journal-read_only = The Journal cannot be written: its folder is read-only. Ask whoever manages this computer.
failures-journal-failing = The Journal cannot be used: the disk reports an error. Ask whoever manages this computer to look at the disk.
failures-journal-from_newer_version = The Journal was written by a newer version of Capture Desk. Install that version, then capture again.
failures-journal-damaged = The Journal is damaged, and without it nothing is sent. Ask whoever manages this computer to bring it back from a copy.
failures-not-saved-unwritable = The settings cannot be written. Look whether the disk is full or the folder read-only.
failures-not-saved-unread = The settings could not be read when Capture Desk started, so nothing is written over them. Ask whoever manages this computer to make settings.json readable; then start again.
failures-not-copied = The text was not copied: the clipboard of this computer did not take it.
failures-not-opened = The browser could not be opened. Open { $address } yourself.
failures-unexpected-lead = { $about ->
    [order] No money was captured.
    [release] We do not know whether money was released.
    [unclear_release] We do not know whether money was released.
    [outcome] We do not know whether that was done.
    [stores] We do not know whether that was done.
   *[capture] We do not know whether money was captured.
  }
failures-unexpected = Capture Desk lost touch with itself. Start it again: it tells at once whether a capture is unclear.

# What a refusal of MultiSafepay means, and what to do now.
failures-refused-amount = MultiSafepay does not take this amount.
failures-refused-amount-next = Read the order again and check what remains.
failures-refused-number = MultiSafepay does not know this order under this key, or the reference was used before.
failures-refused-number-next = Read the order again; then choose another reference.
failures-refused-description = MultiSafepay does not take the memo.
failures-refused-description-next = Shorten the memo and capture again.
failures-refused-missing = MultiSafepay misses something in the request.
failures-refused-missing-next = Copy the details and send them to support.
failures-refused-site = The website is blocked in your MultiSafepay account.
failures-refused-site-next = Ask MultiSafepay to open the website again; then capture.
failures-refused-account = Your MultiSafepay account is blocked.
failures-refused-account-next = Ask MultiSafepay to open the account again; then capture.
failures-refused-exists = MultiSafepay cannot make this capture: there may be one with this reference already.
failures-refused-exists-next = Read the order again before you capture.
failures-refused-gateway = The payment method cannot be reached at the moment.
failures-refused-gateway-next = Hold the shipment back and capture again later today.
failures-refused-declined = The bank refused it.
failures-refused-declined-next = Hold the shipment back and capture again later today. If the bank refuses again, ask the customer to pay again.
failures-refused-cart = MultiSafepay does not accept the order lines that went with it.
failures-refused-cart-next = Capture the same amount without the lines.
failures-refused-key = MultiSafepay does not accept the key of this store.
failures-refused-key-next = Replace the key in Settings, Stores; then capture again.
failures-refused-other = MultiSafepay refused it.
failures-refused-other-next = Read what MultiSafepay answered. Hold the shipment back until it is captured.

settings-stores = Stores
settings-general = General
settings-as-computer = As this computer
settings-language-region = Language and region
settings-language = Language
settings-at-once = Takes effect at once
settings-formats = Amounts and dates
settings-formats-hint = They follow the region of this computer
settings-formats-example = { $amount } and { $date }
settings-appearance = Appearance
settings-theme = Light or dark
settings-theme-hint = High contrast follows this computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-sending = Sending
settings-undo = Time to undo
settings-undo-hint = A capture waits this long before it is sent. A sent capture cannot be undone
settings-undo-none = A capture is sent at once and cannot be undone
settings-undo-less = One second less
settings-undo-count = Seconds to undo
settings-undo-more = One second more
settings-seconds = seconds
settings-journal = Journal
settings-journal-check = Check the Journal
settings-journal-hint = Reads every row and proves that none was changed, moved or removed
settings-journal-go = Check now
settings-journal-checking = Checking…
settings-journal-whole = { $rows ->
    [0] The Journal is empty and whole
    [one] The Journal is whole: 1 row
   *[other] The Journal is whole: { $rows } rows
  }
settings-journal-kept = Hash that you kept (optional)
settings-journal-kept-hint = Paste one that you copied earlier, to see that nothing before it was changed since
settings-journal-compared = Up to row { $row } it is what it was when you copied that hash.
settings-journal-head = Its last row has this hash. Keep it elsewhere to compare later:
settings-journal-broken = The Journal is not whole: row { $row }
settings-journal-altered = Row { $row } is not what was written. Keep this Journal as it is, and ask whoever manages this computer.
settings-journal-removed = Row { $row } is missing. Keep this Journal as it is, and ask whoever manages this computer.
settings-journal-moved = Another row stands where row { $row } was. Keep this Journal as it is, and ask whoever manages this computer.
settings-journal-cut = The Journal ends before row { $row }. Keep this Journal as it is, and ask whoever manages this computer.

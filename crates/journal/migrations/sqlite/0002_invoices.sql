-- Finds the captures of an invoice number without reading the whole journal. Never changed after its release.
--
-- From this step on events may also say that the computer slept, that the journal could not be written, that a key was
-- missing, that a second attempt was refused, and for how long the computer was awake between two looks.

CREATE INDEX events_of_invoice ON events (body ->> '$.intent.details.invoice')
WHERE body ->> '$.intent.details.invoice' IS NOT NULL;

PRAGMA user_version = 2;

//! What a filled-in form comes to. Nothing is written and nothing is sent.

use super::show::transaction_of;
use super::{reference, warnings};
use crate::desk::Seen;
use crate::orders::{captured_pieces, not_capturable};
use crate::settings::SavedStore;
use crate::view::{CaptureForm, Choose, MoneyView, Preview, Problem, ProblemKind, Shown};
use crate::{Desk, Failure};
use domain::amount_text::{AmountProblem, read_amount};
use domain::shipment::read_text;
use domain::{
    Authorisation, CaptureProblem, Chosen, Details, EndedReservation, Field, Intent, Kind, Money, OrderId, OrderLine,
    PickedLine, Plan, Reference, TextProblem, plan_capture,
};
use jiff::civil::Date;
use journal::Entry;
use multisafepay::CaptureRequest;
use sha2::{Digest as _, Sha256};

/// What this computer knows of an order.
pub(crate) struct History {
    /// Its entries, oldest first.
    pub entries: Vec<Entry>,
    /// The entries of the same invoice number, of whatever order of the store, oldest first.
    pub invoiced: Vec<Entry>,
}

impl History {
    /// The last row of the order in the journal; 0 where there is none.
    pub fn row(&self) -> i64 {
        self.entries.iter().filter_map(|entry| entry.events.last()).map(|written| written.row).max().unwrap_or(0)
    }

    /// Whether one of its entries is proved by MultiSafepay's number `transaction`.
    pub fn proves(&self, transaction: &str) -> bool {
        let mut events = self.entries.iter().flat_map(|entry| &entry.events);
        events.any(|written| transaction_of(&written.event).as_deref() == Some(transaction))
    }

    /// Takes the newer state of one of its entries, or one more.
    pub fn take(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
    }
}

/// A form that was thought through.
pub(crate) struct Prepared {
    /// What the screen is shown.
    pub preview: Preview,
    /// What would be written down; none while there is a problem.
    pub intent: Option<Intent>,
}

impl Desk {
    /// What the form comes to on the order as it was last read.
    ///
    /// # Errors
    /// When the order cannot be read or the journal cannot.
    pub async fn preview_capture(&self, form: &CaptureForm) -> Result<Preview, Failure> {
        let store = self.store(&form.store)?;
        let order = OrderId::new(&form.order).map_err(|problem| Failure::order_number(problem, &form.order))?;
        let seen = self.last_read(&store, &order).await?;
        let history = self.history(&store, &order, &form.invoice).await?;
        Ok(self.prepare(form, &store, &seen, &history).preview)
    }

    /// What the journal knows of an order, and of an invoice number where one is given.
    pub(crate) async fn history(&self, store: &SavedStore, order: &OrderId, invoice: &str) -> Result<History, Failure> {
        let journal = self.journal(store.environment).await?.journal;
        let invoiced = match invoice.trim() {
            "" => Vec::new(),
            invoice => journal.of_invoice(&store.id, invoice).await?,
        };
        Ok(History { entries: journal.of_order(&store.id, order).await?, invoiced })
    }

    /// Thinks the form through on the order as `seen`.
    pub(crate) fn prepare(&self, form: &CaptureForm, store: &SavedStore, seen: &Seen, history: &History) -> Prepared {
        Reading { form, store, seen, history, now: self.clock().now() }.prepare()
    }
}

/// Everything that a form is read against.
struct Reading<'a> {
    form: &'a CaptureForm,
    store: &'a SavedStore,
    seen: &'a Seen,
    history: &'a History,
    now: jiff::Timestamp,
}

impl Reading<'_> {
    fn prepare(&self) -> Prepared {
        let mut problems = Vec::new();
        let details = self.details(&mut problems);
        let reference = self.reference(&details, &mut problems);
        let lines = self.picked_lines();
        let plan = self.plan(&lines, &mut problems);
        let intent = match (&plan, reference) {
            (Some(plan), Some(reference)) if problems.is_empty() => Some(self.intent(plan, reference, details)),
            _ => None,
        };
        let warnings = intent
            .as_ref()
            .map_or_else(Vec::new, |intent| warnings::of(intent, &self.seen.authorisation, self.history, self.now));
        let shown = intent.as_ref().zip(plan.as_ref()).map(|(intent, plan)| self.shown(intent, plan));
        let digest = intent.as_ref().zip(shown.as_ref()).map(|(intent, shown)| digest(intent, shown, &warnings));
        let preview = Preview {
            problems,
            warnings,
            amount: self.amount(plan.as_ref()).map(Into::into),
            remaining_after: plan.as_ref().map(|plan| plan.remaining_after.into()),
            lines_total: plan.as_ref().and_then(|plan| plan.lines_total).map(Into::into),
            line_amounts: self.line_amounts(&lines),
            shown,
            digest,
        };
        Prepared { preview, intent }
    }

    /// What was typed as an amount, where that is what was chosen.
    fn typed(&self) -> Result<Money, AmountProblem> {
        read_amount(&self.form.amount, &self.form.locale, self.seen.authorisation.authorised.currency())
    }

    fn plan(&self, lines: &[PickedLine], problems: &mut Vec<Problem>) -> Option<Plan> {
        let ended = if self.form.try_ended { EndedReservation::TryAnyway } else { EndedReservation::Refuse };
        let chosen = match self.form.choose {
            Choose::All => Ok(Chosen::AllThatRemains),
            Choose::Lines => Ok(Chosen::Lines { lines: lines.to_vec() }),
            Choose::Amount => self.typed().map(|amount| Chosen::Amount { amount }).map_err(CaptureProblem::Amount),
        };
        let pieces = captured_pieces(&self.history.entries);
        let plan = |chosen: Chosen| plan_capture(&self.seen.authorisation, &chosen, &pieces, self.now, ended);
        chosen.and_then(plan).map_err(|problem| problems.insert(0, show_problem(&problem))).ok()
    }

    /// The amount of the plan; where there is none, the one that was typed and cannot be captured.
    fn amount(&self, plan: Option<&Plan>) -> Option<Money> {
        let typed = || (self.form.choose == Choose::Amount).then(|| self.typed().ok()).flatten();
        plan.map(|plan| plan.amount).or_else(typed)
    }

    fn picked_lines(&self) -> Vec<PickedLine> {
        let picked = self.form.lines.iter().filter(|pick| pick.quantity > 0);
        picked
            .filter_map(|pick| Some(PickedLine { line: usize::try_from(pick.line).ok()?, quantity: pick.quantity }))
            .collect()
    }

    fn line_amounts(&self, picked: &[PickedLine]) -> Vec<MoneyView> {
        if self.form.choose != Choose::Lines {
            return Vec::new();
        }
        let authorisation = &self.seen.authorisation;
        let currency = authorisation.authorised.currency();
        let amount = |(place, line): (usize, &OrderLine)| {
            let quantity = picked.iter().find(|pick| pick.line == place).map_or(0, |pick| pick.quantity);
            line.unit_price.priced(quantity, line.tax_rate, currency).unwrap_or_else(|| Money::zero(currency)).into()
        };
        authorisation.lines.iter().enumerate().map(amount).collect()
    }

    fn details(&self, problems: &mut Vec<Problem>) -> Details {
        let mut text = |field, text: &str| match read_text(field, text) {
            Ok(text) => text,
            Err(problem) => {
                problems.push(Problem { field, kind: text_problem(problem) });
                None
            }
        };
        let form = self.form;
        let details = Details {
            carrier: text(Field::Carrier, &form.carrier),
            track_and_trace: text(Field::TrackAndTrace, &form.track_and_trace),
            ship_date: None,
            invoice: text(Field::Invoice, &form.invoice),
            reason: text(Field::Reason, &form.reason),
            memo: text(Field::Memo, &form.memo),
            status_after: form.status_after,
        };
        let date = form.ship_date.trim();
        if date.is_empty() {
            return details;
        }
        let ship_date = date.parse::<Date>().ok();
        if ship_date.is_none() {
            problems.push(Problem { field: Field::ShipDate, kind: ProblemKind::NotADate });
        }
        Details { ship_date, ..details }
    }

    fn reference(&self, details: &Details, problems: &mut Vec<Problem>) -> Option<Reference> {
        let typed = match read_text(Field::Reference, &self.form.reference) {
            Ok(typed) => typed,
            Err(problem) => {
                problems.push(Problem { field: Field::Reference, kind: text_problem(problem) });
                return None;
            }
        };
        match typed {
            None => Some(reference(&self.seen.authorisation, &self.history.entries, details.invoice.as_deref())),
            // Under the order's own number nobody could tell later whether the capture is there.
            Some(typed) if typed == self.form.order.trim() => {
                problems.push(Problem { field: Field::Reference, kind: ProblemKind::SameAsOrder });
                None
            }
            Some(typed) => Reference::new(&typed).ok(),
        }
    }

    fn intent(&self, plan: &Plan, reference: Reference, details: Details) -> Intent {
        let authorisation: &Authorisation = &self.seen.authorisation;
        let cart = self.sends_cart(plan).then_some((authorisation.lines.as_slice(), plan.lines.as_slice()));
        let request = CaptureRequest { amount: plan.amount, reference: &reference, details: &details, cart };
        let body = request.body();
        Intent {
            kind: Kind::Capture,
            store: self.store.id.clone(),
            order: authorisation.order.clone(),
            amount: plan.amount,
            authorised: authorisation.authorised,
            before: authorisation.snapshot(self.seen.at),
            lines: plan.lines.clone(),
            customer: authorisation.customer.clone(),
            then_release: self.form.release_rest && plan.remaining_after.is_positive(),
            reference,
            details,
            body,
        }
    }

    fn sends_cart(&self, plan: &Plan) -> bool {
        !plan.lines.is_empty() && self.store.sends_cart && !self.form.without_cart
    }

    fn shown(&self, intent: &Intent, plan: &Plan) -> Shown {
        let authorisation = &self.seen.authorisation;
        let name = |picked: &PickedLine| {
            let name = authorisation.lines.get(picked.line).map_or_else(String::new, |line| line.name.clone());
            (name, picked.quantity)
        };
        let details = intent.details.clone();
        Shown {
            store_name: self.store.name.clone(),
            order: intent.order.to_string(),
            amount: intent.amount.into(),
            captured_before: authorisation.captured.map(Into::into),
            remaining_after: plan.remaining_after.into(),
            authorised: authorisation.authorised.into(),
            customer: intent.customer.clone(),
            method: authorisation.method.clone(),
            last_four: authorisation.last_four.clone(),
            lines: plan.lines.iter().map(name).collect(),
            carrier: details.carrier,
            track_and_trace: details.track_and_trace,
            ship_date: details.ship_date.map(|date| date.to_string()),
            invoice: details.invoice,
            reason: details.reason,
            memo: details.memo,
            reference: intent.reference.to_string(),
            status_after: details.status_after,
            sends_cart: self.sends_cart(plan),
            releases: intent.then_release.then(|| plan.remaining_after.into()),
        }
    }
}

/// A digest over everything that is shown and everything that is sent: what was confirmed is what goes out.
fn digest(intent: &Intent, shown: &Shown, warnings: &[crate::view::Warning]) -> String {
    let mut hash = Sha256::new();
    // A value that cannot be written as JSON does not exist among these types; an empty text would only make the
    // digest differ from what was confirmed, which refuses.
    for part in [serde_json::to_string(shown), serde_json::to_string(warnings)] {
        hash.update(part.unwrap_or_default());
        hash.update([0]);
    }
    hash.update(&intent.body);
    format!("{:x}", hash.finalize())
}

fn show_problem(problem: &CaptureProblem) -> Problem {
    let (field, kind) = match *problem {
        CaptureProblem::NotCapturable(why) => (Field::Amount, ProblemKind::NotCapturable { why: not_capturable(why) }),
        CaptureProblem::Amount(problem) => (Field::Amount, amount_problem(problem)),
        CaptureProblem::AboveRemaining { remaining } => {
            (Field::Amount, ProblemKind::AboveRemaining { remaining: remaining.into() })
        }
        CaptureProblem::NoLines => (Field::Lines, ProblemKind::NoLines),
        CaptureProblem::TooManyPieces { line, left } => {
            (Field::Lines, ProblemKind::TooManyPieces { line: u32::try_from(line).unwrap_or(u32::MAX), left })
        }
        CaptureProblem::Text(field, problem) => (field, text_problem(problem)),
        CaptureProblem::Reference(_) => (Field::Reference, ProblemKind::Empty),
        CaptureProblem::ShipDate => (Field::ShipDate, ProblemKind::NotADate),
    };
    Problem { field, kind }
}

fn amount_problem(problem: AmountProblem) -> ProblemKind {
    match problem {
        AmountProblem::Empty => ProblemKind::Empty,
        AmountProblem::NotANumber => ProblemKind::NotANumber,
        AmountProblem::Ambiguous { grouped, decimal } => {
            ProblemKind::Ambiguous { grouped: grouped.into(), decimal: decimal.map(Into::into) }
        }
        AmountProblem::TooManyDecimals { allowed } => ProblemKind::TooManyDecimals { allowed },
        AmountProblem::Zero => ProblemKind::Zero,
        AmountProblem::Negative => ProblemKind::Negative,
        AmountProblem::TooLarge => ProblemKind::TooLarge,
    }
}

/// Why a text cannot be sent, for the screen.
pub(crate) fn text_problem(problem: TextProblem) -> ProblemKind {
    match problem {
        TextProblem::TooLong { limit, length } => ProblemKind::TooLong {
            limit: u32::try_from(limit).unwrap_or(u32::MAX),
            length: u32::try_from(length).unwrap_or(u32::MAX),
        },
        TextProblem::Unprintable => ProblemKind::Unprintable,
        TextProblem::CardNumber => ProblemKind::CardNumber,
    }
}

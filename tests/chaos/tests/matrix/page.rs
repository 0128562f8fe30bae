//! `docs/FAULTS.md`, made from what the program did.

use crate::bench::Bench;
use crate::cells::{Row, row, row_of_both};
use crate::faults::{Fault, STATUSES, bodies, of_connections, of_shapes};
use simulator::Action;
use std::path::Path;

const BEFORE: &str = include_str!("before.md");
const AFTER: &str = include_str!("after.md");
/// Set, the page is written instead of compared.
const WRITE: &str = "WRITE_FAULTS";

#[tokio::test]
async fn the_committed_table_of_faults_is_current() {
    let mut bench = Bench::open().await;
    let mut page = BEFORE.to_owned();
    page.push_str(&connections(&mut bench).await);
    page.push_str(&statuses(&mut bench).await);
    page.push_str(&shapes(&mut bench).await);
    page.push_str(AFTER);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/FAULTS.md");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = committed.lines().zip(page.lines()).find(|(committed, made)| committed != made);
    assert!(committed == page, "docs/FAULTS.md is not current: {differs:?}");
}

const HEAD: &str = "\n| fault | reading the order | on the capture | ends, requests that arrived | on a look |\n\
                    |---|---|---|---|---|\n";

async fn connections(bench: &mut Bench) -> String {
    let mut page = format!("\n## B1. Connections\n{HEAD}");
    for (name, fault) in of_connections() {
        page.push_str(&line(name, &row_of_both(bench, "B1-", &fault).await));
    }
    page
}

async fn shapes(bench: &mut Bench) -> String {
    let mut page = format!("\n## B3. Shapes of answers\n{HEAD}");
    for (name, kind, fault) in of_shapes() {
        page.push_str(&line(name, &row(bench, kind, &fault).await));
    }
    page
}

fn line(name: &str, row: &Row) -> String {
    format!("| {name} | {} | {} | {} | {} |\n", row.reading, row.posting, row.end, row.looking)
}

const STATUSES_SAY: &str = "
## B2. Statuses

Where the server had captured and answered so all the same, every cell that is not *refused* ends *captured*, with one
request that arrived. On a look, every cell stays *unclear*, because the order was not read; the next look that reads it
ends *captured*.
";

type Cell = (&'static str, fn(&Row) -> &str);

async fn statuses(bench: &mut Bench) -> String {
    let mut rows = Vec::new();
    for status in STATUSES {
        let mut cells = Vec::new();
        for (_, body) in bodies() {
            let unprocessed = Action::Answer { status, body: body.clone(), processed: false };
            let processed = Action::Answer { status, body, processed: true };
            let unprocessed = row_of_both(bench, "B2-", &Fault::Of(unprocessed)).await;
            // A well-formed refusal of something that was done is a lie that nobody can see through.
            let is_refusal = unprocessed.posting.starts_with("refused");
            let end =
                if is_refusal { String::new() } else { row_of_both(bench, "B2-", &Fault::Of(processed)).await.end };
            cells.push((unprocessed, end));
        }
        rows.push((status, cells));
    }
    assert!(rows.iter().flat_map(|(_, cells)| cells).all(|(_, end)| end.is_empty() || end == "captured, 1"));
    assert!(rows.iter().flat_map(|(_, cells)| cells).all(|(row, _)| row.looking == "unclear: order not read"));
    let parts: [Cell; 3] = [
        ("Reading the order", |row| &row.reading),
        ("On the capture", |row| &row.posting),
        ("What that ends as when the server had done nothing, and the requests that arrived", |row| &row.end),
    ];
    let mut page = STATUSES_SAY.to_owned();
    for (name, cell) in parts {
        page.push_str(&format!("\n### {name}\n\n| status |"));
        page.extend(bodies().iter().map(|(name, _)| format!(" {name} |")));
        page.push_str(&format!("\n|---|{}\n", "---|".repeat(bodies().len())));
        for (status, cells) in &rows {
            page.push_str(&format!("| {status} |"));
            page.extend(cells.iter().map(|(row, _)| format!(" {} |", cell(row))));
            page.push('\n');
        }
    }
    page
}

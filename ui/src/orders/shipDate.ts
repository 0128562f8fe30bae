const european = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const international = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** What a person typed as a day, as `YYYY-MM-DD`; text that is no such day is given back as it is, to be refused. */
export function readShipDate(text: string): string {
  const typed = text.trim();
  const [, day, month, year] = european.exec(typed) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) return iso(year, month, day);
  const [, isoYear, isoMonth, isoDay] = international.exec(typed) ?? [];
  if (isoYear !== undefined && isoMonth !== undefined && isoDay !== undefined)
    return iso(isoYear, isoMonth, isoDay);
  return typed;
}

/** `YYYY-MM-DD` as the field shows it: `DD-MM-YYYY`. */
export function writeShipDate(date: string): string {
  const [, year, month, day] = international.exec(date) ?? [];
  return year === undefined || month === undefined || day === undefined ? date : `${day}-${month}-${year}`;
}

/** A moment at noon of a `YYYY-MM-DD`, so that the day is the same in every zone; none where it is no day. */
export function shipDateMs(date: string): number | null {
  const ms = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(ms) ? null : ms;
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const common = [
  'PostNL',
  'DHL',
  'DPD',
  'GLS',
  'UPS',
  'FedEx',
  'bpost',
  'Trunkrs',
  'Budbee',
  'Mondial Relay',
  'Dragonfly',
];
const place = 'capture-desk.carriers';
const kept = 5;

/** The carriers to propose: those used last on this computer first, then those that many shops use. */
export function carriers(): { last: string[]; others: string[] } {
  const last = usedLast();
  return { last, others: common.filter((name) => !last.includes(name)) };
}

/** Keeps a carrier as the one used last. A convenience only, so a storage that refuses changes nothing. */
export function rememberCarrier(name: string): void {
  if (name === '') return;
  const next = [name, ...usedLast().filter((other) => other !== name)].slice(0, kept);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    return;
  }
}

function usedLast(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? read.filter((name) => typeof name === 'string').slice(0, kept) : [];
  } catch {
    return [];
  }
}

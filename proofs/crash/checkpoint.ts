import type { DriveFile, Emulator, Form, Spreadsheet } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';

/** Remembers all files of an emulator. @returns what puts them back, with an empty inbox and the clock as it was. */
export function checkpoint({ sheets, forms, files, clock, inbox, log }: Emulator): () => void {
  const now = clock.now();
  const books = new Map(sheets.spreadsheets());
  const savedForms = [...forms.store.all()].map((form) => [form, structuredClone(form)] as const);
  const savedFiles = structuredClone(new Map(files));
  return () => {
    refill(sheets.spreadsheets() as Map<string, Spreadsheet>, books);
    refill(files as Map<string, DriveFile>, structuredClone(savedFiles));
    for (const [form, saved] of savedForms) Object.assign(form, structuredClone(saved) satisfies Form);
    inbox.clear();
    log.clear();
    clock.set(Temporal.Instant.from(now));
  };
}

function refill<K, V>(map: Map<K, V>, entries: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

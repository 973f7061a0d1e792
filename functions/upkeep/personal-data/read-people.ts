import type { Grid } from '../../../sheets-schema/cell.ts';
import { optional } from '../../../sheets-schema/columns/kind.ts';
import { text } from '../../../sheets-schema/columns/text.ts';
import { column, type RowOf } from '../../../sheets-schema/define-tab.ts';
import { isHeaded, parseTab } from '../../../sheets-schema/parse-tab.ts';
import { changes, type Filer, filers, type Report, reports } from '../../../sheets-schema/tabs/logs.ts';
import { sealedReports } from '../../../sheets-schema/tabs/sealed.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { system } from '../../../sheets-schema/tabs/system.ts';
import { contacts } from '../../../sheets-schema/tabs/units.ts';
import type { Workbook } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { type Bookkeeping, readBookkeeping } from '../../workbook/bookkeeping.ts';
import { readSettings } from '../../workbook/read-settings.ts';
import { assertCurrent } from '../../workbook/schema-gate.ts';

/** A row of `Người gửi`, with what `Báo cáo` knows of its version. */
export type FilerRow = Filer & {
  /** 0-based row of the tab. */
  readonly row: number;
  readonly unit: string | null;
  readonly round: string | null;
  /** The response in the Form, which keeps the same data until its owner deletes it. */
  readonly responseId: string | null;
  /** RFC 3339; null when the version is in no log. */
  readonly filedAt: string | null;
};

/** A row of `Danh bạ`, its addresses as they were typed: one that nobody can read may still name a person. */
export type TypedContact = {
  readonly row: number;
  readonly id: string;
  readonly unit: string;
  readonly name: string | null;
  readonly email: string;
};

const asTyped = {
  ...contacts,
  columns: { ...contacts.columns, emails: column(optional(text), contacts.columns.emails.header, '') },
};

/** Where the Sheet keeps people. */
export type People = {
  readonly filers: readonly FilerRow[];
  readonly contacts: readonly TypedContact[];
  readonly bookkeeping: Bookkeeping;
  /** Months that the data of filers is kept; null when the setting cannot be read. */
  readonly retentionMonths: number | null;
};

const tabs = [system, filers, reports, sealedReports, changes, contacts, settingsTab] as const;

/**
 * Reads the tabs that hold people, in one call.
 * @throws workbook.newer, workbook.older; workbook.unprovisioned when a tab is gone or a log is not headed as declared: cells would be taken for others.
 */
export async function readPeople(workbook: Workbook): Promise<People> {
  const outcome = await workbook.read(
    tabs.map((tab) => ({
      sheetId: tab.sheetId,
      columns: tab.owner === 'people' ? null : Object.keys(tab.columns).length,
    })),
  );
  if (outcome.kind !== 'read') {
    throw problem('workbook.unprovisioned', [`one of the tabs ${tabs.map(({ title }) => `"${title}"`).join(', ')}`]);
  }
  const gridOf = (tab: { sheetId: number }): Grid => outcome.grids.get(tab.sheetId) ?? [];
  const bookkeeping = readBookkeeping(gridOf(system));
  if (!bookkeeping) throw problem('workbook.unprovisioned', [`the tab "${system.title}"`]);
  assertCurrent(bookkeeping);
  for (const log of [filers, changes]) {
    if (!isHeaded(log, gridOf(log)[0] ?? []))
      throw problem('workbook.unprovisioned', [`the first row of the tab "${log.title}"`]);
  }
  const { people } = bookkeeping.schema;
  const { settings, unread } = readSettings(parseTab(settingsTab, gridOf(settingsTab), people).rows, people);
  const isKnown = !unread.includes('retentionMonths') && settings.retentionMonths > 0;
  return {
    bookkeeping,
    filers: filerRows(
      gridOf(filers),
      [reports, sealedReports].flatMap((tab) => parseTab(tab, gridOf(tab)).rows),
    ),
    contacts: contactRows(gridOf(contacts), people),
    retentionMonths: isKnown ? settings.retentionMonths : null,
  };
}

/** Every row that holds anything, doubled and keyless ones too: nobody may be overlooked. */
function filerRows(grid: Grid, all: readonly Report[]): readonly FilerRow[] {
  const known = new Map(all.map((report) => [report.version, report]));
  return grid.slice(1).map((cells, index) => {
    const [version = '', name = '', position = '', email = '', phone = ''] = cells.map(String);
    const report = known.get(version);
    return {
      row: index + 1,
      version,
      name: name || null,
      position: position || null,
      email: email || null,
      phone: phone || null,
      unit: report?.unit ?? null,
      round: report?.round ?? null,
      responseId: report?.responseId ?? null,
      filedAt: report?.lastSubmittedTime ?? null,
    };
  });
}

/** A contact that cannot be read whole may still name a person. */
function contactRows(grid: Grid, version: number): readonly TypedContact[] {
  const { rows, broken } = parseTab(asTyped, grid, version);
  const readable = broken.map(
    ({ at, values }) => ({ ...values, at }) as Partial<RowOf<typeof asTyped>> & { at: number },
  );
  return [...rows, ...readable].map(({ at, id = '', unit = '', name = null, emails }) => ({
    row: at - 1,
    id,
    unit,
    name,
    email: emails ?? '',
  }));
}

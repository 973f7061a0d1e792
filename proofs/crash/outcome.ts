import { renderForm } from 'google-workspace-emulator';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { parseTab } from '../../sheets-schema/parse-tab.ts';
import { type LedgerRow, ledger } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import type { Office } from '../../test/support/office.ts';
import { brokenNow, type Cells, unclaimed } from '../invariants.ts';

const tabs: readonly Tab[] = allTabs;

/** Everything that outlives a run: each tab's cells, the form, the mails that arrived. */
/** Whatever it is shown as: what stands there is compared. */
const AS_SENT = { origin: () => '', switches: new Map<string, boolean>() };

export type Outcome = {
  readonly cells: ReadonlyMap<Tab, Grid>;
  readonly form: unknown;
  readonly mails: readonly Mail[];
};

type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

export async function readOutcome(office: Office): Promise<Outcome> {
  const { emulator } = office.workspace;
  const mails = await emulator.inbox.messages();
  return {
    cells: await readTabs(office),
    form: [...emulator.forms.store.all()].map((form) => ({ ...renderForm(form, AS_SENT), revisionId: '' })),
    mails: mails.map(({ messageId: id, envelope, subject, text }) => ({ id, to: envelope.to.join(), subject, text })),
  };
}

async function readTabs({ sheet, workspace }: Office): Promise<ReadonlyMap<Tab, Grid>> {
  const { data } = await sheet.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId: workspace.provisioned.spreadsheetId,
    requestBody: {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dataFilters: tabs.map(({ sheetId }) => ({ gridRange: { sheetId, startRowIndex: 0, startColumnIndex: 0 } })),
    },
  });
  return new Map(tabs.map((tab, index) => [tab, (data.valueRanges?.[index]?.valueRange?.values ?? []) as Cell[][]]));
}

/** A claim that got no result is made again; nothing else of the ledger may tell a disturbed run from a quiet one. */
export type Allowance = {
  /** Mails of one key that may arrive: two after a crash or a lost answer of the mail server, else one. */
  readonly copies: 1 | 2;
};

/** What is lost, doubled or otherwise not as in the undisturbed run; nothing when all is well. */
export function violations(quiet: Outcome, disturbed: Outcome, { copies }: Allowance): readonly string[] {
  return [
    ...tabs.flatMap((tab) => tabViolations(tab, quiet, disturbed)),
    ...ledgerViolations(quiet, disturbed, copies),
    ...brokenNow(cellsOf(disturbed)),
    ...unclaimed(
      cellsOf(disturbed),
      disturbed.mails.map(({ id }) => id),
    ).map((id) => `${id} left without a claim`),
    ...(same(quiet.form, disturbed.form) ? [] : ['the form differs']),
    ...mailViolations(quiet.mails, disturbed.mails, copies),
  ];
}

const cellsOf =
  ({ cells }: Outcome): Cells =>
  (tab) =>
    cells.get(tab) ?? [];

function tabViolations(tab: Tab, quiet: Outcome, disturbed: Outcome): readonly string[] {
  if (tab === ledger || tab === system) return [];
  const [want = [], have = []] = [quiet.cells.get(tab), disturbed.cells.get(tab)];
  if (same(want, have)) return [];
  const row = Array.from({ length: Math.max(want.length, have.length) }).findIndex((_, i) => !same(want[i], have[i]));
  return [`${tab.title} differs at row ${row + 1}: ${JSON.stringify(want[row])} became ${JSON.stringify(have[row])}`];
}

function ledgerRows({ cells }: Outcome): ReadonlyMap<string, readonly LedgerRow[]> {
  return Map.groupBy(parseTab(ledger, cells.get(ledger) ?? []).rows, ({ key }) => key);
}

/** Each key ends as in the quiet run, and is claimed again only after a crash. */
function ledgerViolations(quiet: Outcome, disturbed: Outcome, copies: number): readonly string[] {
  const [want, have] = [ledgerRows(quiet), ledgerRows(disturbed)];
  const keys = [...new Set([...want.keys(), ...have.keys()])];
  return keys.flatMap((key) => {
    const [before = [], now = []] = [want.get(key), have.get(key)];
    const claims = (rows: readonly LedgerRow[]) => rows.filter(({ state }) => state === 'đang gửi').length;
    return [
      ...(before.at(-1)?.state === now.at(-1)?.state ? [] : [`${key} ends as ${now.at(-1)?.state}`]),
      ...(claims(now) < claims(before) + copies ? [] : [`${key} is claimed ${claims(now)} times`]),
    ];
  });
}

function mailViolations(quiet: readonly Mail[], disturbed: readonly Mail[], copies: number): readonly string[] {
  const [want, have] = [byId(quiet), byId(disturbed)];
  const strange = [...have].filter(([id]) => !want.has(id)).map(([, [mail]]) => `nobody owes "${mail?.subject}"`);
  const wrong = [...want].flatMap(([id, [mail]]) => {
    const arrived = have.get(id) ?? [];
    if (arrived.length === 0) return [`"${mail?.subject}" never arrived`];
    if (arrived.length > copies) return [`"${mail?.subject}" arrived ${arrived.length} times`];
    return arrived.every((one) => same(one, mail)) ? [] : [`"${mail?.subject}" does not say the same`];
  });
  return [...strange, ...wrong];
}

function byId(mails: readonly Mail[]): ReadonlyMap<string, readonly Mail[]> {
  return Map.groupBy(mails, ({ id }) => id);
}

/** A mail that went late says so: of the moments that words tell, only the day must be the same. */
function same(a: unknown, b: unknown): boolean {
  const words = (value: unknown) => JSON.stringify(value)?.replaceAll(/\d\d:\d\d(?=,? ngày)/g, 'lúc');
  return words(a) === words(b);
}

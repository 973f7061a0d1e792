import type { faultSchema, ParsedMessage, quotaSchema, smtpFaultSchema } from 'google-workspace-emulator';
import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { z } from 'zod';
import { runSync, type SyncAnswer } from '../../functions/app.ts';
import { type Answers, type Filing, fillForm } from '../../scripts/workspace/city.ts';
import { type Coordinator, createCoordinator, editByHand } from '../../scripts/workspace/coordinator.ts';
import { furnish, type Workspace } from '../../scripts/workspace/start-workspace.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { type ParsedRow, parseTab } from '../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../sheets-schema/schema-version.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import { type FindingRow, findings } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, type Unit } from '../../sheets-schema/tabs/units.ts';

export const ROUND = '2025-10';
export const CITIES = ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'] as const;

/** The day the letter is signed, after the round opens. */
const START = '2025-10-23 14:05';

/** An office that asks six cities for a report, with everything it works with on this machine. */
export type Office = Coordinator & {
  readonly workspace: Workspace;
  /** The Sheet as its owner can reach it through the API. */
  readonly sheet: sheets_v4.Sheets;
  /** Sets the clock: `2025-10-24 08:30`, as it is in Ha Noi. */
  moveTo(time: string): void;
  /** Runs the loop once. Of its calls a list of responses is one, in however many pages Google gives it. */
  sync(): Promise<SyncAnswer>;
  /** Sets the clock and runs the loop once. */
  syncAt(time: string): Promise<SyncAnswer>;
  /** A city fills the form through its own link, now, and Google lists it unless told when. @returns the response's id */
  file(unit: string, answers: Answers, own?: Partial<Filing>): Promise<string>;
  /** A coordinator writes a row of `Quyết định`. */
  decide(decision: string, cells: Readonly<Record<string, Cell>>): Promise<void>;
  /** Mails that arrived for a unit, oldest first. */
  mailsTo(unit: string): Promise<readonly ParsedMessage[]>;
  /** Every mail that arrived, oldest first. */
  mails(): Promise<readonly ParsedMessage[]>;
  /** What can be read of a tab, found by its sheetId wherever it is. */
  rowsOf<T extends Tab>(tab: T): Promise<readonly ParsedRow<T>[]>;
  /** The cells of a tab as they are stored. */
  cellsOf(tab: Tab): Promise<Grid>;
  /** Where its first row stands that is not empty, below the header, from 0. */
  firstRowOf(tab: Tab): Promise<number>;
  findings(): Promise<readonly FindingRow[]>;
  /** The findings that hold something up. */
  errors(): Promise<readonly FindingRow[]>;
  /** The owner of the file edits it by hand: all requests or none. */
  edit(...requests: sheets_v4.Schema$Request[]): Promise<void>;
  /** What goes wrong with Google from now on; nothing when empty. */
  breakGoogle(...faults: readonly z.input<typeof faultSchema>[]): Promise<void>;
  /** Calls a minute that Google allows from now on; a class left out is not limited. */
  limitGoogle(limits: z.input<typeof quotaSchema>): Promise<void>;
  breakMail(...faults: readonly z.input<typeof smtpFaultSchema>[]): Promise<void>;
  /** Does something to an office nobody has touched yet; what was done so before is put back instead of done again. */
  once(name: string, act: () => Promise<void>): Promise<void>;
};

/** The office of a test file: as newly furnished before each test. Each that a file uses has an emulator of its own. */
export function useOffice(start = START): Office {
  const office = {} as Office;
  let premises: Premises;
  beforeAll(async () => {
    premises = vacant.pop() ?? { emulator: await createEmulator({}), furnished: new Map() };
  });
  beforeEach(async () => {
    const now = instantOf(start);
    const workspace = await furnishedIn(premises, now);
    Object.assign(office, createOffice(workspace), {
      once: (name: string, act: () => Promise<void>) => doneIn(premises, `${now} ${name}`, { workspace, act }),
    });
  });
  afterAll(() => void vacant.push(premises));
  return office;
}

/** An emulator, and what was furnished in it by the moment it was. */
type Premises = {
  readonly emulator: Emulator;
  readonly furnished: Map<string, { readonly workspace: Workspace; putBack(): void }>;
};

type Doing = { readonly workspace: Workspace; readonly act: () => Promise<void> };

async function doneIn({ emulator, furnished }: Premises, name: string, { workspace, act }: Doing): Promise<void> {
  if (emulator.asked() > 0) return act();
  const now = emulator.clock.now();
  const known = furnished.get(name);
  if (known) known.putBack();
  else {
    await act();
    const putBack = emulator.checkpoint();
    putBack();
    furnished.set(name, { workspace, putBack });
  }
  if (emulator.clock.now() !== now) emulator.clock.set(Temporal.Instant.from(now));
}

/** They stay for the next test file of this process: to furnish takes far longer than to put back. */
const vacant: Premises[] = [];

async function furnishedIn({ emulator, furnished }: Premises, now: string): Promise<Workspace> {
  const known = furnished.get(now);
  if (known) {
    known.putBack();
    return known.workspace;
  }
  emulator.reset();
  const workspace = await furnish(emulator, now);
  furnished.set(now, { workspace, putBack: emulator.checkpoint() });
  return workspace;
}

export function city(code: string): Unit {
  const found = citySeeds.find((unit) => unit.code === code);
  if (!found) throw new Error(`No city ${code}.`);
  return found;
}

/** Where a unit of the stories is written to. */
export function mailboxOf(unit: string): string {
  return `dothithongminh@${unit.toLowerCase()}.example`;
}

type Asked = {
  readonly cities?: readonly string[];
  readonly deadline?: string;
  readonly approved?: boolean;
  readonly mail?: string;
  readonly round?: string;
};

/**
 * Everything the round of the letter needs before mail leaves: contacts, a go-live mark, an open and approved round, mail
 * on. The deadline is the one the coordinator set, because the letter came on its last day.
 */
export async function askTheCities(
  office: Office,
  { cities = CITIES, deadline = '29/10/2025', approved = true, mail = 'Bật', round = ROUND }: Asked = {},
): Promise<void> {
  const options = { cities, deadline, approved, mail, round };
  await office.once(`asks ${JSON.stringify(options)}`, () => ask(office, options));
}

async function ask(office: Office, { cities, deadline, approved, mail, round }: Required<Asked>): Promise<void> {
  await writeContacts(office);
  await office.type(rounds, round, 'Đơn vị phải báo cáo', cities.join('; '));
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/2025 08:00');
  await office.type(rounds, round, 'Hạn điều chỉnh', deadline);
  // An approval acts on what a run before has shown.
  if (approved) await office.sync();
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', mail);
  await office.type(rounds, round, 'Trạng thái', 'Đang mở');
  if (approved) await office.type(rounds, round, 'Duyệt gửi', true);
}

export const NEXT_ROUND = '2025-11';

/** The round of the letter is closed, another one asks the same cities, is approved, and both were seen so. */
export async function openNextRound(office: Office, deadline = '31/10/2025'): Promise<void> {
  const [header = [], ...rows] = await office.read(rounds);
  const first = rows.find(([id]) => id === ROUND) ?? [];
  const next = Object.fromEntries(header.map((title, at) => [title, first[at] ?? '']));
  const own = { 'Mã kỳ': NEXT_ROUND, 'Tên kỳ': 'Báo cáo đợt 2', 'Hạn điều chỉnh': deadline, 'Trạng thái': 'Đang mở' };
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  await office.add(rounds, { ...next, ...own, 'Duyệt gửi': false });
  await office.sync();
  await office.type(rounds, NEXT_ROUND, 'Duyệt gửi', true);
  await office.sync();
}

async function writeContacts({ sheet, workspace }: Office): Promise<void> {
  const person = (id: string, unit: string, role: string, email: string) => [id, unit, role, '', '', email, true];
  await sheet.spreadsheets.values.update({
    spreadsheetId: workspace.provisioned.spreadsheetId,
    range: `'${contacts.title}'!A2`,
    valueInputOption: 'USER_ENTERED',
    requestBody: {
      values: [
        ...CITIES.map((unit) => person(`${unit}-1`, unit, 'Đầu mối', mailboxOf(unit))),
        person('BXD-1', 'BXD', 'Điều phối', mailboxOf('dieuphoi')),
        person('BXD-2', 'BXD', 'Lãnh đạo', mailboxOf('lanhdao')),
      ],
    },
  });
}

export function createOffice(workspace: Workspace): Office {
  const { emulator, provisioned, environment, config } = workspace;
  const { spreadsheetId } = provisioned;
  const sheet = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  const coordinator = createCoordinator(emulator.url, spreadsheetId);
  const moveTo = (time: string): void => workspace.setTime(instantOf(time));
  const cellsOf = (tab: Tab) => readCells(sheet, spreadsheetId, tab);
  const mails = () => emulator.inbox.messages();
  const sync = async () => {
    const before = furtherPages(emulator);
    const answer = await runSync(config);
    return { ...answer, googleCalls: answer.googleCalls - (furtherPages(emulator) - before) };
  };
  const rowsOf = async <T extends Tab>(tab: T) => parseTab(tab, await cellsOf(tab), ANY_VERSION).rows;
  return {
    ...coordinator,
    workspace,
    sheet,
    moveTo,
    sync,
    syncAt(time) {
      moveTo(time);
      return sync();
    },
    async file(unit, answers, own) {
      const responseId = await fillForm(emulator.url, provisioned.formId, {
        unit: city(unit),
        round: ROUND,
        secret: environment['LINK_SECRET'] ?? '',
        answers,
        ...own,
      });
      if (own?.listedAfter === undefined) untilListed(emulator, provisioned.formId, responseId);
      return responseId;
    },
    decide: (decision, cells) =>
      coordinator.add(decisionsTab, {
        'Kỳ hoặc nhiệm vụ': ROUND,
        'Quyết định': decision,
        'Người quyết định': 'Điều phối viên',
        ...cells,
      }),
    mails,
    mailsTo: async (unit) => (await mails()).filter(({ envelope }) => envelope.to.includes(mailboxOf(unit))),
    rowsOf,
    cellsOf,
    firstRowOf: async (tab) =>
      (await cellsOf(tab)).findIndex((row, index) => index > 0 && row.some((cell) => cell !== '')),
    findings: async () => findingsIn(await cellsOf(findings)),
    errors: async () => findingsIn(await cellsOf(findings)).filter(({ level }) => level === 'Lỗi'),
    edit: (...requests) => editByHand(emulator.url, spreadsheetId, 'batchUpdate', { requests }),
    breakGoogle: (...faults) => control(emulator, 'faults', faults),
    limitGoogle: (limits) => control(emulator, 'quotas', limits),
    breakMail: (...faults) => control(emulator, 'smtp-faults', faults),
    once: (_, act) => act(),
  };
}

/** Empty cells and all: some findings are about a whole tab. */
function findingsIn([, ...rows]: Grid): readonly FindingRow[] {
  const names = Object.keys(findings.columns);
  return rows.map(
    (cells) => Object.fromEntries(names.map((name, at) => [name, String(cells[at] ?? '')])) as FindingRow,
  );
}

/** By sheetId, so that a renamed tab is read too. */
async function readCells(sheet: sheets_v4.Sheets, spreadsheetId: string, { sheetId }: Tab): Promise<Grid> {
  const { data } = await sheet.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dataFilters: [{ gridRange: { sheetId, startRowIndex: 0, startColumnIndex: 0 } }],
    },
  });
  const rows = (data.valueRanges?.[0]?.valueRange?.values ?? []) as Cell[][];
  // A tick box that nobody ticked may read FALSE: a row of these is none.
  return rows.slice(0, rows.findLastIndex((cells) => cells.some((cell) => cell !== '' && cell !== false)) + 1);
}

async function control({ url }: Emulator, name: string, body: unknown): Promise<void> {
  const answer = await fetch(`${url}/_emulator/${name}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** How many calls since the log was emptied asked for another page of a list than its first. */
export function furtherPages({ log }: Pick<Emulator, 'log'>): number {
  return log.list().filter(({ query }) => new URLSearchParams(query).has('pageToken')).length;
}

/** Google may list a response only some time after it was sent: that time passes. */
function untilListed({ forms, clock }: Emulator, formId: string, responseId: string): void {
  const { visibleAt = 0 } = forms.store.find(formId)?.responses.get(responseId) ?? {};
  if (visibleAt > clock.nowMillis()) clock.set(Temporal.Instant.fromEpochMilliseconds(visibleAt));
}

function instantOf(local: string): string {
  return Temporal.Instant.from(`${local.replace(' ', 'T')}+07:00`).toString();
}

import type { Spreadsheet } from 'google-workspace-emulator';
import { timestamp } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { type SyncPorts, sync } from '../../functions/sync/sync.ts';
import { NO_RESPONSES } from '../../functions/workbook/read-snapshot.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { syncUntilQuiet } from '../crash/runs.ts';
import { copiedSecrets, lastStates, neverRecorded } from '../invariants.ts';
import { blankMail } from '../simulation/blank-mail.ts';
import { SECRET } from '../simulation/model-responses.ts';
import { createModelFile, createModelWorkbook, type ModelFile } from '../simulation/model-workbook.ts';
import type { Life } from './life.ts';
import { repair } from './people-acts.ts';
import { bookOf, cellsIn, cellsOf, isFormOpen, isRoundOpen, sheetOf } from './the-sheet.ts';

const tabs: readonly Tab[] = allTabs;
const projections = tabs.filter(({ owner }) => owner === 'projection');

/** Past the lease of a claim, the time some responses take to show, and the hour after which the file is looked at. */
const LATER = { minutes: 61 };

/** Lets everything come to rest, then looks for what was lost, left open, or is not as a calm recomputation has it. */
export async function quietPoint(life: Life): Promise<readonly string[]> {
  const { office, rewire } = life;
  const { clock } = office.workspace.emulator;
  await repair(life);
  clock.set(Temporal.Instant.from(clock.now()).add(LATER));
  try {
    await syncUntilQuiet(office.workspace, { rewire }, -1);
  } catch (error) {
    return [`nothing came to rest: ${error}`];
  }
  const copied = copiedSecrets(cellsIn(bookOf(office)), SECRET).map((title) => `a secret stands in ${title}`);
  return [...lostReports(life), ...copied, ...wrongDoor(life), ...(await recomputed(life))];
}

/** The form of an open round takes answers, and of no other. */
function wrongDoor({ office }: Life): readonly string[] {
  const door = { isRoundOpen: isRoundOpen(bookOf(office)), isFormOpen: isFormOpen(office) };
  return door.isRoundOpen === door.isFormOpen ? [] : [`the door is wrong: ${JSON.stringify(door)}`];
}

/** Every response as it stands in the form is in the log. */
function lostReports({ office }: Life): readonly string[] {
  const sent = [...office.workspace.emulator.forms.store.all()].flatMap(({ responses }) =>
    [...responses.values()].map(({ responseId, lastMicros }) => ({ responseId, submitted: timestamp(lastMicros) })),
  );
  return neverRecorded(cellsIn(bookOf(office)), sent).map((name) => `${name} was never recorded`);
}

/** The same sheet in memory, its projections wiped, run once: what comes of it is what stands there. */
async function recomputed({ office }: Life): Promise<readonly string[]> {
  const book = bookOf(office);
  const file = modelOf(book);
  const sent: string[] = [];
  const { config, emulator } = office.workspace;
  await sync(portsOf(file, sent), {
    now: Temporal.Instant.from(emulator.clock.now()),
    linkSecret: config.LINK_SECRET,
    mailDomain: 'boxaydung.example',
    isRestoring: false,
  });
  const differing = projections.flatMap((tab) => {
    const [have, want] = [cellsOf(sheetOf(book, tab)), rowsIn(file, tab)];
    const row = Math.max(have.length, want.length);
    const at = Array.from({ length: row }).findIndex((_, index) => said(have[index]) !== said(want[index]));
    return at < 0 ? [] : [`${tab.title} row ${at + 1} is ${said(have[at])} instead of ${said(want[at])}`];
  });
  return [...differing, ...sent.map((key) => `${key} was still to be mailed`), ...openClaims(file)];
}

/** A mail that was begun and has no result is planned again or held, or a stronger one to the same unit is. */
function openClaims(file: ModelFile): readonly string[] {
  const planKeyAt = Object.keys(mailPlan.columns).indexOf('key');
  const shown = new Set(rowsIn(file, mailPlan).map((row) => addressee(row[planKeyAt])));
  const states = [...lastStates((tab) => rowsIn(file, tab))];
  const open = states.filter(([key, state]) => state === 'đang gửi' && !shown.has(addressee(key)));
  return open.map(([key]) => `${key} has no result and is not planned`);
}

/** The round or task, and the unit, that a key begins with. */
function addressee(key: Cell | undefined): string {
  return String(key).split('/').slice(0, 2).join('/');
}

function rowsIn(file: ModelFile, { sheetId }: Tab): Grid {
  return file.tabs.get(sheetId)?.rows ?? [];
}

function said(row: readonly unknown[] | undefined): string {
  return JSON.stringify((row ?? []).slice(0, (row ?? []).findLastIndex((cell) => cell !== '') + 1));
}

function modelOf(book: Spreadsheet): ModelFile {
  const isProjection = new Set(projections.map(({ sheetId }) => sheetId));
  const described = book.sheets.map(({ properties }) => ({ ...properties, hidden: properties.hidden ?? false }));
  const file = createModelFile(book.id, described);
  for (const sheet of book.sheets) {
    const tab = file.tabs.get(sheet.properties.sheetId);
    const cells = cellsOf(sheet);
    if (tab) tab.rows = isProjection.has(sheet.properties.sheetId) ? cells.slice(0, 1) : cells;
  }
  return file;
}

function portsOf(file: ModelFile, sent: string[]): SyncPorts {
  return {
    workbook: createModelWorkbook(file),
    responses: NO_RESPONSES,
    follower: { follow: async (_, { formHash }) => ({ hash: formHash, changed: false, looked: false }) },
    mailer: {
      async send({ key }) {
        sent.push(key);
        return { kind: 'sent' };
      },
      verify: async () => null,
      close: () => {},
    },
    writeMail: blankMail,
    newToken: () => 'recomputed',
    hasTime: () => true,
  };
}

import { firstBookkeeping, writeBookkeeping } from '../../functions/workbook/bookkeeping.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { citySeeds, unitSeeds } from '../../sheets-schema/seed/units.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { MINUTE } from './calendar.ts';
import type { Knowledge } from './knowledge.ts';
import { type Filing, simulatedOutline } from './model-responses.ts';
import { applyTo, createModelFile, type ModelFile } from './model-workbook.ts';
import { AGENCIES, createOffice, type Office, retype } from './office.ts';
import type { Random } from './random.ts';
import { createBindings, createStillBook } from './record.ts';
import { createRecords } from './records.ts';
import type { Run } from './runs.ts';
import { createTaskToldBook } from './task-told.ts';
import { createToldBook } from './told.ts';

/** One simulated year: a fresh sheet and form, the people around them, the clock. */
export type World = {
  readonly random: Random;
  readonly agenda: Agenda;
  readonly file: ModelFile;
  readonly office: Office;
  readonly filings: Filing[];
  readonly knowledge: Knowledge;
  /** Addresses that no server takes mail for. */
  readonly deadAddresses: Set<string>;
  /** Whether a server refuses an address for now: one that greylists does so until it was asked minutes before. */
  isBusy(address: string): boolean;
  /** Servers greylist what they do not know, or do not. */
  greylist(on: boolean): void;
  /** Somebody types: the office changes, and the sheet with it. */
  type(change: (office: Office) => void): void;
  /** A run has ended. */
  recordRun(run: Run): void;
  /** A city sends the form. */
  hand(filing: Filing): void;
};

/** A server that greylists takes mail from who comes again after this. */
const GREYLISTED = 5 * MINUTE;

export function createWorld(random: Random, start: number): World {
  const agenda = createAgenda(start);
  const file = firstFile();
  const office = createOffice();
  const filings: Filing[] = [];
  const deadAddresses = new Set<string>();
  const askedAt = new Map<string, number>();
  let isGreylisting = false;
  let typedAt = start;
  let movedAt = start;
  let actedOn = start;
  const records = createRecords(file);
  const bindings = createBindings();
  const alertTo = random.chance(0.7) ? 'truc@hop-thu.example' : null;
  const addressesOf = (unit: string) =>
    [...office.contacts.values()].flatMap((one) =>
      one.unit === unit && one.role === 'Đầu mối' && one.active ? one.addresses : [],
    );
  return {
    random,
    agenda,
    file,
    office,
    filings,
    deadAddresses,
    isBusy(address) {
      const first = askedAt.get(address) ?? agenda.now();
      if (isGreylisting) askedAt.set(address, first);
      return isGreylisting && agenda.now() - first < GREYLISTED;
    },
    greylist(on) {
      isGreylisting = on;
      askedAt.clear();
    },
    knowledge: {
      office,
      filings,
      records,
      bindings,
      told: createToldBook(records),
      taskTold: createTaskToldBook(records),
      still: createStillBook(),
      alertTo,
      now: agenda.now,
      typedAt: () => typedAt,
      movedAt: () => movedAt,
      wasActedOn: (moment) => moment < actedOn,
      addressesOf,
      isDead: (address) => deadAddresses.has(address),
      isReachable: (unit) => addressesOf(unit).some((address) => !deadAddresses.has(address)),
    },
    type(change) {
      change(office);
      retype(file, office, start);
      typedAt = agenda.now();
      movedAt = agenda.now();
    },
    recordRun({ state, sheetReadAt }) {
      if (state === 'done') actedOn = Math.max(actedOn, sheetReadAt);
    },
    hand(filing) {
      filings.push(filing);
      movedAt = agenda.now();
      agenda.note(filing.visibleAt, () => {
        movedAt = agenda.now();
      });
    },
  };
}

/** Provisioned as ever, but for the long tabs that decide nothing about mail: the register, the texts, most questions. */
function firstFile(): ModelFile {
  const file = createModelFile('simulated-sheet', allTabs);
  const shown = [...citySeeds, ...unitSeeds.filter(({ code }) => ['BXD', ...AGENCIES].includes(code))];
  for (const tab of allTabs) applyTo(file, rowsOf(tab.sheetId, 0, [headerRow(tab)]));
  applyTo(
    file,
    rowsOf(
      units.sheetId,
      1,
      shown.map((unit) => encodeRow(units, unit)),
    ),
  );
  applyTo(
    file,
    rowsOf(
      outline.sheetId,
      1,
      simulatedOutline.map((question) => encodeRow(outline, question)),
    ),
  );
  applyTo(file, writeBookkeeping(firstBookkeeping('simulated-sheet', 'https://sheet.example')));
  return file;
}

function rowsOf(sheetId: number, row: number, cells: readonly (readonly (string | number | boolean)[])[]) {
  return {
    kind: 'write',
    sheetId,
    row,
    column: 0,
    rows: cells.map((line) => line.map((value) => ({ value }))),
  } as const;
}

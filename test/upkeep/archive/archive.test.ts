import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { runSynthesis } from '../../../functions/app.ts';
import { createGoogle } from '../../../functions/google/client.ts';
import { createFiles } from '../../../functions/google/files.ts';
import { createWorkbook } from '../../../functions/google/workbook.ts';
import { type ArchivePorts, archiveFor, archiveRound } from '../../../functions/upkeep/archive/archive.ts';
import { type ParsedRow, parseTab } from '../../../sheets-schema/parse-tab.ts';
import { answers, changes } from '../../../sheets-schema/tabs/logs.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../../support/office.ts';
import { fullReport } from '../../support/reports.ts';

const office = useOffice();
const LONG = 'Đã rà soát đề án của thành phố và giao các sở thực hiện.\n'.repeat(1_000).slice(0, 50_000);
const now = Temporal.Instant.from('2025-10-23T16:00:00+07:00');
const options = { round: ROUND, now };

let archiveId: string;
const google = () => createGoogle({ emulator: office.workspace.emulator.url });

function ports(): ArchivePorts {
  const client = google();
  return {
    workbook: createWorkbook(client, office.workspace.provisioned.spreadsheetId),
    archive: createWorkbook(client, archiveId),
    files: createFiles(client),
    newToken: () => 'archive1',
  };
}

/** Two cities have filed, one at length; the round is closed. */
beforeEach(async () => {
  archiveId = await createFiles(google()).createSpreadsheet('Lưu trữ');
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
  await office.file('HPG', { ...fullReport('HPG'), '1.4': LONG });
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  await office.sync();
});

async function archived(): Promise<readonly ParsedRow<typeof answers>[]> {
  const { archive } = ports();
  const tab = (await archive.tabs()).find(({ title }) => title === `${answers.title} ${ROUND}`);
  if (!tab) return [];
  const outcome = await archive.read([{ sheetId: tab.sheetId, columns: null }]);
  return outcome.kind === 'read' ? parseTab(answers, outcome.grids.get(tab.sheetId) ?? []).rows : [];
}

const keyed = (rows: readonly ParsedRow<typeof answers>[]) =>
  new Map(rows.map(({ version, question, part, text }) => [`${version}/${question}/${part}`, text]));

test('the whole texts of a closed round go; what decisions rest on stays, and no mail is set off', async () => {
  const before = await office.rowsOf(answers);
  const rest = ({ text: _text, ...row }: (typeof before)[number]) => row;
  expect(await archiveRound(ports(), options)).toEqual({ kind: 'done', moved: before.length });
  const after = await office.rowsOf(answers);
  expect(keyed(await archived())).toEqual(keyed(before));
  expect(after.map(({ text }) => text)).toEqual(before.map(() => null));
  expect(after.map(rest)).toEqual(before.map(rest));
  expect((await office.rowsOf(changes)).at(-1)).toMatchObject({ subject: `round/${ROUND}/archive`, new: archiveId });
  expect(await office.sync()).toMatchObject({ googleCalls: 2, sent: 0, recorded: 0 });
  expect(await office.errors()).toEqual([]);
});

test('a draft on an archived round has the beginning of each answer', async () => {
  await archiveRound(ports(), options);
  const served = await runSynthesis(office.workspace.config, { round: ROUND, unit: null });
  expect(served.kind).toBe('document');
});

test('a second run changes nothing', async () => {
  await archiveRound(ports(), options);
  office.workspace.emulator.log.clear();
  expect(await archiveRound(ports(), options)).toEqual({ kind: 'done', moved: 0 });
  expect(office.workspace.emulator.log.list()).toHaveLength(1);
});

test.each(['Đang mở', 'Chuẩn bị'])('a round that is %s keeps its texts', async (state) => {
  await office.type(rounds, ROUND, 'Trạng thái', state);
  expect(await archiveRound(ports(), options)).toMatchObject({ kind: 'refused', why: expect.stringContaining(state) });
  expect(await archived()).toEqual([]);
});

test('a round nobody knows is refused', async () => {
  expect(await archiveRound(ports(), { ...options, round: '2024-01' })).toMatchObject({ kind: 'refused' });
});

test('an archive that gives back something else takes nothing from the register', async () => {
  const real = ports();
  const forgetful = { ...real, files: { build: async () => {} } };
  await expect(archiveRound(forgetful, options)).rejects.toMatchObject({ code: 'archive.incomplete' });
  expect((await office.rowsOf(answers)).every(({ text }) => text !== null)).toBe(true);
});

/** Stops at the n-th call: before it reaches the service, or after, when its answer is lost. */
function cutShort({ workbook, archive, files, newToken }: ArchivePorts, at: number, when: 'before' | 'after') {
  let calls = 0;
  const counted = <A extends unknown[], R>(act: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      calls += 1;
      if (calls === at && when === 'before') throw new Error('cut short');
      const answer = await act(...given);
      if (calls === at) throw new Error('cut short');
      return answer;
    };
  };
  const all = <T extends ArchivePorts['workbook']>(book: T) => ({
    ...book,
    read: counted(book.read),
    tabs: counted(book.tabs),
    commit: counted(book.commit),
  });
  return { workbook: all(workbook), archive: all(archive), files: { build: counted(files.build) }, newToken };
}

test.each(['before', 'after'] as const)(
  'cut short %s any call, no text is lost, and the next run completes it',
  async (when) => {
    const whole = keyed(await office.rowsOf(answers));
    for (let at = 1; ; at += 1) {
      const ended = await archiveRound(cutShort(ports(), at, when), options).catch((error: Error) => error.message);
      const [held, kept] = [keyed(await archived()), keyed(await office.rowsOf(answers))];
      for (const [key, text] of whole) expect(kept.get(key) ?? held.get(key), key).toBe(text);
      if (ended !== 'cut short') break;
    }
    expect((await office.rowsOf(answers)).every(({ text }) => text === null)).toBe(true);
    expect(keyed(await archived())).toEqual(whole);
  },
);

const made = () =>
  office.workspace.emulator.log
    .list()
    .filter(({ method, path, status }) => method === 'POST' && path === '/v4/spreadsheets' && status === 200).length;

test.each(['before', 'after'] as const)(
  'cut short %s any call from the choice of the file on, at most one file is made, and a person’s word is enough to go on',
  async (when) => {
    const whole = keyed(await office.rowsOf(answers));
    const putBack = office.workspace.emulator.checkpoint();
    for (let at = 1; ; at += 1) {
      putBack();
      office.workspace.emulator.log.clear();
      const client = google();
      const real = createFiles(client);
      let latest: string | null = null;
      const createSpreadsheet = async (title: string) => (latest = await real.createSpreadsheet(title));
      const workbook = createWorkbook(client, office.workspace.provisioned.spreadsheetId);
      let calls = 0;
      const run = async (words: { into: string | null; isNotMade: boolean }, isCut: boolean) => {
        const cut = <A extends unknown[], R>(act: (...given: A) => Promise<R>) => {
          return async (...given: A): Promise<R> => {
            calls += 1;
            if (isCut && calls === at && when === 'before') throw new Error('cut short');
            const answer = await act(...given);
            if (isCut && calls === at) throw new Error('cut short');
            return answer;
          };
        };
        const choice = await archiveFor(
          {
            workbook: { ...workbook, read: cut(workbook.read), commit: cut(workbook.commit) },
            newToken: () => `archive${calls}`,
            files: { createSpreadsheet: cut(createSpreadsheet) },
          },
          { ...options, ...words },
        );
        if (choice.kind === 'refused') return choice;
        archiveId = choice.archive;
        return archiveRound(ports(), options);
      };
      const first = await run({ into: null, isNotMade: false }, true).catch((error: Error) => error.message);
      const second = first === 'cut short' ? await run({ into: null, isNotMade: false }, false) : first;
      expect(made(), `call ${at}`).toBeLessThanOrEqual(1);
      const last =
        typeof second === 'object' && second.kind === 'refused'
          ? await run({ into: latest, isNotMade: latest === null }, false)
          : second;
      expect(last, `call ${at}`).toMatchObject({ kind: 'done' });
      expect(made(), `call ${at}`).toBe(1);
      expect(keyed(await archived()), `call ${at}`).toEqual(whole);
      expect((await office.rowsOf(answers)).every(({ text }) => text === null)).toBe(true);
      if (first !== 'cut short') break;
    }
  },
);

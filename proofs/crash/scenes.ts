import type { Spreadsheet } from 'google-workspace-emulator';
import type { Answers } from '../../scripts/workspace/city.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, NEXT_ROUND, type Office, openNextRound } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';

/** A situation that one run has to deal with. */
export type Scene = {
  readonly name: string;
  /** Brings the office there; the clock stands where the run takes place. */
  prepare(office: Office): Promise<void>;
};

/** Enough of them: a run makes the same calls for three as for six, and fewer mails. */
const ASKED = ['HPG', 'DNG', 'HUE'] as const;
const askThree = (office: Office) => askTheCities(office, { cities: ASKED });

export const nothingNew: Scene = {
  name: 'nothing new',
  async prepare(office) {
    await askThree(office);
    await office.sync();
    await office.syncAt('2025-10-24 09:00');
    office.moveTo('2025-10-24 14:00');
  },
};

export const openingRound: Scene = {
  name: 'a round opens: the form changes, invitations go out',
  async prepare(office) {
    await askThree(office);
  },
};

export const newReports: Scene = {
  name: 'reports come in and are answered',
  async prepare(office) {
    await askThree(office);
    await office.sync();
    office.moveTo('2025-10-24 14:00');
    for (const unit of ASKED) await office.file(unit, fullReport(unit));
  },
};

export const lateUnits: Scene = {
  name: 'one city is late, one filed late, one is asked again; somebody wrote over a projection',
  async prepare(office) {
    await askTheCities(office, { cities: [...ASKED, 'CTO'] });
    await office.sync();
    for (const unit of ['HPG', 'DNG']) await office.file(unit, fullReport(unit));
    await office.syncAt('2025-10-29 14:00');
    office.moveTo('2025-10-30 14:00');
    await office.file('CTO', fullReport('CTO'));
    await office.decide('Trả lại để bổ sung', { 'Thời điểm': '30/10/2025 13:50', 'Đơn vị': 'DNG' });
    await office.edit({
      repeatCell: {
        range: { sheetId: tracking.sheetId, startRowIndex: 1, endRowIndex: 3 },
        cell: { userEnteredValue: { stringValue: 'đã gửi rồi' } },
        fields: 'userEnteredValue',
      },
    });
  },
};

const reworded: Scene = {
  name: 'a question is reworded while the round is open',
  async prepare(office) {
    await askThree(office);
    await office.sync();
    office.moveTo('2025-10-24 14:00');
    const [, first = []] = await office.read(outline);
    await office.type(outline, first[0] ?? '', outline.columns.title.header, '1.1. Tình hình rà soát các đề án');
  },
};

/** Its sections must be there before questions lead to them: the edit takes two steps. */
const emptyForm: Scene = {
  name: 'the form was made and never filled: provisioning was cut short',
  async prepare(office) {
    await askThree(office);
    for (const { content } of office.workspace.emulator.forms.store.all()) content.items = [];
    await office.type(system, 'formHash', 'Giá trị', '');
  },
};

/** As the version history does: every cell as it was, while claims once made stay made. */
const restored: Scene = {
  name: 'the file was restored to an older version',
  async prepare(office) {
    const { emulator, provisioned } = office.workspace;
    const books = emulator.sheets.spreadsheets() as Map<string, Spreadsheet>;
    const bookNow = () => books.get(provisioned.spreadsheetId) as Spreadsheet;
    await askThree(office);
    await office.sync();
    const older = bookNow();
    await office.syncAt('2025-10-24 08:30');
    await office.syncAt('2025-10-28 14:00');
    books.set(older.id, { ...older, metadata: bookNow().metadata });
    office.moveTo('2025-10-30 14:00');
  },
};

/** Two such reports fill a commit: with letters of three bytes each, as only the most Vietnamese of texts has, 2 MB. */
function longReport(unit: string): Answers {
  const text = `${unit} ${`${'ểộựắ'.repeat(20)}\n`.repeat(1_000)}`.slice(0, 74_000);
  return { ...fullReport(unit), '1.1': text, '1.2': text, '1.4': text, '1.5': text };
}

/** While a report waits for the next commit nothing else is decided. */
export const burst: Scene = {
  name: 'reports come in that fill more than one commit',
  async prepare(office) {
    await askThree(office);
    await office.sync();
    await office.syncAt('2025-10-24 09:00');
    office.moveTo('2025-10-24 14:00');
    for (const unit of ASKED) await office.file(unit, longReport(unit));
  },
};

/** Two closed rounds, the first for more than a month: a night on which it is put away. */
export const sealingNight = (nights: number): Scene => ({
  name: nights === 0 ? 'the rows of a closed round are copied' : 'the copied rows of a closed round leave the logs',
  async prepare(office) {
    await office.once('two rounds are closed', async () => {
      await askTheCities(office, { cities: ['HPG', 'CTO'] });
      await office.sync();
      await office.file('CTO', fullReport('CTO'));
      await office.syncAt('2025-10-24 09:00');
      await openNextRound(office);
      office.moveTo('2025-10-28 09:00');
      await office.file('HPG', fullReport('HPG'), { round: NEXT_ROUND });
      await office.sync();
      await office.type(rounds, NEXT_ROUND, 'Trạng thái', 'Đã đóng');
      await office.syncAt('2025-11-06 09:00');
    });
    for (const night of [13, 14].slice(0, nights)) await office.syncAt(`2026-01-${night} 01:00`);
    office.moveTo(`2026-01-${13 + nights} 01:00`);
  },
});

/** More mails than one batch holds: the results of one ride with the claims of the next. */
export const manyUnits: Scene = {
  name: 'sixty communes are asked at once',
  prepare: (office) => askCommunes(office, 60),
};

/** An open and approved round that asks so many units, each with a mailbox; nobody was written to yet. */
export async function askCommunes(office: Office, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, index) => `X${index + 101}`);
  await append(
    office,
    units,
    codes.map((code) => ({ Mã: code, 'Tên chính thức': `Ủy ban nhân dân xã ${code}`, 'Tên gọi': `xã ${code}` })),
  );
  await askTheCities(office, { cities: codes });
  await append(
    office,
    contacts,
    codes.map((code) => ({
      'Mã liên hệ': `${code}-1`,
      'Đơn vị': code,
      'Vai trò': 'Đầu mối',
      'E-mail': `${code}@xa.example`,
      'Đang dùng': true,
    })),
  );
}

/** Rows below the others, cells by title, in one call. */
async function append(
  { sheet, workspace }: Office,
  tab: Tab,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const titles = Object.values(tab.columns as Columns).map(({ header }) => header);
  await sheet.spreadsheets.values.append({
    spreadsheetId: workspace.provisioned.spreadsheetId,
    range: `'${tab.title}'!A1`,
    valueInputOption: 'RAW',
    requestBody: { values: rows.map((row) => titles.map((title) => row[title] ?? '')) },
  });
}

/** What every suite plays, each with how its runs are started. */
export const situations: readonly (readonly [Scene, { readonly isRestoring: boolean }])[] = [
  [openingRound, { isRestoring: false }],
  [newReports, { isRestoring: false }],
  [lateUnits, { isRestoring: false }],
  [emptyForm, { isRestoring: false }],
  [reworded, { isRestoring: false }],
  [restored, { isRestoring: true }],
];

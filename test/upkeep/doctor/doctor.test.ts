import { beforeEach, describe, expect, test } from 'vitest';
import { runDoctor, runRenewWatch } from '../../../functions/app.ts';
import { createGoogle } from '../../../functions/google/client.ts';
import type { Check } from '../../../functions/upkeep/doctor/check.ts';
import { ledger } from '../../../sheets-schema/tabs/logs.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { system } from '../../../sheets-schema/tabs/system.ts';
import { contacts } from '../../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../../support/office.ts';
import { fullReport } from '../../support/reports.ts';

const TOPIC = 'projects/p/topics/t';
const office = useOffice();

beforeEach(async () => {
  await control('subscriptions', [{ topic: TOPIC, endpoint: 'http://127.0.0.1:9/' }]);
  await askTheCities(office);
  await office.sync();
  await runRenewWatch(configured());
});

const configured = () => ({ ...office.workspace.config, WATCH_TOPIC: TOPIC });
const examine = () => runDoctor(configured());
/** The same with a mail server that nobody answers at. */
const examineWithoutMail = () => runDoctor({ ...configured(), SMTP_URL: 'smtp://127.0.0.1:9' });

async function control(name: string, body: unknown): Promise<void> {
  const { url } = office.workspace.emulator;
  const answer = await fetch(`${url}/_emulator/${name}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

async function brokenOf(subject: string, look = examine): Promise<Check> {
  const { checks } = await look();
  const found = checks.filter((check) => check.subject === subject && check.state === 'broken');
  if (found.length !== 1)
    throw new Error(
      JSON.stringify(
        checks.filter(({ state }) => state !== 'ok'),
        null,
        1,
      ),
    );
  return found[0] as Check;
}

/** A cell of bookkeeping as it stands in the file. */
async function systemCell(name: string): Promise<string> {
  return String((await office.cellsOf(system)).find((row) => row[0] === name)?.[1] ?? '');
}

test('an office in order needs nobody, and a second look writes nothing', async () => {
  const notes = (await examine()).checks.filter(({ state }) => state !== 'ok');
  // Nobody has confirmed what was overdue before the office began.
  const silent = expect.stringContaining('việc quá hạn từ trước Mốc vận hành, chưa cơ quan nào được hỏi');
  expect(notes).toEqual([expect.objectContaining({ subject: 'Nhiệm vụ', state: 'note', found: silent })]);
  const revision = await systemCell('revision');
  const again = await examine();
  expect(again).toMatchObject({ needsPerson: 0, prunedClaims: 0, googleCalls: 7 });
  expect(await systemCell('revision')).toBe(revision);
});

test('a key of the links that could be found out is worth knowing; where it is not known nothing is said of it', async () => {
  const about = async (LINK_SECRET: string | undefined) => {
    const { checks } = await runDoctor({ ...configured(), LINK_SECRET });
    return checks.find(({ subject }) => subject === 'Khóa của đường dẫn');
  };
  expect(await about('dothithongminh25')).toMatchObject({ state: 'note', found: expect.stringContaining('82 bit') });
  expect(await about('0123456789abcdef0123456789abcdef')).toMatchObject({ state: 'ok' });
  expect(await about(undefined)).toBeUndefined();
});

describe('what needs a person', () => {
  test('a tab that was deleted', async () => {
    await office.edit({ deleteSheet: { sheetId: contacts.sheetId } });
    expect((await brokenOf('Bảng tính')).found).toContain('Danh bạ: không thấy tab');
  });

  test('a header that was typed over', async () => {
    const start = { sheetId: rounds.sheetId, rowIndex: 0, columnIndex: 0 };
    const rows = [{ values: [{ userEnteredValue: { stringValue: 'Kỳ' } }] }];
    await office.edit({ updateCells: { start, rows, fields: 'userEnteredValue' } });
    expect((await brokenOf('Bảng tính')).found).toContain('Kỳ báo cáo');
  });

  test('a log with a row taken out', async () => {
    const row = await office.firstRowOf(ledger);
    const range = { sheetId: ledger.sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 };
    await office.edit({ deleteDimension: { range } });
    expect((await brokenOf('Sổ của hệ thống')).found).toContain('nhật ký "Nhật ký thư" đã bị sửa');
  });

  test('a file brought back to an old version: its mail is held from then on', async () => {
    const start = { sheetId: system.sheetId, rowIndex: 1, columnIndex: 1 };
    const rows = [{ values: [{ userEnteredValue: { stringValue: '1' } }] }];
    await office.edit({ updateCells: { start, rows, fields: 'userEnteredValue' } });
    expect((await brokenOf('Sổ của hệ thống')).found).toBe('bảng tính đã được khôi phục về bản cũ');
    expect(await systemCell('mailHold')).toBe('bảng tính đã được khôi phục về bản cũ');
    expect(Number(await systemCell('revision'))).toBeGreaterThan(2);
  });

  test('a question reworded by hand on the form', async () => {
    const google = createGoogle({ emulator: office.workspace.emulator.url });
    const { formId } = office.workspace.provisioned;
    const { data } = await google.forms.forms.get({ formId });
    const index = (data.items ?? []).findIndex((item) => item.questionItem?.question?.textQuestion);
    const item = { ...data.items?.[index], title: 'Câu hỏi khác' };
    const updateItem = { item, location: { index }, updateMask: 'title' };
    await google.forms.forms.batchUpdate({ formId, requestBody: { requests: [{ updateItem }] } });
    expect((await brokenOf('Biểu mẫu')).found).toContain('đã bị sửa tay');
  });

  test('a form closed by hand while a round is open', async () => {
    const google = createGoogle({ emulator: office.workspace.emulator.url });
    const publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } };
    await google.forms.forms.setPublishSettings({
      formId: office.workspace.provisioned.formId,
      requestBody: { publishSettings, updateMask: 'publishState' },
    });
    expect((await brokenOf('Nhận báo cáo')).found).toBe('kỳ đang mở nhưng biểu mẫu không nhận báo cáo');
  });

  test('a watch that Google suspended, with its reason', async () => {
    const google = createGoogle({ emulator: office.workspace.emulator.url });
    const { formId } = office.workspace.provisioned;
    const { data } = await google.forms.forms.watches.list({ formId });
    const watch = data.watches?.find(({ eventType }) => eventType === 'RESPONSES');
    await control('watches', { formId, watchId: watch?.id, state: 'SUSPENDED', errorType: 'NO_USER_ACCESS' });
    expect((await brokenOf('Tin báo (báo cáo mới)')).found).toContain('NO_USER_ACCESS');
  });

  test('watches that nobody renews', async () => {
    office.moveTo('2025-10-29 14:00');
    await office.sync();
    expect((await brokenOf('Tin báo (báo cáo mới)')).found).toContain('không được gia hạn');
    office.moveTo('2025-10-31 14:00');
    expect((await brokenOf('Tin báo (sửa biểu mẫu)')).found).toBe('không có');
  });

  test('a mail server that does not let us in', async () => {
    expect((await brokenOf('Máy chủ thư', examineWithoutMail)).found).toContain('không kết nối được máy chủ thư');
  });

  test.each([
    ['14:06:30', 'nhanh 90 giây'],
    ['14:02:00', 'chậm 180 giây'],
  ])('a machine whose clock says %s when Google says 14:05', async (time, found) => {
    const wrong = () => runDoctor({ ...configured(), FIXED_NOW: `2025-10-23T${time}+07:00` });
    expect((await brokenOf('Đồng hồ', wrong)).found).toContain(found);
  });

  test('a loop that has been silent for more than two hours', async () => {
    office.moveTo('2025-10-23 16:06');
    expect((await brokenOf('Lần chạy gần nhất')).found).toBe('14:05 ngày 23/10/2025, đã quá 2 giờ');
  });

  test('a report that waits to be recorded', async () => {
    await office.file('HUE', fullReport('HUE'));
    office.moveTo('2025-10-23 14:44');
    expect((await examine()).needsPerson).toBe(0);
    office.moveTo('2025-10-23 14:46');
    expect((await brokenOf('Báo cáo mới')).found).toBe('1 báo cáo đã gửi mà chưa được ghi nhận');
  });

  test('a mail of yesterday that the ledger does not account for', async () => {
    office.moveTo('2025-10-30 09:00');
    const gap = await brokenOf('Nhật ký thư hôm qua');
    expect(gap.found).toMatch(/Cả ngày không có lần chạy nào; \d+ thư đến lúc gửi không có kết quả/);
  });

  test('a sheet or form out of reach, while everything else is still looked at', async () => {
    await office.breakGoogle(
      { path: 'spreadsheets', times: 99, kind: '500' },
      { path: '/v1/forms/[^/]+$', times: 99, kind: '500' },
    );
    const { checks } = await examine();
    expect(checks.filter(({ state }) => state === 'broken').map(({ subject, found }) => [subject, found])).toEqual([
      ['Bảng tính', 'Google không trả lời'],
      ['Biểu mẫu', 'Google không trả lời'],
    ]);
    expect(checks.map(({ subject }) => subject)).toContain('Máy chủ thư');
  });
});

describe('what was found', () => {
  const digests = async () =>
    (await office.mailsTo('dieuphoi')).filter(({ subject }) => subject.startsWith('[Bản tin'));

  test('of a mail server is told by no mail that it took, and no longer once it is mended', async () => {
    await examineWithoutMail();
    expect(await systemCell('doctor')).toContain('Máy chủ thư');
    await office.syncAt('2025-10-24 08:05');
    expect((await digests()).at(-1)?.text).not.toContain('Máy chủ thư');
    await examine();
    expect(await systemCell('doctor')).toBe('');
    await office.syncAt('2025-10-27 08:05');
    expect((await digests()).at(-1)?.text).not.toContain('Máy chủ thư');
  });

  test('is written although another run commits at the same time', async () => {
    await office.file('HUE', fullReport('HUE'));
    await Promise.all([examineWithoutMail(), office.sync(), examineWithoutMail()]);
    expect(await systemCell('doctor')).toContain('Máy chủ thư');
  });
});

describe('claims', () => {
  const claims = async () => {
    const { url } = office.workspace.emulator;
    const google = createGoogle({ emulator: url });
    const { data } = await google.sheets.spreadsheets.developerMetadata.search({
      spreadsheetId: office.workspace.provisioned.spreadsheetId,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'r' } }] },
    });
    return (data.matchedDeveloperMetadata ?? []).flatMap((match) => match.developerMetadata?.metadataId ?? []);
  };
  const claim = (metadataId: number, metadataValue = 'earlier') => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId,
        metadataKey: 'r',
        metadataValue,
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  });
  const setRevision = (revision: number) => ({
    updateCells: {
      start: { sheetId: system.sheetId, rowIndex: 1, columnIndex: 1 },
      rows: [{ values: [{ userEnteredValue: { stringValue: String(revision) } }] }],
      fields: 'userEnteredValue',
    },
  });

  test('older than a thousand revisions are erased, newer ones never', async () => {
    const before = await claims();
    await office.edit(claim(3_000), claim(3_999), claim(4_000), claim(5_000), setRevision(5_000));
    expect(await examine()).toMatchObject({ prunedClaims: before.length + 2 });
    expect((await claims()).sort()).toEqual([4_000, 5_000]);
    expect(await examine()).toMatchObject({ prunedClaims: 0 });
  });

  test('a file full of what other programs keep in it takes no commit: the run says so, and the check-up why', async () => {
    const others = { metadataKey: 'tien-ich', visibility: 'DOCUMENT', location: { spreadsheet: true } };
    const room = 30_000 - (await claims()).length * 9;
    for (const length of [15_000, room - 15_000 - 20])
      await office.edit({
        createDeveloperMetadata: { developerMetadata: { ...others, metadataValue: 'x'.repeat(length) } },
      });
    await office.file('HUE', fullReport('HUE'));
    await expect(office.sync()).rejects.toMatchObject({ code: 'commit.blocked' });
    const { checks } = await examine();
    expect(checks.find(({ subject }) => subject === 'Dung lượng')).toMatchObject({
      state: 'broken',
      found: expect.stringMatching(/^chương trình khác đã ghi \d+ trên 30000 ký tự/),
    });
  });

  test('a file full of claims, because no check-up ran for months, is freed by the run that meets it', async () => {
    const room = Math.floor(30_000 / 9) - (await claims()).length;
    const many = Array.from({ length: room }, (_, index) => claim(index + 10, '8 signs.'));
    await office.edit(...many, setRevision(room + 9));
    await office.file('HUE', fullReport('HUE'));
    expect(await office.sync()).toMatchObject({ recorded: 1 });
    expect(Math.min(...(await claims()))).toBeGreaterThan(2_300);
  });

  test('a cell that lies about the revision costs no claim of the last thousand', async () => {
    const before = await claims();
    await office.edit(setRevision(900_000));
    await examine();
    expect(await claims()).toEqual(before);
  });
});

test('a deadline to come is told with those who have not filed, for as long as its round is open', async () => {
  const next = async () => (await examine()).checks.find(({ subject }) => subject === 'Thời hạn sắp tới')?.found;
  expect(await next()).toBe(`kỳ ${ROUND}, hết ngày 29/10/2025: 6 đơn vị chưa gửi`);
  for (const state of ['Đã đóng', 'Chuẩn bị']) {
    await office.type(rounds, ROUND, 'Trạng thái', state);
    expect(await next()).toBe('không có trong 14 ngày tới');
  }
});

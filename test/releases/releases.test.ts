import { expect, test } from 'vitest';
import { RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import type { RecordedCell, Recording } from './recording.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0');

type Rows = readonly (readonly RecordedCell[])[];
const rowsOf = ({ spreadsheet }: Pick<Recording, 'spreadsheet'>, title: string): Rows =>
  spreadsheet.sheets.find(({ properties }) => properties?.title === title)?.rows ?? [];

/** The cells of a recorded column. */
function recordedColumn(title: string, name: string): readonly (RecordedCell | undefined)[] {
  const [header = [], ...rows] = rowsOf(office.recorded, title);
  return rows.map((row) => row[header.indexOf(name)]);
}

test('what is loaded is what was recorded, but for the ids that every copy has of its own', async () => {
  const { spreadsheet, form } = await office.now();
  expect(spreadsheet).toEqual(office.recorded.spreadsheet);
  expect(form).toEqual(office.recorded.form);
});

test('the round is in its middle', () => {
  expect(recordedColumn('Theo dõi', 'Tình trạng gửi')).toEqual([
    'Đã tiếp nhận nội dung',
    'Chưa gửi',
    'Chưa gửi',
    'Đề nghị bổ sung',
    'Chờ xác minh đơn vị',
    'Đã nhận văn bản chính thức',
  ]);
  expect(new Set(recordedColumn('Nhật ký thư', 'Kết quả'))).toEqual(
    new Set(['đang gửi', 'đã gửi', 'gửi lại sau', 'không gửi được', 'gộp vào thư mạnh hơn']),
  );
  expect(recordedColumn('Lịch thư', 'Trạng thái')).toContain('Giữ lại');
  expect(recordedColumn('Kiểm tra', 'Mức')).not.toContain('Lỗi');
});

const whole = (row: readonly unknown[]) => row;
/** What will be mailed next is each release's own. */
const NEXT_MAIL = Object.keys(tracking.columns).indexOf('nextNotice');
const ofEveryRelease: Readonly<Record<string, typeof whole>> = { 'Theo dõi': (row) => row.toSpliced(NEXT_MAIL, 1) };

test('a run a minute later brings the file up and has nothing else to do: no mail, no row of a log, no finding', async () => {
  const { recorded } = office;
  expect(await office.syncAt('2025-10-30 09:11')).toMatchObject({
    recorded: 0,
    sent: 0,
    failed: 0,
  });
  const after = await office.now();
  for (const title of [
    'Báo cáo',
    'Nội dung',
    'Người gửi',
    'Nhật ký thư',
    'Kiểm tra',
    'Theo dõi',
    'Tổng hợp',
    'Tiến độ',
  ]) {
    const [header = [], ...rows] = rowsOf(after, title);
    const [before = [], ...there] = rowsOf(recorded, title);
    expect(rows.map(ofEveryRelease[title] ?? whole), title).toEqual(there.map(ofEveryRelease[title] ?? whole));
    expect(header.slice(0, before.length), title).toEqual(before);
  }
  const changes = rowsOf(after, 'Nhật ký thay đổi');
  const before = rowsOf(recorded, 'Nhật ký thay đổi');
  const [upgraded, ...others] = changes.slice(before.length);
  expect(changes.slice(0, before.length)).toEqual(before);
  expect(upgraded?.slice(1)).toEqual(['schema', '1', String(SCHEMA_VERSION)]);
  // What this release records of a round besides.
  expect(others.filter(([, subject]) => !/^round\/.*\/(?:outline|row|shown)$/.test(String(subject)))).toEqual([]);
  expect(Object.fromEntries(rowsOf(after, '_hệ thống'))).toMatchObject({
    schema: String(SCHEMA_VERSION),
    'schema.people': '1',
    release: RELEASE,
  });
  const wording = ({ info, ...form }: Recording['form']) => ({ ...form, info: { ...info, description: '' } });
  expect(wording(after.form)).toEqual(wording(recorded.form));
  expect(await office.sync()).toMatchObject({ googleCalls: 2 });
});

import { expect, test } from 'vitest';
import { firstOutline } from '../../sheets-schema/first-outline.ts';
import { RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { matrix, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
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

/** What will be mailed next, and how an item is spoken of, is each release's own. */
const ITS_OWN: Readonly<Record<string, readonly string[]>> = {
  'Theo dõi': [tracking.columns.nextNotice.header, tracking.columns.official.header],
  'Tổng hợp': [matrix.columns.verdict.header, matrix.columns.reasons.header],
  // An item is a part of its report, and due only where somebody has to answer it.
  'Tiến độ': (['state', 'deadline', 'doneOn', 'basis'] as const).map((name) => progress.columns[name].header),
};
/** Who takes part and was asked like a lead; told now, never asked. */
const CITIES = ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'];
const ONLY_HELP = new Set([
  ...['N382-II1d-1', 'N382-II1d-2'].map((id) => `${id} VPCP`),
  ...CITIES.flatMap((city) => [`L12112-2 ${city}`, `L12112-3 ${city}`]),
]);
const isHelpWithoutCode = (row: Rows[number]) => row[1] === tasks.title && row[3] === tasks.columns.cooperating.header;
const LOGS = new Set(['Báo cáo', 'Nội dung', 'Người gửi', 'Nhật ký thư']);

/** Rows by the titles of some columns, wherever these stand. */
const under = (titles: Rows[number], [header = [], ...rows]: Rows): Rows =>
  rows.map((row) => titles.map((title) => row[header.indexOf(title)] ?? null));

test('a run a minute later brings the file up and has nothing else to do: no mail, no report, no finding', async () => {
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
    const [header = []] = rowsOf(after, title);
    const [before = []] = rowsOf(recorded, title);
    const titles = before.filter((one) => !ITS_OWN[title]?.includes(String(one)));
    // What waits, what of the register is silent, who helps without a code, and who copied is told by this release alone.
    const isOlder = (row: Rows[number]) =>
      !row.includes('đến hạn') && !/chưa được nhắc: |gần như trùng với/.test(row.join()) && !isHelpWithoutCode(row);
    const isStill = (row: Rows[number]) => title !== 'Tiến độ' || !ONLY_HELP.has(`${row[0]} ${row[1]}`);
    expect(under(titles, rowsOf(after, title).filter(isOlder)), title).toEqual(
      under(titles, rowsOf(recorded, title).filter(isStill)),
    );
    // A log is written by place: what is new there stands behind the last.
    if (LOGS.has(title)) expect(header.slice(0, before.length), title).toEqual(before);
    else expect(header, title).toEqual(expect.arrayContaining([...before]));
  }
  const changes = rowsOf(after, 'Nhật ký thay đổi');
  const before = rowsOf(recorded, 'Nhật ký thay đổi');
  const [upgraded, ...others] = changes.slice(before.length);
  expect(changes.slice(0, before.length)).toEqual(before);
  expect(upgraded?.slice(1)).toEqual(['schema', '1', String(SCHEMA_VERSION)]);
  // What this release records besides: of a round, of the day, of a setting.
  const besides = /^(?:round\/.*\/(?:outline|questions|row|shown|task)|run\/.*|setting\/repeatAfter)$/;
  expect(others.filter(([, subject]) => !besides.test(String(subject)))).toEqual([]);
  expect(Object.fromEntries(rowsOf(after, '_hệ thống'))).toMatchObject({
    schema: String(SCHEMA_VERSION),
    'schema.people': '1',
    release: RELEASE,
  });
  // Questions that this release asks besides, and words: the headings and items of the letter as they stand there.
  const asked = new Set((recorded.form.items ?? []).map(({ itemId }) => itemId));
  const questions = ({ info, items = [], ...form }: Recording['form']) => ({
    ...form,
    items: items
      .filter(({ itemId }) => asked.has(itemId))
      .map(({ title, description, ...item }) => ({ ...item, title: item.pageBreakItem ? '' : title })),
    info: { documentTitle: info?.documentTitle },
  });
  expect(questions(after.form)).toEqual(questions(recorded.form));
  const pages = (after.form.items ?? []).filter(({ pageBreakItem }) => pageBreakItem).map(({ title }) => title);
  expect(pages).toEqual(Object.entries(firstOutline.headings).map(([number, heading]) => `Mục ${number}. ${heading}`));
  // Two more look for the tab that `provision` adds.
  expect(await office.sync()).toMatchObject({ googleCalls: 4 });
});

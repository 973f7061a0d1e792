import { asRelied, type Outcome, okIf, type Proof, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { inWords, isRefused, need } from './ask.ts';
import { addTab, batch, type LiveSheet, newId, read, write } from './live-sheet.ts';

/** How tabs are refused, and in which language. */
export const tabChecks: readonly Proof<LiveSheet>[] = [
  {
    id: 'S2',
    assumption: 'Câu báo lỗi của trình bảng tính theo ngôn ngữ nào',
    reliance: 'Chỉ so mã 400 và tên yêu cầu ở đầu câu, không so câu',
    remedy: 'dừng, báo người phát triển: lỗi của bảng tính không được nhận ra',
    run: doubledTitle,
  },
  {
    id: 'S6a',
    assumption: 'Thêm tab với sheetId đã dùng',
    reliance: 'Bị từ chối: tab được nhận ra theo sheetId chọn khi tạo',
    remedy: 'dừng, báo người phát triển: tab có thể bị tạo trùng',
    run: doubledSheetId,
  },
  {
    id: 'S6b',
    assumption: 'Thêm vùng đặt tên với namedRangeId đã dùng',
    reliance: 'Không cần biết: không dùng vùng đặt tên',
    remedy: 'dừng, báo người phát triển: tab có thể bị tạo trùng',
    run: doubledNamedRange,
  },
  {
    id: 'S7',
    assumption: 'Hai tên tab chỉ khác chữ hoa, chữ thường',
    reliance: 'Không cần biết: không có hai tên như vậy',
    remedy: 'không cần làm gì',
    run: titlesInTwoCases,
  },
  {
    id: 'S8',
    assumption: 'Drive báo thay đổi sau bao lâu khi có người gõ',
    reliance: 'Không cần biết: bảng tính được đọc theo lịch',
    remedy: 'không cần làm gì',
    run: async () => unchecked('cần một địa chỉ HTTPS công khai để nhận báo; hệ thống không dùng cách này'),
  },
  {
    id: 'S13',
    assumption: 'Bớt và thêm dòng ở giữa tab trong một lần ghi',
    reliance: 'Dòng bên dưới đi theo; dòng thêm giống dòng trên; vùng tô màu vẫn bắt đầu ở dòng 2',
    remedy: 'dừng, báo người phát triển: Lịch thư và Kiểm tra có thể mất màu hoặc dạng ngày',
    run: movedRows,
  },
  {
    id: 'S14',
    assumption: 'Đọc cả tab thì Google cho biết tab có bao nhiêu dòng',
    reliance: 'Tab của hệ thống được nối dài trước khi ghi quá dòng cuối; Google không cho biết thì hỏi danh sách tab',
    remedy: 'báo người phát triển: lượt ghi làm một tab dài thêm có thể bị từ chối',
    run: heightOfTab,
  },
];

async function doubledTitle(sheet: LiveSheet): Promise<Outcome> {
  const { title } = await addTab(sheet);
  const answer = await batch(sheet, { addSheet: { properties: { title } } });
  const isNamed = answer.kind === 'refused' && answer.message.startsWith('Invalid requests[0].addSheet:');
  return okIf(isNamed && isRefused(answer, 400), inWords(answer));
}

async function doubledSheetId(sheet: LiveSheet): Promise<Outcome> {
  const { sheetId, title } = await addTab(sheet);
  const answer = await batch(sheet, { addSheet: { properties: { sheetId, title: `${title} lần hai` } } });
  return okIf(isRefused(answer, 400), inWords(answer));
}

async function doubledNamedRange(sheet: LiveSheet): Promise<Outcome> {
  const { sheetId } = await addTab(sheet);
  const namedRangeId = `kiem-tra-${newId()}`;
  const add = (name: string) => ({ addNamedRange: { namedRange: { namedRangeId, name, range: { sheetId } } } });
  const first = await batch(sheet, add(`vung_mot_${sheetId}`));
  if (first.kind === 'refused') return unchecked(`không đặt được tên: ${inWords(first)}`);
  return asRelied(inWords(await batch(sheet, add(`vung_hai_${sheetId}`))));
}

async function titlesInTwoCases(sheet: LiveSheet): Promise<Outcome> {
  const { title } = await addTab(sheet);
  return asRelied(inWords(await batch(sheet, { addSheet: { properties: { title: title.toUpperCase() } } })));
}

async function movedRows(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  const { sheetId, title } = tab;
  const rows = (startIndex: number, endIndex: number) => ({ sheetId, dimension: 'ROWS', startIndex, endIndex });
  const below = { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } };
  await write(sheet, tab, [['đầu'], [45_953], [45_954], [45_955]], 'RAW');
  const answer = await batch(
    sheet,
    { repeatCell: { range: below, cell, fields: 'userEnteredFormat.numberFormat' } },
    { addBanding: { bandedRange: { range: below, rowProperties: { firstBandColorStyle: { rgbColor: { red: 1 } } } } } },
    { deleteDimension: { range: rows(2, 3) } },
    { insertDimension: { range: rows(2, 4), inheritFromBefore: true } },
  );
  if (answer.kind === 'refused') return okIf(false, inWords(answer));
  const { google, spreadsheetId } = sheet;
  const [ranges, fields] = [[`'${title}'!A1:A5`], 'sheets(bandedRanges.range,data.rowData.values(userEnteredFormat))'];
  const { sheets: [seen] = [] } = await need(() => google.sheets.spreadsheets.get({ spreadsheetId, ranges, fields }));
  const cells = (await read(sheet, tab)).map(([value]) => value);
  const formats = (seen?.data?.[0]?.rowData ?? []).map(
    ({ values }) => values?.[0]?.userEnteredFormat?.numberFormat?.type,
  );
  const start = seen?.bandedRanges?.[0]?.range?.startRowIndex;
  const isAsMeant =
    start === 1 &&
    JSON.stringify([cells[1], cells[4]]) === '[45953,45955]' &&
    formats.slice(1, 5).every((one) => one === 'DATE');
  return okIf(isAsMeant, `ô: ${cells.join(', ')}; dạng: ${formats.join(', ')}; màu từ dòng ${(start ?? 0) + 1}`);
}

async function heightOfTab({ google, spreadsheetId }: LiveSheet): Promise<Outcome> {
  const [sheetId, rowCount] = [newId(), 37];
  const tab = { addSheet: { properties: { sheetId, title: `kiểm tra ${sheetId}`, gridProperties: { rowCount } } } };
  await need(() => google.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [tab] } }));
  const dataFilters = [{ gridRange: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 2 } }];
  const { valueRanges: [seen] = [] } = await need(() =>
    google.sheets.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters } }),
  );
  const range = seen?.valueRange?.range ?? '';
  const last = /\d+$/.exec(range)?.[0];
  return okIf(last === undefined || Number(last) === rowCount, range || 'không cho biết');
}

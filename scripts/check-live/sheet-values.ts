import { asRelied, type Outcome, okIf, type Proof } from '../../functions/upkeep/self-test/proof.ts';
import { LOCALE, ZONE } from '../../sheets-schema/zone.ts';
import { inWords, need } from './ask.ts';
import { addTab, batch, type LiveSheet, read, write } from './live-sheet.ts';

/** 31/12/2026 as a serial number. */
const LAST_OF_2026 = 46_387;

/** What a cell holds after people or programs wrote it, in a Vietnamese file. */
export const valueChecks: readonly Proof<LiveSheet>[] = [
  {
    id: 'S12',
    assumption: 'Tệp nhận vùng vi_VN và múi giờ Asia/Ho_Chi_Minh',
    reliance: 'Ngày gõ tay được hiểu theo thứ tự ngày, tháng, năm',
    remedy: 'đặt ngôn ngữ của bảng tính là Việt Nam, múi giờ Hà Nội, rồi chạy lại',
    run: localeAndZone,
  },
  {
    id: 'S5',
    assumption: 'Tệp vi_VN hiểu "1.5", "31/12/2026", "12/31/2026" khi gõ',
    reliance: 'Ngày gõ kiểu ngày/tháng thành đúng ngày hoặc còn là chữ; kiểu tháng/ngày không bao giờ thành ngày khác',
    remedy: 'dừng, báo người phát triển: ngày gõ vào bảng có thể bị hiểu sai',
    run: typedValues,
  },
  {
    id: 'S10',
    assumption: 'Ô đánh dấu hiện chữ gì trong tệp vi_VN',
    reliance: 'Đọc giá trị thô là true; chữ hiện ra không dùng tới',
    remedy: 'dừng, báo người phát triển: ô đánh dấu có thể bị hiểu sai',
    run: booleans,
  },
  {
    id: 'S3',
    assumption: 'API ghi giá trị trái quy tắc kiểm tra chặt của ô',
    reliance: 'Không cần biết: mọi giá trị được kiểm lại khi đọc',
    remedy: 'dừng, báo người phát triển: danh sách chọn có thể chặn hệ thống ghi',
    run: strictRule,
  },
  {
    id: 'S11',
    assumption: 'Chữ ghi bằng stringValue không bao giờ thành công thức',
    reliance: 'Câu trả lời của đơn vị được ghi nguyên văn',
    remedy: 'dừng, báo người phát triển: chữ gõ vào bảng có thể bị hiểu sai',
    run: inertText,
  },
];

async function typedValues(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  await write(sheet, tab, [['1.5', '31/12/2026', '12/31/2026']], 'USER_ENTERED');
  const [point, dayFirst, monthFirst] = (await read(sheet, tab))[0] ?? [];
  const isDay = dayFirst === LAST_OF_2026 || dayFirst === '31/12/2026';
  const isNoOther = typeof monthFirst === 'string' || monthFirst === LAST_OF_2026;
  return okIf(isDay && isNoOther, [point, dayFirst, monthFirst].map((value) => JSON.stringify(value)).join(' · '));
}

async function booleans(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  await write(sheet, tab, [[true]], 'RAW');
  const raw = (await read(sheet, tab))[0]?.[0];
  const shown = (await read(sheet, tab, 'FORMATTED_VALUE'))[0]?.[0];
  return okIf(raw === true, `thô ${JSON.stringify(raw)}, hiện "${String(shown)}"`);
}

async function strictRule(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  const range = { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Bật' }] };
  await batch(sheet, { setDataValidation: { range, rule: { condition, strict: true } } });
  return asRelied(inWords(await write(sheet, tab, [['Khác']], 'RAW')));
}

async function inertText(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  const texts = ['=1+1', '+84 24', "'0042", '2026-12-31', 'TRUE'];
  const rows = [{ values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })) }];
  await batch(sheet, { appendCells: { sheetId: tab.sheetId, rows, fields: 'userEnteredValue' } });
  const cells = (await read(sheet, tab))[0] ?? [];
  return okIf(JSON.stringify(cells) === JSON.stringify(texts), cells.map((cell) => JSON.stringify(cell)).join(' · '));
}

async function localeAndZone({ google, spreadsheetId }: LiveSheet): Promise<Outcome> {
  const properties = { locale: LOCALE, timeZone: ZONE };
  const requests = [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }];
  await need(() => google.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }));
  const fields = 'properties(locale,timeZone)';
  const found = (await need(() => google.sheets.spreadsheets.get({ spreadsheetId, fields }))).properties;
  return okIf(found?.locale === LOCALE && found.timeZone === ZONE, `${found?.locale}, ${found?.timeZone}`);
}

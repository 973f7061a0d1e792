import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { asRelied, type Outcome, okIf, type Proof } from '../../functions/upkeep/self-test/proof.ts';
import { inWords, isRefused, need } from './ask.ts';
import { addTab, batch, type LiveSheet, metadata, newId, read, textRow, write } from './live-sheet.ts';

/** How commits are kept apart, and where marks on rows go. */
export const claimChecks: readonly Proof<LiveSheet>[] = [
  {
    id: 'S0',
    assumption: 'Số metadata đã dùng thì cả lượt ghi bị từ chối',
    reliance: 'Mỗi lần ghi giữ chỗ bằng một số; bị từ chối là 400, tên yêu cầu bằng tiếng Anh, không ô nào đổi',
    remedy: 'dừng, không vận hành: hai lần chạy có thể ghi đè nhau; báo người phát triển',
    run: usedClaim,
  },
  {
    id: 'S1',
    assumption: 'Metadata của dòng có theo dòng khi sắp xếp không',
    reliance: 'Không cần biết: dòng tìm theo khóa trong cột. Sắp xếp bằng tay trên giao diện thì không thử được ở đây',
    remedy: 'báo người phát triển; hệ thống vẫn chạy được',
    run: sortedRow,
  },
  {
    id: 'S4a',
    assumption: 'Sửa metadata không có dòng nào khớp',
    reliance: 'Không cần biết: không bao giờ sửa metadata',
    remedy: 'báo người phát triển; chạy npm run doctor mỗi tuần cho tới khi có bản sửa',
    run: updateWithoutMatch,
  },
  {
    id: 'S4b',
    assumption: 'Xóa metadata không có dòng nào khớp',
    reliance: 'Lệnh doctor đọc rồi mới xóa; lỗi hay không lỗi đều được, miễn là 400 khi lỗi',
    remedy: 'báo người phát triển; chạy npm run doctor mỗi tuần cho tới khi có bản sửa',
    run: deleteWithoutMatch,
  },
  {
    id: 'S9',
    assumption: 'Ghi nối song song bằng values.append có mất dòng không',
    reliance: 'Không cần biết: nhật ký chỉ ghi bằng appendCells trong lượt đã giữ chỗ',
    remedy: 'báo người phát triển',
    run: parallelAppends,
  },
];

const everywhere = { spreadsheet: true };

async function usedClaim(sheet: LiveSheet): Promise<Outcome> {
  const [tab, claim] = [await addTab(sheet), newId()];
  const claimed = (text: string) => [
    metadata(claim, everywhere, text),
    { appendCells: { sheetId: tab.sheetId, rows: [textRow(text)], fields: 'userEnteredValue' } },
  ];
  const first = await batch(sheet, ...claimed('một'));
  const second = await batch(sheet, ...claimed('hai'));
  const cells = await read(sheet, tab);
  const isNamed = second.kind === 'refused' && /^Invalid requests\[0\]\.createDeveloperMetadata\b/.test(second.message);
  const isWhole = first.kind === 'answered' && cells.length === 1 && cells[0]?.[0] === 'một';
  return okIf(isNamed && isRefused(second, 400) && isWhole, `${inWords(second)}; ${cells.length} dòng được ghi`);
}

async function sortedRow(sheet: LiveSheet): Promise<Outcome> {
  const [tab, mark] = [await addTab(sheet), newId()];
  await write(sheet, tab, [['c'], ['b'], ['a']], 'RAW');
  const row = { sheetId: tab.sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
  const range = { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
  const sort = { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } };
  await batch(sheet, metadata(mark, { dimensionRange: row }), sort);
  const at = (await find(sheet, mark))[0]?.developerMetadata?.location?.dimensionRange?.startIndex ?? 0;
  return asRelied(at === 2 ? 'theo dòng tới chỗ mới' : `ở lại chỗ cũ (dòng ${at + 1})`);
}

async function find({ google, spreadsheetId }: LiveSheet, metadataId: number) {
  const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataId } }] };
  const found = await need(() => google.sheets.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }));
  return found.matchedDeveloperMetadata ?? [];
}

function byId(metadataId: number): sheets_v4.Schema$DataFilter {
  return { developerMetadataLookup: { metadataId } };
}

async function updateWithoutMatch(sheet: LiveSheet): Promise<Outcome> {
  const update = { dataFilters: [byId(newId())], developerMetadata: { metadataValue: 'x' }, fields: 'metadataValue' };
  return asRelied(inWords(await batch(sheet, { updateDeveloperMetadata: update })));
}

async function deleteWithoutMatch(sheet: LiveSheet): Promise<Outcome> {
  const answer = await batch(sheet, { deleteDeveloperMetadata: { dataFilter: byId(newId()) } });
  return okIf(answer.kind === 'answered' || answer.status === 400, inWords(answer));
}

const APPENDS = 10;

async function parallelAppends(sheet: LiveSheet): Promise<Outcome> {
  const tab = await addTab(sheet);
  const { google, spreadsheetId } = sheet;
  const append = (text: string) =>
    need(() =>
      google.sheets.spreadsheets.values.append({
        spreadsheetId,
        range: `'${tab.title}'!A1`,
        valueInputOption: 'RAW',
        requestBody: { values: [[text]] },
      }),
    );
  await Promise.all(Array.from({ length: APPENDS }, (_, index) => append(`dòng ${index}`)));
  return asRelied(`ghi ${APPENDS}, còn ${(await read(sheet, tab)).length}`);
}

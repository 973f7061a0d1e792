import type { Google } from '../../functions/google/client.ts';
import { WITHOUT_RETRY } from '../../functions/google/retries.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { LOCALE, ZONE } from '../../sheets-schema/zone.ts';
import { ask, inWords, need } from './ask.ts';

/** A throw-away file: its id, or why there is none. */
export type LiveFile = { readonly id: string } | { readonly because: string };

const TITLE = 'Tệp thử, xóa được';
const OWNED = 'Đề nghị một người tạo tệp trống, chia sẻ quyền Người chỉnh sửa, rồi chạy lại với';

/** Uses the spreadsheet given, or makes one. @throws when the one given is a register in use */
export async function throwAwaySheet({ sheets }: Google, given: string | undefined): Promise<LiveFile> {
  if (given !== undefined) {
    await assertNotInUse({ sheets }, given);
    return { id: given };
  }
  const requestBody = { properties: { title: TITLE, locale: LOCALE, timeZone: ZONE } };
  const made = await ask(() => sheets.spreadsheets.create({ requestBody }, WITHOUT_RETRY));
  if (made.kind === 'answered') return { id: made.data.spreadsheetId ?? '' };
  return { because: `không tạo được bảng tính (${inWords(made)}). ${OWNED} --spreadsheet` };
}

/** Checks write, sort and change settings: never in a file people work in. */
async function assertNotInUse({ sheets }: Pick<Google, 'sheets'>, spreadsheetId: string): Promise<void> {
  const fields = 'sheets.properties.title';
  const { sheets: tabs = [] } = await need(() => sheets.spreadsheets.get({ spreadsheetId, fields }));
  if (tabs.some(({ properties }) => properties?.title === system.title)) {
    throw new Error(`Bảng tính ${spreadsheetId} là sổ đang dùng (có tab "${system.title}"); không thử ở đó.`);
  }
}

/** Uses the form given, or makes one. @param inUse the form of the register, which is refused */
export async function throwAwayForm(
  { forms }: Google,
  given: string | undefined,
  inUse: string | undefined,
): Promise<LiveFile> {
  if (given !== undefined) {
    if (given === inUse) throw new Error(`Biểu mẫu ${given} là biểu mẫu đang dùng (FORM_ID); không thử ở đó.`);
    return { id: given };
  }
  const made = await ask(() =>
    forms.forms.create({ requestBody: { info: { title: TITLE } }, unpublished: true }, WITHOUT_RETRY),
  );
  if (made.kind === 'answered') return { id: made.data.formId ?? '' };
  return { because: `không tạo được biểu mẫu (${inWords(made)}). ${OWNED} --form` };
}

import type { Cell, Spreadsheet } from '../../sheets/model.ts';
import { satisfies } from '../../sheets/validation.ts';

/** Why the rule of a cell does not take what it holds, as the editor says it; nothing where all is well. */
export function wrongBecause(book: Spreadsheet, cell: Cell | undefined): string | undefined {
  const { dataValidation: rule, userEnteredValue: value } = cell ?? {};
  if (!rule || !value || satisfies(book, rule, value)) return undefined;
  const { type = '', values = [] } = rule.condition ?? {};
  const wanted = type === 'TEXT_CONTAINS' ? `văn bản có chứa "${values[0]?.userEnteredValue ?? ''}"` : wants[type];
  return `Không hợp lệ: dữ liệu nhập phải là ${wanted ?? 'giá trị mà quy tắc của ô cho phép'}.`;
}

const wants: Readonly<Record<string, string>> = {
  DATE_IS_VALID: 'một ngày có thật',
  ONE_OF_LIST: 'một mục trong danh sách',
  ONE_OF_RANGE: 'một mục trong danh sách',
  BOOLEAN: 'ô đánh dấu',
  TEXT_IS_EMAIL: 'một địa chỉ e-mail',
};

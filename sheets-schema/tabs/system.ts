import { optional } from '../columns/kind.ts';
import { verbatim } from '../columns/text.ts';
import { column, defineTab } from '../define-tab.ts';

/** The cells of bookkeeping, in the order they stand below the header. New ones are added at the end only. */
export const systemCells = [
  'revision',
  'token',
  'spreadsheet',
  'formHash',
  'lastGoodRun',
  'mailHold',
  'rows.reports',
  'rows.answers',
  'rows.ledger',
  'rows.changes',
  'formUri',
  'formId',
  'sheetUrl',
  'doctor',
  'schema',
  'schema.people',
  'lowestWriter',
  'release',
  'putBack',
  'lookedAt',
  'secret',
  'comparedOn',
  'fileSettings',
  'mailOutage',
  'toldOn',
  'doctorAt',
] as const;
export type SystemCell = (typeof systemCells)[number];

/** _hệ thống: a few cells of bookkeeping. */
export const system = defineTab({
  name: 'system',
  sheetId: 382_301,
  title: '_hệ thống',
  owner: 'system',
  hidden: true,
  about: 'Sổ của hệ thống: số lần ghi, mã lần ghi cuối, số dòng của từng nhật ký. Không sửa.',
  key: ['name'],
  columns: {
    name: column(verbatim, 'Ô', 'Tên ô.', 140),
    value: column(optional(verbatim), 'Giá trị', 'Giá trị.', 420),
  },
});

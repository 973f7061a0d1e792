import { type Area, contains, intersection } from './area.ts';
import type { Caller, Change } from './change.ts';
import type { GridRange, ProtectedRange, Sheet, Spreadsheet } from './model.ts';
import { EditorRefusal } from './refusal.ts';

const sentence =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const localised =
  'Bạn đang cố gắng chỉnh sửa một ô hoặc đối tượng được bảo vệ. Vui lòng liên hệ với chủ sở hữu bảng tính để xóa tính năng bảo vệ nếu bạn cần chỉnh sửa.';

/** Refuses a write into a range that is protected against the caller. The owner always edits. */
export function refuseProtected(change: Change, sheet: Sheet, area: Area): void {
  if (change.caller.isOwner) return;
  const isBlocked = sheet.protectedRanges.some(
    (range) => !mayEdit(range, change.caller) && touches(change.draft, { range, area }),
  );
  if (isBlocked) throw new EditorRefusal(sentence, localised);
}

/** A warning-only protection asks people in the editor and stops nobody here. */
export function mayEdit(range: ProtectedRange, caller: Caller): boolean {
  if (caller.isOwner || range.warningOnly) return true;
  const users = range.editors?.users ?? [];
  return range.editors?.domainUsersCanEdit === true || users.some((user) => user.toLowerCase() === caller.email);
}

/** Changing or removing a protection needs the right to edit what it protects. */
export function refuseForeignProtection(change: Change, range: ProtectedRange): void {
  if (!mayEdit(range, change.caller)) throw new EditorRefusal(sentence, localised);
}

type Attempt = { range: ProtectedRange; area: Area };

function touches(book: Spreadsheet, { range, area }: Attempt): boolean {
  const named = book.namedRanges.find(({ namedRangeId }) => namedRangeId === range.namedRangeId);
  const guarded = openArea((range.namedRangeId ? named?.range : range.range) ?? {});
  const hit = intersection(area, guarded);
  if (!hit) return false;
  return !(range.unprotectedRanges ?? []).some((open) => contains(openArea(open), hit));
}

/** Open sides have no end: rows that a write would add to a protected tab are protected as well. */
const openArea = (range: GridRange): Area => ({
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? Number.POSITIVE_INFINITY,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
});

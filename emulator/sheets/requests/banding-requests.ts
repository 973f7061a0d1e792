import { closed, intersection, requestedArea } from '../area.ts';
import { type Change, editSheet } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { BandedRange, GridRange } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';
import { newNumber } from './new-number.ts';
import { type Found, find, sheetIdOf } from './sheet-objects.ts';

type BandingRequest = { bandedRange?: Partial<BandedRange>; fields?: string };

export function addBanding(change: Change, { bandedRange: given = {} }: BandingRequest): object {
  const isTaken = (id: number) => findBanding(change, id) !== undefined;
  const { bandedRangeId = newNumber(change, isTaken) } = given;
  if (isTaken(bandedRangeId)) throw new EditorRefusal(`A banded range with the id ${bandedRangeId} already exists.`);
  const banded = checked(change, { ...given, bandedRangeId });
  const sheet = editSheet(change, sheetIdOf(banded.range));
  sheet.bandedRanges = [...sheet.bandedRanges, banded];
  return { bandedRange: banded };
}

/** Not idempotent: a range that has bands already refuses others. */
function checked(change: Change, given: Partial<BandedRange> & { bandedRangeId: number }): BandedRange {
  const { bandedRangeId } = given;
  const area = requestedArea(change, given.range);
  const range = given.range as GridRange;
  const sheet = editSheet(change, sheetIdOf(range));
  const isBanded = sheet.bandedRanges.some(
    (other) => other.bandedRangeId !== bandedRangeId && intersection(closed(other.range, sheet), area) !== undefined,
  );
  if (!isBanded) return { ...given, bandedRangeId, range };
  throw new EditorRefusal(
    'You cannot add alternating background colors to a range that already has alternating background colors.',
    'Bạn không thể thêm màu nền xen kẽ vào một dải ô đã có màu nền xen kẽ.',
  );
}

const findBanding = (change: Change, id: number): Found<BandedRange> | undefined =>
  find(change, ({ bandedRanges }) => bandedRanges.find(({ bandedRangeId }) => bandedRangeId === id));

function existing(change: Change, id = 0): Found<BandedRange> {
  const found = findBanding(change, id);
  if (found) return found;
  throw new EditorRefusal(`No banded range with id: ${id}`);
}

export function updateBanding(change: Change, { bandedRange: given = {}, fields }: BandingRequest): undefined {
  const mask = readUpdateMask(fields, 'BandedRange');
  const { sheetId, object: old } = existing(change, given.bandedRangeId);
  const after = checked(change, { ...withMasked(old, given, mask), bandedRangeId: old.bandedRangeId });
  const from = editSheet(change, sheetId);
  from.bandedRanges = from.bandedRanges.filter((banded) => banded !== old);
  const to = editSheet(change, sheetIdOf(after.range));
  to.bandedRanges = [...to.bandedRanges, after];
}

export function deleteBanding(change: Change, { bandedRangeId }: { bandedRangeId?: number }): undefined {
  const { sheetId, object: old } = existing(change, bandedRangeId);
  const sheet = editSheet(change, sheetId);
  sheet.bandedRanges = sheet.bandedRanges.filter((banded) => banded !== old);
}

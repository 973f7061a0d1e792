import { requestedArea } from '../area.ts';
import { type Change, editSheet, isSwitchedOn } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { ProtectedRange } from '../model.ts';
import { refuseForeignProtection } from '../protection.ts';
import { EditorRefusal } from '../refusal.ts';
import { newNumber } from './new-number.ts';
import { type Found, find, sheetIdOf } from './sheet-objects.ts';

type Editors = NonNullable<ProtectedRange['editors']>;
type ProtectionRequest = { protectedRange?: Partial<ProtectedRange>; fields?: string };

/** The reply shows no editors; a later get shows them, the creator included. */
export function addProtectedRange(change: Change, { protectedRange: given = {} }: ProtectionRequest): object {
  const isTaken = (id: number) => findProtection(change, id) !== undefined;
  const { protectedRangeId = newNumber(change, isTaken) } = given;
  if (isTaken(protectedRangeId)) {
    throw new EditorRefusal(`A protected range with the id ${protectedRangeId} already exists.`);
  }
  const guarded = checked(change, { ...given, protectedRangeId });
  const sheet = editSheet(change, sheetIdFor(change, guarded));
  sheet.protectedRanges = [...sheet.protectedRanges, guarded];
  const { editors: _, ...shown } = guarded;
  return { protectedRange: { ...shown, ...(!guarded.warningOnly && { editors: {} }), requestingUserCanEdit: true } };
}

function checked(change: Change, given: Partial<ProtectedRange> & { protectedRangeId: number }): ProtectedRange {
  const { requestingUserCanEdit: _, ...guarded } = given as ProtectedRange & { requestingUserCanEdit?: boolean };
  if (!guarded.namedRangeId) requestedArea(change, guarded.range ?? {});
  for (const open of guarded.unprotectedRanges ?? []) requestedArea(change, open, 'unprotectedRanges');
  if (guarded.warningOnly) {
    const { editors: __, ...warning } = guarded;
    return warning;
  }
  return { ...guarded, editors: withCreator(change, guarded.editors) };
}

/** Whoever protects a range, and the owner of the file, may always edit it. */
function withCreator(change: Change, editors: Editors = {}): Editors {
  const users = new Set([change.caller.email, ...known(change, editors.users ?? [])]);
  return { ...editors, users: [...users] };
}

/** What becomes of an editor whom the file is not shared with is not known: kept, dropped, or the request refused. */
function known(change: Change, users: readonly string[]): readonly string[] {
  const shared = new Set(change.context.files.get(change.draft.id)?.permissions.map((one) => one.emailAddress));
  const strangers = users.filter((user) => user !== change.caller.email && !shared.has(user));
  if (strangers.length === 0) return users;
  if (isSwitchedOn(change, 'sheets.unknown-editors-refused')) {
    throw new EditorRefusal(`The file is not shared with ${strangers.join(', ')}.`);
  }
  return isSwitchedOn(change, 'sheets.unknown-editors-dropped')
    ? users.filter((user) => !strangers.includes(user))
    : users;
}

function sheetIdFor(change: Change, { range, namedRangeId }: ProtectedRange): number {
  const named = change.draft.namedRanges.find((candidate) => candidate.namedRangeId === namedRangeId);
  if (namedRangeId && !named) throw new EditorRefusal(`No named range with id: ${namedRangeId}`);
  return sheetIdOf(named?.range ?? range);
}

const findProtection = (change: Change, id: number): Found<ProtectedRange> | undefined =>
  find(change, ({ protectedRanges }) => protectedRanges.find(({ protectedRangeId }) => protectedRangeId === id));

function existing(change: Change, id = 0): Found<ProtectedRange> {
  const found = findProtection(change, id);
  if (!found) throw new EditorRefusal(`No protected range with id: ${id}`);
  refuseForeignProtection(change, found.object);
  return found;
}

export function updateProtectedRange(change: Change, request: ProtectionRequest): undefined {
  const { protectedRange: given = {}, fields } = request;
  const mask = readUpdateMask(fields, 'ProtectedRange');
  const { sheetId, object: old } = existing(change, given.protectedRangeId);
  const { protectedRangeId } = old;
  const after = checked(change, { ...withMasked(old, given, mask), protectedRangeId });
  const from = editSheet(change, sheetId);
  from.protectedRanges = from.protectedRanges.filter((guarded) => guarded !== old);
  const to = editSheet(change, sheetIdFor(change, after));
  to.protectedRanges = [...to.protectedRanges, after];
}

export function deleteProtectedRange(change: Change, request: { protectedRangeId?: number }): undefined {
  const { sheetId, object: old } = existing(change, request.protectedRangeId);
  const sheet = editSheet(change, sheetId);
  sheet.protectedRanges = sheet.protectedRanges.filter((guarded) => guarded !== old);
}

import { invalidArgument } from '../../google-error.ts';
import { readRange } from '../a1.ts';
import { requestedArea } from '../area.ts';
import type { Change } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { NamedRange } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';

type NamedRangeRequest = { namedRange?: Partial<NamedRange>; fields?: string };

/** The sentence for an id in use is not known. */
export function addNamedRange(change: Change, { namedRange: given = {} }: NamedRangeRequest): object {
  const { draft } = change;
  const namedRangeId = given.namedRangeId || change.context.newId(12);
  if (draft.namedRanges.some((named) => named.namedRangeId === namedRangeId)) {
    throw new EditorRefusal(`A named range with the id ${namedRangeId} already exists.`);
  }
  const named = checked(change, { ...given, namedRangeId });
  draft.namedRanges = [...draft.namedRanges, named];
  return { namedRange: named };
}

function checked(change: Change, given: Partial<NamedRange> & { namedRangeId: string }): NamedRange {
  const { name = '', range = {}, namedRangeId } = given;
  const isName = /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) && !readRange(name) && !/^(true|false)$/i.test(name);
  if (!isName) throw new EditorRefusal(`The name "${name}" is not a valid name for a named range.`);
  requestedArea(change, given.range);
  const isTaken = change.draft.namedRanges.some(
    (other) => other.namedRangeId !== namedRangeId && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) {
    throw new EditorRefusal(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
      `Không thể thêm dải ô được đặt tên là ${name} vì đã có một dải ô mang tên đó.`,
    );
  }
  return { namedRangeId, name, range: { ...range, sheetId: range.sheetId ?? 0 } };
}

export function updateNamedRange(change: Change, { namedRange: given = {}, fields }: NamedRangeRequest): undefined {
  const mask = readUpdateMask(fields, 'NamedRange');
  const old = existing(change, given.namedRangeId);
  const after = checked(change, { ...withMasked(old, given, mask), namedRangeId: old.namedRangeId });
  change.draft.namedRanges = change.draft.namedRanges.map((named) => (named === old ? after : named));
}

export function deleteNamedRange(change: Change, { namedRangeId }: { namedRangeId?: string }): undefined {
  const old = existing(change, namedRangeId);
  change.draft.namedRanges = change.draft.namedRanges.filter((named) => named !== old);
}

function existing(change: Change, namedRangeId: string | undefined): NamedRange {
  if (!namedRangeId) throw invalidArgument('namedRangeId must be specified.');
  const named = change.draft.namedRanges.find((candidate) => candidate.namedRangeId === namedRangeId);
  if (!named) throw new EditorRefusal(`No named range with id: ${namedRangeId}`);
  return named;
}

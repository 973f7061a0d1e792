import { RELEASE } from '../../sheets-schema/schema-version.ts';
import type { Workbook, Write } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { type Bookkeeping, writeBookkeeping } from './bookkeeping.ts';

/** Claims this many revisions old cannot be asked for again: a batch is given up ten minutes after it was read. */
export const KEPT_REVISIONS = 1_000;

/** What became of a commit. */
export type Committed =
  | { readonly kind: 'done'; readonly bookkeeping: Bookkeeping }
  /** The workbook is no longer what was read: read again and plan anew. */
  | { readonly kind: 'stale'; readonly token: string };

/**
 * Writes changes and bookkeeping in one atomic batch under the claim `revision + 1`. Two runs that planned on the same
 * revision cannot both pass, and an old batch that arrives late finds its claim used.
 * @param places where declared tabs really are, when one was replaced.
 * @throws commit.refused when the batch is refused for another reason than its claim: something in it, or a tab that is gone.
 */
export async function commit(
  workbook: Workbook,
  {
    bookkeeping,
    changes,
    token,
    places,
  }: {
    readonly bookkeeping: Bookkeeping;
    readonly changes: readonly Write[];
    readonly token: string;
    readonly places: ReadonlyMap<number, number>;
  },
): Promise<Committed> {
  const next = { ...bookkeeping, revision: bookkeeping.revision + 1, token, release: RELEASE };
  const outcome = await workbook.commit({
    claim: next.revision,
    token,
    changes: [writeBookkeeping(next), ...changes].map((change) => ({
      ...change,
      sheetId: places.get(change.sheetId) ?? change.sheetId,
    })),
  });
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', bookkeeping: next };
    case 'claim-used':
      return { kind: 'stale', token };
    case 'refused':
      throw problem('commit.refused', [workbook.id, outcome.why], outcome.why);
  }
}

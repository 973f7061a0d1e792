import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import type { Commit, CommitOutcome } from '../../functions/ports.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import type { Rewire } from './runs.ts';

/** Commits as they went over the wire, kept so that they can arrive a second time. */
export function keepingCommits(): { readonly rewire: Rewire; readonly commits: readonly Commit[] } {
  const commits: Commit[] = [];
  return {
    commits,
    rewire: (ports) => ({
      ...ports,
      workbook: {
        ...ports.workbook,
        commit(commit) {
          commits.push(commit);
          return ports.workbook.commit(commit);
        },
      },
    }),
  };
}

/** An old batch that hung somewhere on its way. */
export async function arriveAgain(
  { emulator, config }: Workspace,
  commits: readonly Commit[],
): Promise<readonly CommitOutcome['kind'][]> {
  const workbook = createWorkbook(createGoogle({ emulator: emulator.url }), config.SPREADSHEET_ID);
  const kinds: CommitOutcome['kind'][] = [];
  for (const commit of commits) kinds.push((await workbook.commit(commit)).kind);
  return kinds;
}

import type { Workbook } from '../ports.ts';
import { commit } from '../workbook/commit.ts';
import { NO_SEALED_ROWS, readSealed } from '../workbook/read-sealed.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { hasSealedTabs, isCopying, planCopying, planTakingOut, type Sealing, sealable } from './plan-sealing.ts';
import type { JudgedPlan } from './plan-sync.ts';

type Ports = { readonly workbook: Workbook; readonly newToken: () => string };

/**
 * Puts one closed round away, if there is one: a run at night that has nothing else to do copies its rows, the next one
 * reads the copies and takes the rows out. Each step is one commit under a claim, and what was not done is done another night.
 * @returns whether something was written
 * @throws commit.refused when Google does not take the batch
 */
export async function seal({ workbook, newToken }: Ports, snapshot: Snapshot, plan: JudgedPlan): Promise<boolean> {
  const wanted = sealable(snapshot, plan);
  if (!wanted) return false;
  const write = (sealing: Sealing) => commit(workbook, { ...sealing, token: newToken(), places: snapshot.places });
  if (!isCopying(wanted)) {
    const tabs = await workbook.tabs();
    // Somebody deleted one, or the file is older than they are: then nothing is put away.
    if (!hasSealedTabs(tabs)) return false;
    await write(planCopying(snapshot, plan, wanted, tabs));
    return true;
  }
  const { copied, id } = wanted.record;
  const copies = copied ? await readSealed(workbook, [{ ...wanted.record, id, lines: copied }]) : NO_SEALED_ROWS;
  await write(planTakingOut(snapshot, plan, wanted, copies));
  return true;
}

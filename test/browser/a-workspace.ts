import { afterAll, beforeAll } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { prepareTheRound } from '../../scripts/story/scenes.ts';
import { createStage } from '../../scripts/story/stage.ts';
import { createTelling } from '../../scripts/story/telling.ts';
import { homeBlocks, homeIntro, nextMail } from '../../scripts/workspace/home-blocks.ts';
import type { ServedFunction } from '../../scripts/workspace/serve-function.ts';
import { startWorkspace, type Workspace } from '../../scripts/workspace/start-workspace.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';

export type Round = {
  readonly workspace: Workspace;
  linkOf(unit: string): string;
  addressOf(tab: Tab, more?: string): string;
};

/** The loop without a server of its own: these tests are of the pages. */
function inProcess(workspace: Workspace): ServedFunction {
  return { url: '', post: async () => ({ ...(await runSync(workspace.config)) }), close: async () => {} };
}

/** A workspace as `npm start` offers it to somebody who begins anew: the round open, no mail approved. */
export function useRound(): Round {
  const round = {} as { workspace: Workspace };
  beforeAll(async () => {
    const workspace = await startWorkspace({
      now: '2025-10-23T13:30:00+07:00',
      runners: [{ name: 'sync', label: 'Đồng bộ', run: async () => runSync(round.workspace.config) }],
      intro: () => homeIntro(round.workspace),
      blocks: () => homeBlocks(round.workspace, { dashboard: undefined, synthesis: undefined }),
      nextEvent: () => nextMail(round.workspace),
    });
    round.workspace = workspace;
    await prepareTheRound(
      createStage(
        workspace,
        inProcess(workspace),
        createTelling(() => {}),
      ),
    );
  });
  afterAll(() => round.workspace.close());
  return Object.assign(round, {
    linkOf: (unit: string) => round.workspace.provisioned.links.find((one) => one.unit === unit)?.link ?? '',
    addressOf: ({ sheetId }: Tab, more = '') =>
      `${round.workspace.emulator.url}/spreadsheets/d/${round.workspace.provisioned.spreadsheetId}/edit?gid=${sheetId}${more}`,
  });
}

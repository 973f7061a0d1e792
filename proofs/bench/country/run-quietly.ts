import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { createFormFollower } from '../../../functions/form/follow-form.ts';
import { createGoogle } from '../../../functions/google/client.ts';
import { createFormEditor } from '../../../functions/google/form-editor.ts';
import { createResponses } from '../../../functions/google/responses.ts';
import type { RetryOptions } from '../../../functions/google/retries.ts';
import { createWorkbook } from '../../../functions/google/workbook.ts';
import type { Mailer } from '../../../functions/ports.ts';
import { type SyncSummary, sync } from '../../../functions/sync/sync.ts';
import type { Workspace } from '../../../scripts/workspace/start-workspace.ts';
import { blankMail } from '../../simulation/blank-mail.ts';

/** Takes every mail at once: what came before a measurement need not wait for a mail server. */
const nobody: Mailer = { send: async () => ({ kind: 'sent' }), verify: async () => null, close() {} };

export type QuietRun = {
  /** How calls are held back and tried again. */
  readonly calls?: RetryOptions;
  readonly mailer?: Mailer;
  readonly hasTime?: () => boolean;
};

/** The real loop on the real workbook, whose mails go nowhere. */
export function runQuietly(
  { config, emulator }: Workspace,
  { calls = {}, mailer = nobody, hasTime = () => true }: QuietRun = {},
): Promise<SyncSummary> {
  const google = createGoogle({ emulator: emulator.url, ...calls });
  return sync(
    {
      workbook: createWorkbook(google, config.SPREADSHEET_ID),
      responses: createResponses(google, config.FORM_ID),
      follower: createFormFollower(createFormEditor(google, config.FORM_ID)),
      mailer,
      writeMail: blankMail,
      newToken: () => randomUUID().slice(0, 8),
      hasTime,
    },
    {
      now: Temporal.Instant.from(emulator.clock.now()),
      linkSecret: config.LINK_SECRET,
      mailDomain: 'bench.example',
    },
  );
}

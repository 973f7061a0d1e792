import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { configOrExit, targets } from '../functions/config.ts';
import { PROVISION_NEEDS, runAfterRestore, runProvision } from '../functions/upkeep/commands.ts';
import { told } from './screen/told.ts';
import './load-env.ts';

const options = new Command('provision')
  .description('Makes the Sheet and the Form, or completes what is missing. A second run writes nothing.')
  .option('--new-secret', 'LINK_SECRET is a new one, LINK_SECRET_PREVIOUS the one whose links are about: record it')
  .option(
    '--after-restore',
    'the file was restored or copied, or a log was damaged: settle what fell due so far without mailing it, and read again what the form has',
  )
  .option('--columns-checked', 'the cells of columns that were put back are right again: what waits for them goes on')
  .option('--editor <address...>', 'coordinators: the Sheet is shared with them to work in', [])
  .option('--viewer <address...>', 'leaders, the account of the pages: the Sheet is shared with them to look at', [])
  .addHelpText(
    'after',
    '\nEnvironment: SPREADSHEET_ID, FORM_ID and LINK_SECRET when the files exist already; for new ones LINK_SECRET is made.',
  )
  .parse()
  .opts<{
    afterRestore?: boolean;
    newSecret?: boolean;
    columnsChecked?: boolean;
    editor: readonly string[];
    viewer: readonly string[];
  }>();

try {
  const isNew = !process.env['SPREADSHEET_ID'] && !process.env['LINK_SECRET'];
  const LINK_SECRET = isNew ? newLinkSecret() : process.env['LINK_SECRET'];
  // First of all, so that a run cut short does not keep it to itself.
  if (isNew) console.log(`LINK_SECRET=${LINK_SECRET}`);
  const environment = { ...process.env, LINK_SECRET };
  const report = (line: string) => console.error(`· ${line}`);
  const chosen = {
    isNewSecret: options.newSecret === true,
    areColumnsChecked: options.columnsChecked === true,
    editors: options.editor,
    viewers: options.viewer,
  };
  const made = options.afterRestore
    ? await runAfterRestore(configOrExit(environment, targets.sync), report, chosen)
    : await runProvision(configOrExit(environment, PROVISION_NEEDS), report, chosen);
  console.log(`SPREADSHEET_ID=${made.spreadsheetId}`);
  console.log(`FORM_ID=${made.formId}`);
  console.log(`\nBảng tính   ${made.sheetUrl}\nBiểu mẫu    ${made.formUrl}\nTrả lời tại ${made.responderUri}\n`);
  for (const { unit, name, link } of made.links) console.log(`${unit}  ${name}\n     ${link}`);
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}

/** 128 random bits: so many that nobody finds them out from a link by trying. */
function newLinkSecret(): string {
  return randomBytes(16).toString('hex');
}

import { Command } from 'commander';
import { runSync } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import { Problem } from '../functions/shared/problem.ts';
import { PROVISION_NEEDS, runProvision } from '../functions/upkeep/commands.ts';

const options = new Command('provision')
  .description('Makes the Sheet and the Form, or completes what is missing. A second run writes nothing.')
  .option('--after-restore', 'the file was restored or copied: settle what fell due so far without mailing it')
  .addHelpText('after', '\nEnvironment: LINK_SECRET; SPREADSHEET_ID and FORM_ID when the files exist already.')
  .parse()
  .opts<{ afterRestore?: boolean }>();

try {
  const config = configOrExit(process.env, PROVISION_NEEDS);
  if (options.afterRestore) await runSync(configOrExit(process.env, targets.sync), { isRestoring: true });
  const made = await runProvision(config, (line) => console.error(`· ${line}`));
  console.log(`SPREADSHEET_ID=${made.spreadsheetId}`);
  console.log(`FORM_ID=${made.formId}`);
  console.log(`\nSheet      ${made.sheetUrl}\nForm       ${made.formUrl}\nAnswered at ${made.responderUri}\n`);
  for (const { unit, name, link } of made.links) console.log(`${unit}  ${name}\n     ${link}`);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}

import { Command } from 'commander';
import { PROVISION_NEEDS, runProvision } from '../functions/app.ts';
import { configOrExit } from '../functions/config.ts';
import { Problem } from '../functions/shared/problem.ts';

new Command('provision')
  .description('Makes the Sheet and the Form, or completes what is missing. A second run writes nothing.')
  .addHelpText('after', '\nEnvironment: LINK_SECRET; SPREADSHEET_ID and FORM_ID when the files exist already.')
  .parse();

try {
  const config = configOrExit(process.env, PROVISION_NEEDS);
  const made = await runProvision(config, (line) => console.error(`· ${line}`));
  console.log(`SPREADSHEET_ID=${made.spreadsheetId}`);
  console.log(`FORM_ID=${made.formId}`);
  console.log(`\nSheet      ${made.sheetUrl}\nForm       ${made.formUrl}\nAnswered at ${made.responderUri}\n`);
  for (const { unit, name, link } of made.links) console.log(`${unit}  ${name}\n     ${link}`);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}

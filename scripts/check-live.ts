import { Command } from 'commander';
import { auth } from 'googleapis/build/src/apis/forms/index.js';
import { type CheckLiveOptions, checkLive } from './check-live/check-live.ts';
import { checkLiveTable } from './check-live/table.ts';
import { told } from './screen/told.ts';
import './load-env.ts';

const { json, ...options } = new Command('check-live')
  .description('Confirms on a throw-away Sheet and Form what the project assumes about Google. Exit 1 when it differs.')
  .option('--spreadsheet <id>', 'an empty spreadsheet to use, for an account that can make none')
  .option('--form <id>', 'an empty form to use, for an account that can make none')
  .option('--interactive', 'print links, and wait for a person to answer the form')
  .option('--json', 'the results as JSON')
  .addHelpText(
    'after',
    "\nUses the machine's Google credentials, or GOOGLE_WORKSPACE_EMULATOR_URL. WATCH_TOPIC to try watches.",
  )
  .parse()
  .opts<Omit<CheckLiveOptions, 'say' | 'isServiceAccount'> & { json?: boolean }>();

/** Only a service account's credentials name the account. */
async function isServiceAccount(): Promise<boolean> {
  if (process.env['GOOGLE_WORKSPACE_EMULATOR_URL']) return false;
  const { client_email: account } = await new auth.GoogleAuth().getCredentials();
  return account !== undefined;
}

try {
  const say = (line: string) => console.error(line);
  const report = await checkLive(process.env, { ...options, say, isServiceAccount: await isServiceAccount() });
  const hasColours = process.stdout.isTTY === true && process.stdout.hasColors();
  console.log(json ? JSON.stringify(report, null, 2) : checkLiveTable(report, hasColours));
  if (report.results.some(({ kind }) => kind === 'differs')) process.exitCode = 1;
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}

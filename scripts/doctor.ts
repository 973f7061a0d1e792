import { Command } from 'commander';
import { runDoctor, runSelfTest } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import { proofTable } from '../functions/upkeep/self-test/proof-table.ts';
import { inColours } from './check-live/table.ts';
import { doctorTable } from './doctor/doctor-table.ts';
import { loginIn } from './once/login.ts';
import './load-env.ts';

const { json, selfTest } = new Command('doctor')
  .description('Looks at everything the loop depends on. Exit 1 when something needs a person.')
  .option('--self-test', 'try on the files in use what the system relies on, undo it, and mail the table to ALERT_TO')
  .option('--json', 'the findings as JSON')
  .addHelpText('after', `\nEnvironment: ${targets.doctor.join(', ')}; WATCH_TOPIC where the form is watched.`)
  .parse()
  .opts<{ json?: boolean; selfTest?: boolean }>();

const config = configOrExit(process.env, targets.doctor);
const hasColours = process.stdout.isTTY === true && process.stdout.hasColors();
const { summary, table } = await (selfTest ? tried() : looked());
console.log(json ? JSON.stringify(summary, null, 2) : table);
if (summary.needsPerson > 0) process.exitCode = 1;

async function looked() {
  const login = config.GOOGLE_WORKSPACE_EMULATOR_URL ? null : await loginIn(process.env);
  const summary = await runDoctor(config, undefined, login);
  return { summary, table: doctorTable(summary.checks, hasColours) };
}

async function tried() {
  const summary = await runSelfTest(config);
  return { summary, table: proofTable(summary.results, hasColours ? inColours : undefined) };
}

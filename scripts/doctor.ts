import { Command } from 'commander';
import { runDoctor } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import { doctorTable } from './doctor/doctor-table.ts';
import { loginIn } from './once/login.ts';
import './load-env.ts';

const { json } = new Command('doctor')
  .description('Looks at everything the loop depends on. Exit 1 when something needs a person.')
  .option('--json', 'the findings as JSON')
  .addHelpText('after', `\nEnvironment: ${targets.doctor.join(', ')}; WATCH_TOPIC where the form is watched.`)
  .parse()
  .opts<{ json?: boolean }>();

const config = configOrExit(process.env, targets.doctor);
const login = config.GOOGLE_WORKSPACE_EMULATOR_URL ? null : await loginIn(process.env);
const summary = await runDoctor(config, undefined, login);
const hasColours = process.stdout.isTTY === true && process.stdout.hasColors();
console.log(json ? JSON.stringify(summary, null, 2) : doctorTable(summary.checks, hasColours));
if (summary.needsPerson > 0) process.exitCode = 1;

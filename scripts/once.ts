import { Command } from 'commander';
import { configOrExit, targets } from '../functions/config.ts';
import { loginIn } from './once/login.ts';
import { runOnce } from './once/run-once.ts';
import { scheduleText } from './once/schedule.ts';
import './load-env.ts';

const { schedule } = new Command('once')
  .description('One run of the loop on this machine, for a scheduler of its own. No cloud project runs anything.')
  .option('--schedule', 'print the entries for Windows Task Scheduler, cron and systemd, and run nothing')
  .addHelpText(
    'after',
    `\nEnvironment, also from a file .env in this folder: ${targets.sync.join(', ')}; ALERT_TO.\nExit 1 when the run failed; 0 when another run is under way on this machine.`,
  )
  .parse()
  .opts<{ schedule?: boolean }>();

if (schedule) console.log(scheduleText({ folder: process.cwd(), node: process.execPath }));
else {
  const config = configOrExit(process.env, targets.sync);
  const login = config.GOOGLE_WORKSPACE_EMULATOR_URL ? null : await loginIn(process.env);
  process.exitCode = await runOnce(config, { login, out: console.log, err: console.error });
}

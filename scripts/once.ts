import { configOrExit, targets } from '../functions/config.ts';
import { loginIn } from './once/login.ts';
import { runOnce } from './once/run-once.ts';
import { scheduleText } from './once/schedule.ts';
import { command } from './screen/command.ts';
import './load-env.ts';

const { schedule } = command('once')
  .description('Chạy một lượt trên máy này, cho lịch của máy gọi. Không cần chạy gì trên Google Cloud.')
  .option('--schedule', 'in lịch cho Windows Task Scheduler, cron, systemd; không chạy gì')
  .addHelpText(
    'after',
    `\nBiến môi trường, hoặc ghi trong tệp .env của thư mục này: ${targets.sync.join(', ')}; ALERT_TO.\nMã thoát 1 khi lượt chạy không thành; 0 khi máy này đang có lượt khác chạy.`,
  )
  .parse()
  .opts<{ schedule?: boolean }>();

if (schedule) console.log(scheduleText({ folder: process.cwd(), node: process.execPath }));
else {
  const config = configOrExit(process.env, targets.sync);
  const login = config.GOOGLE_WORKSPACE_EMULATOR_URL ? null : await loginIn(process.env);
  process.exitCode = await runOnce(config, { login, out: console.log, err: console.error });
}

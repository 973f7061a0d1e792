import { runDoctor, runSelfTest } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import { proofTable } from '../functions/upkeep/self-test/proof-table.ts';
import { inColours } from './check-live/table.ts';
import { doctorTable } from './doctor/doctor-table.ts';
import { loginIn } from './once/login.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';
import './load-env.ts';

const { json, selfTest } = command('doctor')
  .description('Kiểm tra mọi thứ hệ thống dựa vào. Mã thoát 1 khi có việc cần người xử lý.')
  .option('--self-test', 'tự thử trên các tệp đang dùng, trả lại như cũ, gửi bảng kết quả tới ALERT_TO')
  .option('--json', 'kết quả ở dạng JSON')
  .addHelpText('after', `\nBiến môi trường: ${targets.doctor.join(', ')}; WATCH_TOPIC khi biểu mẫu có tin báo.`)
  .parse()
  .opts<{ json?: boolean; selfTest?: boolean }>();

const config = configOrExit(process.env, targets.doctor);
const hasColours = process.stdout.isTTY === true && process.stdout.hasColors();
await carryOut(async () => {
  const { summary, table } = await (selfTest ? tried() : looked());
  console.log(json ? JSON.stringify(summary, null, 2) : table);
  if (summary.needsPerson > 0) process.exitCode = 1;
});

async function looked() {
  const login = config.GOOGLE_WORKSPACE_EMULATOR_URL ? null : await loginIn(process.env);
  const summary = await runDoctor(config, undefined, login);
  return { summary, table: doctorTable(summary.checks, hasColours) };
}

async function tried() {
  const summary = await runSelfTest(config);
  return { summary, table: proofTable(summary.results, hasColours ? inColours : undefined) };
}

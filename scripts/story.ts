import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { playStory } from './story/scenes.ts';
import { createStage } from './story/stage.ts';
import { createTelling } from './story/telling.ts';
import { type ServedFunction, serveFunction } from './workspace/serve-function.ts';
import { freePortFrom, startWorkspace, type Workspace } from './workspace/start-workspace.ts';

const options = new Command('start')
  .description("Provisions a workspace on this machine and plays the letter's own story on a moving clock.")
  .option('--once', 'end after the story; exit 1 when it went wrong')
  .option('--port <number>', 'where the pages are, or the next free port', Number, 8080)
  .parse()
  .opts<{ once?: boolean; port: number }>();

const source = fileURLToPath(new URL('../functions/index.ts', import.meta.url));
const write = (text: string) => void process.stdout.write(text);

/** The functions as they are served here, by name. */
const served = new Map<string, ServedFunction>();

async function serve(target: string, workspace: Workspace): Promise<ServedFunction> {
  const port = await freePortFrom(options.port + 1 + served.size);
  const running = await serveFunction({ target, source, port, environment: workspace.environment });
  served.set(target, running);
  return running;
}

/** What the home page leads to besides the form, the sheet and the inbox. */
function homeLinks(provisioned: Workspace['provisioned'] | undefined) {
  const [dashboard, synthesis] = [served.get('dashboard'), served.get('synthesis')];
  return [
    ...(dashboard
      ? [{ label: 'Bảng điều hành', href: dashboard.url, about: 'tình hình kỳ báo cáo, cho lãnh đạo' }]
      : []),
    ...(synthesis ? [{ label: 'Dự thảo báo cáo tổng hợp', href: synthesis.url, about: 'tệp .docx' }] : []),
    ...(provisioned?.links ?? []).map(({ name, link }) => ({
      label: `Biểu mẫu của ${name}`,
      href: link,
      about: 'đường dẫn riêng',
    })),
  ];
}

function showAddresses({ emulator, provisioned }: Workspace): void {
  write(`\nĐang chạy, Ctrl+C để dừng:\n  Trang chủ    ${emulator.url}/\n`);
  write(
    `  Bảng tính    ${provisioned.sheetUrl}\n  Biểu mẫu     ${provisioned.responderUri}\n  Hộp thư      ${emulator.url}/inbox\n`,
  );
  for (const [name, { url }] of served) write(`  Hàm ${name.padEnd(9)} ${url}\n`);
  write('Đường dẫn riêng của từng thành phố ở trang chủ.\n');
}

let provisioned: Workspace['provisioned'] | undefined;
const workspace = await startWorkspace({
  now: '2025-10-23T13:30:00+07:00',
  port: await freePortFrom(options.port),
  runners: [{ name: 'sync', label: 'Đồng bộ', run: async () => served.get('sync')?.post() }],
  links: () => homeLinks(provisioned),
});
provisioned = workspace.provisioned;
try {
  const sync = await serve('sync', workspace);
  const telling = createTelling(write);
  telling.line('Một kỳ báo cáo trên máy này: sáu thành phố được mời, gửi, được kiểm tra và được nhắc.');
  telling.line('Sổ nhiệm vụ, đề cương và lịch là thật; người, địa chỉ và nội dung báo cáo là giả định.');
  await playStory(createStage(workspace, sync, telling));
  if (!options.once) {
    for (const target of ['dashboard', 'synthesis']) await serve(target, workspace);
    showAddresses(workspace);
    await once(process, 'SIGINT');
  }
} finally {
  for (const running of served.values()) await running.close();
  await workspace.close();
}

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

async function tell(workspace: Workspace, served: ServedFunction): Promise<void> {
  const telling = createTelling(write);
  telling.line('Một kỳ báo cáo trên máy này: sáu thành phố được mời, gửi, được kiểm tra và được nhắc.');
  telling.line('Sổ nhiệm vụ, đề cương và lịch là thật; người, địa chỉ và nội dung báo cáo là giả định.');
  await playStory(createStage(workspace, served, telling));
}

function showAddresses({ emulator, provisioned }: Workspace, served: ServedFunction): void {
  write(
    `\nĐang chạy:\n  Trang chủ    ${emulator.url}/\n  Bảng tính    ${provisioned.sheetUrl}\n  Biểu mẫu     ${provisioned.responderUri}\n`,
  );
  write(`  Hộp thư      ${emulator.url}/inbox\n  Hàm sync     curl -X POST ${served.url}\n`);
  for (const { name, link } of provisioned.links) write(`  ${name}: ${link}\n`);
}

const workspace = await startWorkspace({ now: '2025-10-23T13:30:00+07:00', port: await freePortFrom(options.port) });
const port = await freePortFrom(options.port + 1);
const served = await serveFunction({ target: 'sync', source, port, environment: workspace.environment });
try {
  await tell(workspace, served);
  if (!options.once) {
    showAddresses(workspace, served);
    await once(process, 'SIGINT');
  }
} finally {
  await served.close();
  await workspace.close();
}

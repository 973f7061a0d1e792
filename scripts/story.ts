import { once } from 'node:events';
import { command } from './screen/command.ts';
import { playStory, prepareTheRound } from './story/scenes.ts';
import { createStage } from './story/stage.ts';
import { createTelling } from './story/telling.ts';
import { type LiveWorkspace, startLiveWorkspace } from './workspace/live-workspace.ts';

const options = command('start')
  .description('Dựng hệ thống trên máy này và diễn lại câu chuyện của công văn theo đồng hồ chạy nhanh.')
  .option('--once', 'kết thúc sau câu chuyện; mã thoát 1 khi có lỗi')
  .option('--port <number>', 'cổng của các trang, hoặc cổng trống kế tiếp', Number, 8080)
  .parse()
  .opts<{ once?: boolean; port: number }>();

const write = (text: string) => void process.stdout.write(text);
const silence = createTelling(() => {});

function showAddresses({ workspace, served }: LiveWorkspace): void {
  const { emulator, provisioned } = workspace();
  write(`\nĐang chạy, Ctrl+C để dừng:\n  Trang chủ    ${emulator.url}/\n`);
  write(
    `  Bảng tính    ${provisioned.sheetUrl}\n  Biểu mẫu     ${provisioned.responderUri}\n  Hộp thư      ${emulator.url}/inbox\n`,
  );
  for (const [name, { url }] of served) write(`  Hàm ${name.padEnd(9)} ${url}\n`);
  write('Mở Trang chủ để tự làm thử; đường dẫn riêng của từng thành phố ở đó.\n');
}

const live = await startLiveWorkspace({
  now: '2025-10-23T13:30:00+07:00',
  port: options.port,
  prepare: (workspace, sync) => prepareTheRound(createStage(workspace, sync, silence)),
});
try {
  const sync = await live.serve('sync');
  const telling = createTelling(write);
  telling.line('Một kỳ báo cáo trên máy này: sáu thành phố được đề nghị báo cáo, gửi, được kiểm tra và được nhắc.');
  telling.line('Sổ nhiệm vụ, đề cương và lịch là thật; người, địa chỉ và nội dung báo cáo là giả định.');
  await playStory(createStage(live.workspace(), sync, telling));
  if (!options.once) {
    for (const target of ['dashboard', 'synthesis', 'doctor'] as const) await live.serve(target);
    showAddresses(live);
    await once(process, 'SIGINT');
  }
} finally {
  await live.close();
}

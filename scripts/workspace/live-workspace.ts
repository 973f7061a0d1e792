import { fileURLToPath } from 'node:url';
import type { TargetName } from '../../functions/config.ts';
import { runAfterRestore } from '../../functions/upkeep/commands.ts';
import { homeBlocks, homeIntro, nextMail } from './home-blocks.ts';
import { type ServedFunction, serveFunction } from './serve-function.ts';
import { freePortFrom, furnish, startWorkspace, type Workspace } from './start-workspace.ts';

const source = fileURLToPath(new URL('../../functions/index.ts', import.meta.url));

/** A workspace with its functions served beside it, and a home page to do everything from. */
export type LiveWorkspace = {
  /** Another one after somebody began anew. */
  workspace(): Workspace;
  /** Serves a function, or gives it as it is served. */
  serve(target: TargetName): Promise<ServedFunction>;
  readonly served: ReadonlyMap<TargetName, ServedFunction>;
  close(): Promise<void>;
};

export type LiveOptions = {
  /** ISO, with zone. */
  readonly now: string;
  /** Where the home page is; the functions follow it. Each takes the next free one. */
  readonly port: number;
  /** What is done in a workspace before a person who begins anew gets it. */
  prepare(workspace: Workspace, sync: ServedFunction): Promise<void>;
};

/** Starts the workspace; what its home page offers to run is served when first asked for. */
export async function startLiveWorkspace({ now, port, prepare }: LiveOptions): Promise<LiveWorkspace> {
  const served = new Map<TargetName, ServedFunction>();
  let current: Workspace | undefined;
  const workspace = () => {
    if (!current) throw new Error('The workspace is still being made.');
    return current;
  };

  async function serve(target: TargetName): Promise<ServedFunction> {
    const known = served.get(target);
    if (known) return known;
    const { environment } = workspace();
    const free = await freePortFrom(port + 1 + served.size);
    const running = await serveFunction({ target, source, port: free, environment });
    served.set(target, running);
    return running;
  }

  async function closeServed(): Promise<void> {
    await Promise.all([...served.values()].map((running) => running.close()));
    served.clear();
  }

  /** Everything as on the first day: new files, no mail, and functions that know of them. */
  async function startOver(tellStep: (words: string) => void): Promise<void> {
    const targets = [...served.keys()];
    const { emulator } = workspace();
    tellStep('Dừng các chức năng đang chạy');
    await closeServed();
    tellStep('Xóa mọi thứ, tạo lại bảng tính và biểu mẫu');
    emulator.reset();
    current = await furnish(emulator, now);
    tellStep('Chạy lại các chức năng');
    for (const target of targets) await serve(target);
    tellStep('Ghi danh bạ, mở kỳ báo cáo');
    await prepare(current, await serve('sync'));
  }

  const run = async (target: TargetName) => (await serve(target)).post();
  const urlOf = (target: TargetName) => served.get(target)?.url;
  const shown = () => ({ dashboard: urlOf('dashboard'), synthesis: urlOf('synthesis') });
  current = await startWorkspace({
    now,
    port: await freePortFrom(port),
    runners: [
      { name: 'sync', label: 'Đồng bộ', run: () => run('sync'), tell: syncWords },
      { name: 'doctor', label: 'Kiểm tra sức khỏe', run: () => run('doctor'), tell: doctorWords },
      {
        name: 'restored',
        label: 'Xác nhận sau khôi phục',
        about: 'khi đã lấy lại một phiên bản cũ: thư đang giữ lại được xét tiếp',
        run: () => runAfterRestore(workspace().config, () => {}),
        tell: () => 'xong, lần Đồng bộ sau xét tiếp các thư',
      },
      {
        name: 'fresh',
        label: 'Chơi lại từ đầu',
        about: 'kỳ vừa mở, chưa duyệt gửi thư nào',
        asks: 'Mọi báo cáo, thư, quyết định và chỗ đã sửa ở đây sẽ bị xóa, kể cả các phiên bản cũ của bảng tính.',
        run: startOver,
      },
    ],
    intro: async () => homeIntro(workspace()),
    blocks: async () => (current ? homeBlocks(current, shown()) : []),
    nextEvent: async () => (current ? nextMail(current) : undefined),
  });
  return {
    workspace,
    serve,
    served,
    async close() {
      await closeServed();
      await workspace().close();
    },
  };
}

/** `1 báo cáo mới, 2 thư đã gửi`, from the answer of `sync`. */
function syncWords(answer: unknown): string {
  const { recorded, sent, failed } = answer as Readonly<Record<string, number>>;
  const refused = failed ? `, ${failed} thư không gửi được` : '';
  return `${recorded} báo cáo mới, ${sent} thư đã gửi${refused}`;
}

function doctorWords(answer: unknown): string {
  const { needsPerson } = answer as Readonly<Record<string, number>>;
  return needsPerson ? `${needsPerson} điều cần người xem, ở phần chi tiết bên dưới` : 'không có điều gì cần người xem';
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configOrExit, isFolderUrl } from '../functions/config.ts';
import { buildBundle } from './build/build-bundle.ts';
import { command } from './screen/command.ts';

type Given = {
  readonly project: string;
  readonly region: string;
  readonly viewer: readonly string[];
  readonly alertsTo?: string;
  readonly accounts?: boolean;
  readonly dryRun?: boolean;
  readonly prefix: string;
  /** False where the pages are left out. */
  readonly pages: boolean;
  readonly uninstall?: boolean;
};

/** What the functions are given; the printed script asks the environment for it. */
const NEEDS = ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET'] as const;
const FOR_READERS = `# Kịch bản do npm run deploy -- --dry-run in ra; lời sau say là việc của các lệnh bên dưới.
# Chạy trong thư mục của dự án, sau npm run build, với các biến môi trường ${NEEDS.join(', ')}.`;
const root = fileURLToPath(new URL('..', import.meta.url));
const script = readFileSync(`${root}scripts/deploy.sh`, 'utf8');

const given = command('deploy')
  .description('Triển khai lên Google Cloud bằng scripts/deploy.sh. Chạy lại được: phần đã có giữ nguyên.')
  .requiredOption('--project <id>', 'dự án Google Cloud')
  .requiredOption('--region <name>', 'nơi chạy, ví dụ asia-southeast1')
  .option('--viewer <member...>', 'ai được xem các trang: group:…, user:…, domain:…', [])
  .option('--alerts-to <address>', 'địa chỉ nhận cảnh báo')
  .option('--accounts', 'chỉ bật dịch vụ và tạo tài khoản, trước khi tạo Bảng tính, Biểu mẫu')
  .option('--prefix <text>', 'tiền tố của mọi tên, cho hệ thống thứ hai trong dự án: bản thử bên bản chính', '')
  .option('--no-pages', 'không có hai trang, khi không dùng được Identity-Aware Proxy')
  .option('--uninstall', 'gỡ mọi thứ lệnh đã tạo, bằng scripts/uninstall.sh; thêm --dry-run thì chỉ liệt kê')
  .option('--dry-run', 'in các lệnh sẽ chạy thành một tập lệnh, không chạy')
  .addHelpText('after', `\nBiến môi trường: ${NEEDS.join(', ')}. Cần gcloud đã đăng nhập và bản mới.`)
  .parse()
  .opts<Given>();

const values = {
  PROJECT: given.project,
  REGION: given.region,
  VIEWERS: given.viewer.join(' '),
  ALERTS_TO: given.alertsTo ?? '',
  ACCOUNTS_ONLY: given.accounts ? '1' : '',
  PREFIX: given.prefix,
  NO_PAGES: given.pages ? '' : '1',
};
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

if (!/^(?:[a-z][a-z0-9-]{0,9}-)?$/.test(given.prefix)) {
  console.error(
    '--prefix: nhiều nhất mười một chữ thường, chữ số, gạch nối; bắt đầu bằng chữ, kết thúc bằng gạch nối, ví dụ thu-',
  );
  process.exit(1);
}
if (given.uninstall)
  runScript(readFileSync(`${root}scripts/uninstall.sh`, 'utf8'), { DRY_RUN: given.dryRun ? '1' : '' });
else if (given.dryRun) {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}`);
  // Our comments are for developers; whoever approves the script reads Vietnamese.
  console.log(
    script
      .replace(/^ *#(?!!).*\n/gm, '')
      .replace('set -eu\n', `${[FOR_READERS, ...lines].join('\n')}\nset -eu\n`)
      .trimEnd(),
  );
} else {
  if (!given.accounts) {
    const { SMTP_URL } = configOrExit(process.env, NEEDS);
    if (isFolderUrl(SMTP_URL)) {
      console.error(
        'SMTP_URL là thư mục của máy này, hàm trên Google Cloud không thấy. Dùng máy chủ thư (hướng dẫn quản trị, mục 3.4).',
      );
      process.exit(1);
    }
    await buildBundle(`${root}dist`);
  }
  runScript(script, {});
}

function runScript(text: string, besides: Readonly<Record<string, string>>): void {
  const { status, error } = spawnSync('sh', ['-c', text], {
    cwd: root,
    env: { ...process.env, ...values, ...besides },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${error.message}. Lệnh này cần sh: Git Bash trên Windows, hoặc Cloud Shell của Google.`);
  process.exitCode = status ?? 1;
}

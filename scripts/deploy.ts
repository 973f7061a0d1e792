import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { configOrExit, isFolderUrl } from '../functions/config.ts';
import { buildBundle } from './build/build-bundle.ts';

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
const root = fileURLToPath(new URL('..', import.meta.url));
const script = readFileSync(`${root}scripts/deploy.sh`, 'utf8');

const given = new Command('deploy')
  .description('Puts everything on Google Cloud by scripts/deploy.sh. May be run again: what is there stays.')
  .requiredOption('--project <id>', 'the Google Cloud project')
  .requiredOption('--region <name>', 'where it runs, such as asia-southeast1')
  .option('--viewer <member...>', 'who may look at the pages: group:…, user:…, domain:…', [])
  .option('--alerts-to <address>', 'where alerts are mailed')
  .option('--accounts', 'only the services and accounts, before the Sheet and the Form are made')
  .option('--prefix <text>', 'before every name, for a second system in the project: a trial beside the real one', '')
  .option('--no-pages', 'without the two pages, where no Identity-Aware Proxy can be had')
  .option('--uninstall', 'remove all it made, by scripts/uninstall.sh; with --dry-run only list it')
  .option('--dry-run', 'print the commands, as the shell script that would run, and run none')
  .addHelpText('after', `\nEnvironment: ${NEEDS.join(', ')}. gcloud must be signed in and up to date.`)
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
  console.log(script.replace('\nset -eu\n', `\n${lines.join('\n')}\nset -eu\n`).trimEnd());
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

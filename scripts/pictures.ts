import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import type { Locator, Page } from 'playwright-core';
import { runSync } from '../functions/app.ts';
import type { Tab } from '../sheets-schema/define-tab.ts';
import { citySeeds } from '../sheets-schema/seed/units.ts';
import { settings } from '../sheets-schema/setting-list.ts';
import { decisions } from '../sheets-schema/tabs/decisions.ts';
import { findings, mailPlan, matrix, overview, tracking } from '../sheets-schema/tabs/projections.ts';
import { rounds } from '../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../sheets-schema/tabs/settings.ts';
import { units } from '../sheets-schema/tabs/units.ts';
import { openCamera, type View } from './pictures/camera.ts';
import { section1 } from './story/reports.ts';
import { playStory } from './story/scenes.ts';
import { createStage } from './story/stage.ts';
import { createTelling } from './story/telling.ts';
import { fillForm } from './workspace/city.ts';
import { createCoordinator } from './workspace/coordinator.ts';
import { homeBlocks, homeIntro, nextMail } from './workspace/home-blocks.ts';
import { type ServedFunction, serveFunction } from './workspace/serve-function.ts';
import { freePortFrom, startWorkspace, type Workspace } from './workspace/start-workspace.ts';

const { out } = new Command('pictures')
  .description('Plays the story and takes the pictures of the guides, from the real pages.')
  .option('--out <folder>', 'where the pictures go', fileURLToPath(new URL('../docs/hinh', import.meta.url)))
  .parse()
  .opts<{ out: string }>();

/** The loop without a server of its own: the pictures are of the pages. */
function inProcess(workspace: Workspace): ServedFunction {
  return { url: '', post: async () => ({ ...(await runSync(workspace.config)) }), close: async () => {} };
}

/** A sheet is wide. @param find what must be in the picture */
const sheetView = (height: number, find?: (page: Page) => Locator): View => ({
  width: 1350,
  height,
  ...(find && { prepare: (page) => find(page).scrollIntoViewIfNeeded() }),
});

/** What makes a page of a paper, with the Debian package that has it: said before the story is played, not after. */
const PAPER_PROGRAMS = [
  ['soffice', 'libreoffice-writer'],
  ['pdftoppm', 'poppler-utils'],
] as const;
const lacking = PAPER_PROGRAMS.filter(([program]) => !isInPath(program));
if (lacking.length > 0) {
  const [programs, packages] = [0, 1].map((part) => lacking.map((one) => one[part]).join(' '));
  process.stderr.write(`Not found in PATH: ${programs}. On Debian: apt-get install ${packages}\n`);
  process.exit(1);
}

function isInPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

await mkdir(out, { recursive: true });
const camera = await openCamera(out);
const workspace = await startWorkspace({
  now: '2025-10-23T13:30:00+07:00',
  port: await freePortFrom(8080),
  runners: [{ name: 'sync', label: 'Đồng bộ', run: async () => runSync(workspace.config) }],
  intro: () => homeIntro(workspace),
  nextEvent: () => nextMail(workspace),
  blocks: async () => homeBlocks(workspace, { dashboard: undefined, synthesis: undefined }),
});
const addressOf = (tab: Tab) =>
  `${workspace.emulator.url}/spreadsheets/d/${workspace.provisioned.spreadsheetId}/edit?gid=${tab.sheetId}`;

try {
  const stage = createStage(
    workspace,
    inProcess(workspace),
    createTelling(() => {}),
  );
  await playStory({
    ...stage,
    showSchedule: () => camera.take('lich-thu', addressOf(mailPlan), sheetView(640)),
    show: once(takeHalfway),
  });
  await takeAfterwards();
  await takeForm();
  await takeMails();
  await camera.take('trang-chu', `${workspace.emulator.url}/`, { height: 720 });
  await takeDashboard();
  await takePaper();
} finally {
  await camera.close();
  await workspace.close();
}

/** The story shows the sheet twice: when one report lacks an item and one waits for its unit, and at the end. */
async function takeHalfway(): Promise<void> {
  await camera.take('theo-doi', addressOf(tracking), sheetView(760));
  await camera.take('tong-hop', addressOf(matrix), sheetView(640, lackingItem));
  await camera.take('kiem-tra', addressOf(findings), sheetView(640));
}

/** The one item a filed report lacks. */
function lackingItem(page: Page): Locator {
  return page.getByRole('row').filter({ hasText: 'DNG' }).filter({ hasText: 'Thiếu' }).last();
}

async function takeAfterwards(): Promise<void> {
  await camera.take('tong-quan', addressOf(overview), sheetView(760));
  await camera.take('quyet-dinh', addressOf(decisions), sheetView(620));
  await camera.take('ky-bao-cao', addressOf(rounds), sheetView(620));
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}

async function takeForm(): Promise<void> {
  const link = workspace.provisioned.links.find(({ unit }) => unit === 'HPG')?.link ?? '';
  await camera.take('bieu-mau', link, { height: 900 });
}

/** The first mail of a kind, as the inbox shows it. */
async function takeMails(): Promise<void> {
  const mails = await workspace.emulator.inbox.messages();
  const take = (name: string, subject: string) => {
    const at = mails.findIndex((mail) => mail.subject.startsWith(subject));
    if (at < 0) throw new Error(`No mail "${subject}" came in the story.`);
    return camera.take(name, `${workspace.emulator.url}/inbox/${at}`, { height: 760 });
  };
  await take('thu-moi', '[Đề nghị gửi báo cáo]');
  await take('thu-bo-sung', '[Đề nghị bổ sung]');
}

async function takeDashboard(): Promise<void> {
  const source = fileURLToPath(new URL('../functions/index.ts', import.meta.url));
  const { environment } = workspace;
  const served = await serveFunction({ target: 'dashboard', source, port: await freePortFrom(8090), environment });
  try {
    await camera.take('bang-dieu-hanh', served.url, { height: 900 });
  } finally {
    await served.close();
  }
}

/** The report that a city gets back to sign, as LibreOffice prints its first page. */
async function takePaper(): Promise<void> {
  const { emulator, provisioned, environment, config } = workspace;
  const coordinator = createCoordinator(emulator.url, provisioned.spreadsheetId);
  await coordinator.type(settingsTab, settings.ownReport.title, 'Giá trị', true);
  await coordinator.type(units, 'HPG', units.columns.domains.header, 'hpg.example');
  const unit = citySeeds.find(({ code }) => code === 'HPG');
  if (!unit) throw new Error('No Hải Phòng.');
  const { '1.2': _preparation, ...answers } = section1('Thành phố Hải Phòng', {
    number: '305/KH-UBND',
    date: '2025-07-30',
  });
  const secret = environment['LINK_SECRET'] ?? '';
  await fillForm(emulator.url, provisioned.formId, { unit, round: '2025-10', secret, answers });
  await runSync(config);
  const receipt = (await emulator.inbox.messages()).find(({ attachments: [first] }) =>
    first?.filename?.startsWith('Bao-cao-'),
  );
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  const file = join(folder, 'bao-cao-de-ky.docx');
  await writeFile(file, Buffer.from(receipt?.attachments[0]?.contentBase64 ?? '', 'base64'));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  const [pdf, picture] = [join(folder, 'bao-cao-de-ky.pdf'), join(out, 'bao-cao-de-ky')];
  await promisify(execFile)('pdftoppm', ['-r', '68', '-gray', '-png', '-singlefile', pdf, picture]);
  await rm(folder, { recursive: true });
}

import { Temporal } from 'temporal-polyfill';
import { asDeployed, MEMORY } from '../../scripts/deploy/function-size.ts';
import { fillForm } from '../../scripts/workspace/city.ts';
import { createCoordinator } from '../../scripts/workspace/coordinator.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { parseTab } from '../../sheets-schema/parse-tab.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds, GROUP_SECTION_2 } from '../../sheets-schema/seed/units.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { atMost, type Measurement, mebibytes, type Row, type Tools } from './row.ts';
import { serveMeasured, type Usage } from './serve-bundle.ts';
import { fileSix, ROUND, startSixCities } from './six-cities.ts';

/** What strangers send, and how often: answers to the first seven paragraph questions, without a code. */
type Flood = { readonly what: string; readonly count: number; readonly text: (at: number) => string };

const LONG = 'Đã rà soát đề án của thành phố và giao các sở thực hiện. '.repeat(2_600).slice(0, 142_850);
const floods: readonly Flood[] = [
  { what: '150 answers of a million characters', count: 150, text: (at) => `${at} ${LONG}` },
  { what: '10,000 plain answers', count: 10_000, text: (at) => `Kết quả ${at}` },
];
const questions = outlineSeeds.filter(({ type }) => type === 'Đoạn văn').slice(0, 7);
/** Cities that answer all of them. */
const asked = citySeeds.filter(({ groups }) => (groups ?? []).includes(GROUP_SECTION_2));
/** More than any flood needs. */
const MOST_RUNS = 10;

type Ran = Usage & { readonly seconds: number; readonly calls: number; readonly recorded: number };

/** One sync in a fresh process with the memory of a function. @throws when it does not end as it should */
async function run({ environment }: Workspace, folder: string): Promise<Ran> {
  const served = await serveMeasured(folder, environment, asDeployed);
  try {
    const before = await served.usage();
    const began = performance.now();
    const { googleCalls, recorded } = await served.post();
    const seconds = (performance.now() - began) / 1_000;
    const after = await served.usage();
    const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
    return { ...after, cpuSeconds, seconds, calls: Number(googleCalls), recorded: Number(recorded) };
  } finally {
    await served.close();
  }
}

async function send({ emulator, provisioned, config }: Workspace, { count, text }: Flood): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const unit = asked[at % asked.length];
    if (!unit) continue;
    const answers = Object.fromEntries(questions.map(({ question }) => [question, text(at)]));
    const stranger = { unit, round: ROUND, secret: config.LINK_SECRET, code: 'không có', answers };
    await fillForm(emulator.url, provisioned.formId, stranger);
  }
}

/** Whether each response stands in the log once, oldest first. @throws when not */
async function assertRecorded({ emulator, provisioned }: Workspace, count: number): Promise<void> {
  const { rows } = parseTab(reports, await createCoordinator(emulator.url, provisioned.spreadsheetId).read(reports));
  const times = rows.map(({ lastSubmittedTime }) => lastSubmittedTime);
  const isOnce = new Set(rows.map(({ responseId }) => responseId)).size === rows.length && rows.length === count;
  const isInOrder = times.every((time, at) => at === 0 || Temporal.Instant.compare(times[at - 1] ?? time, time) <= 0);
  if (!isOnce || !isInOrder) throw new Error(`${rows.length} rows for ${count} responses, in order: ${isInOrder}`);
}

async function measureFlood(flood: Flood, { bundle, progress }: Tools): Promise<readonly Row[]> {
  const folder = await bundle();
  const workspace = await startSixCities();
  try {
    await run(workspace, folder);
    const before = await run(workspace, folder);
    progress(`${flood.what} are sent`);
    await send(workspace, flood);
    await fileSix(workspace);
    progress(`${flood.what} are recorded`);
    const runs: Ran[] = [];
    while (runs.length < MOST_RUNS && runs.at(-1)?.recorded !== 0) runs.push(await run(workspace, folder));
    await assertRecorded(workspace, flood.count + citySeeds.length);
    return rowsOf(flood, {
      before,
      runs: runs.filter(({ recorded }) => recorded > 0),
      after: await run(workspace, folder),
    });
  } finally {
    await workspace.close();
  }
}

type Measured = { readonly before: Ran; readonly runs: readonly Ran[]; readonly after: Ran };

function rowsOf({ what }: Flood, { before, runs, after }: Measured): readonly Row[] {
  const peak = Math.max(...runs.map(({ peakRss }) => peakRss));
  const seconds = Math.max(...runs.map((one) => one.seconds));
  const heap = mebibytes(Math.max(...runs.map(({ peakHeap }) => peakHeap)));
  const said = (one: Ran) => `${one.calls} calls, ${one.cpuSeconds.toFixed(2)} s of CPU`;
  return [
    atMost(
      `${what} by strangers among six reports, each recorded once and in order: peak memory of the process`,
      MEMORY * 0.75,
      peak / 2 ** 20,
      `${mebibytes(peak)} (heap ${heap})`,
      ' MiB',
    ),
    atMost(`the same: the longest of ${runs.length} runs`, 300, seconds, `${seconds.toFixed(0)} s`, ' s'),
    atMost(
      `the same: calls of a quiet sync afterwards`,
      before.calls,
      after.calls,
      `${said(after)} (before: ${said(before)})`,
    ),
  ];
}

export const flood: Measurement = {
  about: 'floods of strangers’ answers: memory, time, what stays of them',
  async measure(tools) {
    const rows: Row[] = [];
    for (const one of floods) rows.push(...(await measureFlood(one, tools)));
    return rows;
  },
};

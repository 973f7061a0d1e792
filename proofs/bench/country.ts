import { asDeployed } from '../../scripts/deploy/function-size.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { WHOLE_COUNTRY } from './country/communes.ts';
import { type Country, playCountry } from './country/play-country.ts';
import { atMost, type Measurement, mebibytes, type Row, type Tools, told } from './row.ts';
import { serveMeasured, type Usage } from './serve-bundle.ts';

const SIX = 6;
const NEW_REPORTS = 100;

/** Of one sync in a fresh process with the memory of a function. */
type Cost = Usage & { readonly calls: number; readonly read: number; readonly written: number };

async function costOf(workspace: Workspace, folder: string): Promise<Cost> {
  const served = await serveMeasured(folder, workspace.environment, asDeployed);
  try {
    const before = await served.usage();
    workspace.emulator.log.clear();
    await served.post();
    const after = await served.usage();
    const calls = workspace.emulator.log.list();
    const sum = (size: 'requestBytes' | 'responseBytes') => calls.reduce((total, call) => total + call[size], 0);
    return {
      ...after,
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      calls: calls.length,
      read: sum('responseBytes'),
      written: sum('requestBytes'),
    };
  } finally {
    await served.close();
  }
}

type Costs = { readonly idle: Cost; readonly busy: Cost };

async function costsOf(count: number, { bundle, progress }: Tools): Promise<Costs> {
  const folder = await bundle();
  const played: Country = await playCountry(count, (what) => progress(`${count} units, ${what}`));
  try {
    progress(`${count} units, a sync with nothing new`);
    const idle = await costOf(played.workspace, folder);
    await played.file(NEW_REPORTS);
    progress(`${count} units, a sync with new reports`);
    return { idle, busy: await costOf(played.workspace, folder) };
  } finally {
    await played.workspace.close();
  }
}

async function measure(tools: Tools): Promise<readonly Row[]> {
  const few = await costsOf(SIX, tools);
  const all = await costsOf(WHOLE_COUNTRY, tools);
  return [
    ...goals(all.busy),
    ...figures('100 new reports', all.busy),
    ...figures('nothing new', all.idle),
    growth(few, all),
  ];
}

const PLACE = 'open round of 3,321 units, a closed one behind it';

function goals({ cpuSeconds, peakRss, peakHeap }: Cost): readonly Row[] {
  return [
    atMost(`${PLACE}: CPU of a sync with 100 new reports`, 2, cpuSeconds, `${cpuSeconds.toFixed(2)} s`, ' s'),
    atMost(
      `${PLACE}: peak memory of that process, its heap sized as in a function`,
      256,
      peakRss / 2 ** 20,
      `${mebibytes(peakRss)} (heap ${mebibytes(peakHeap)})`,
      ' MiB',
    ),
  ];
}

function figures(when: string, { cpuSeconds, calls, read, written, peakRss }: Cost): readonly Row[] {
  const said = `${cpuSeconds.toFixed(2)} s of CPU, ${mebibytes(peakRss)}, ${calls} Google calls, ${mebibytes(read)} read, ${mebibytes(written)} written`;
  return [told(`the same with ${when}`, said)];
}

/** With nothing new, so that both do the same. */
function growth(few: Costs, all: Costs): Row {
  const times = (all.idle.cpuSeconds / few.idle.cpuSeconds).toFixed(0);
  const said = `${few.idle.cpuSeconds.toFixed(2)} s → ${all.idle.cpuSeconds.toFixed(2)} s = ${times} × for ${(WHOLE_COUNTRY / SIX).toFixed(0)} × the units`;
  return told('growth of the CPU of a sync with nothing new from 6 to 3,321 units', said);
}

export const country: Measurement = { about: 'one open round of 3,321 units: CPU, memory, payload, calls', measure };

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asDeployed } from '../../scripts/deploy/function-size.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { compiledAsDeployed } from './compiled-as-deployed.ts';
import { WHOLE_COUNTRY } from './country/communes.ts';
import { type Country, playCountry } from './country/play-country.ts';
import { atMost, type Measurement, mebibytes, type Row, type Tools, told } from './row.ts';
import { serveMeasured, type Usage } from './serve-bundle.ts';

const NEW_REPORTS = 100;

/** Of one sync in a fresh process with the memory of a function. */
type Cost = Usage & { readonly calls: number; readonly read: number; readonly written: number };

export async function costOf(workspace: Workspace, folder: string, flags = asDeployed): Promise<Cost> {
  const cache = await mkdtemp(join(tmpdir(), 'country-'));
  await compiledAsDeployed(folder, cache);
  const served = await serveMeasured(folder, { ...workspace.environment, NODE_COMPILE_CACHE: cache }, flags);
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
    await rm(cache, { recursive: true });
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
  const all = await costsOf(WHOLE_COUNTRY, tools);
  return [...goals(all), ...figures('100 new reports', all.busy), ...figures('nothing new', all.idle)];
}

const PLACE = 'open round of 3,321 units, a closed one behind it';

function goals({ idle, busy: { cpuSeconds, peakRss, peakHeap, written } }: Costs): readonly Row[] {
  return [
    atMost(`${PLACE}: CPU of a sync with 100 new reports`, 2, cpuSeconds, `${cpuSeconds.toFixed(2)} s`, ' s'),
    atMost(`${PLACE}: CPU of a sync with nothing new`, 1.3, idle.cpuSeconds, `${idle.cpuSeconds.toFixed(2)} s`, ' s'),
    atMost(`${PLACE}: bytes written with 100 new reports`, 2, written / 1e6, `${(written / 1e6).toFixed(2)} MB`, ' MB'),
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

export const country: Measurement = { about: 'one open round of 3,321 units: CPU, memory, payload, calls', measure };

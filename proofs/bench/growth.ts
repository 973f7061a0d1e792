import { WHOLE_COUNTRY } from './country/communes.ts';
import { playCountry } from './country/play-country.ts';
import { costOf } from './country.ts';
import { atMost, type GrowthPoint, type Measurement, median, type Row, type Tools } from './row.ts';
import { growthRow } from './table.ts';

/** Units, with one closed round behind them. */
const SIZES = [6, 60, 600, WHOLE_COUNTRY, 10_000];
/** Closed rounds, each of so many units. */
const CLOSED = [5, 20];
const UNITS = 600;
/** Fresh processes of each: what is compared must not hang on one of them. */
const TURNS = 5;

async function pointAt(units: number, closedRounds: number, { bundle, progress }: Tools): Promise<GrowthPoint> {
  const say = (what: string) => progress(`${units} units, ${closedRounds} closed rounds, ${what}`);
  const { workspace } = await playCountry(units, say, closedRounds);
  try {
    // What no function has memory for is measured all the same.
    const costs = await inTurn(TURNS, async () => costOf(workspace, await bundle(), []));
    const of = (figure: 'cpuSeconds' | 'peakRss' | 'read') => median(costs.map((cost) => cost[figure]));
    const [cpuSeconds, peakRss, read] = [of('cpuSeconds'), of('peakRss'), of('read')];
    return { units, closedRounds, cpuSeconds, peakMebibytes: peakRss / 2 ** 20, readMebibytes: read / 2 ** 20 };
  } finally {
    await workspace.close();
  }
}

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  while (done.length < times) done.push(await work());
  return done;
}

async function measure(tools: Tools): Promise<readonly Row[]> {
  const points: GrowthPoint[] = [];
  for (const units of SIZES) points.push(await pointAt(units, 1, tools));
  for (const closedRounds of CLOSED) points.push(await pointAt(UNITS, closedRounds, tools));
  const one = points.find(({ units, closedRounds }) => units === UNITS && closedRounds === 1);
  const many = points.at(-1);
  const ratio = (many?.cpuSeconds ?? Number.NaN) / (one?.cpuSeconds ?? Number.NaN);
  const said = `${one?.cpuSeconds.toFixed(2)} s → ${many?.cpuSeconds.toFixed(2)} s = ${ratio.toFixed(2)} ×`;
  const what = `${UNITS} units: CPU of a sync with nothing new, ${many?.closedRounds} closed rounds behind it, against one`;
  return [atMost(what, 1.1, ratio, said, ' ×'), ...points.map(growthRow)];
}

export const growth: Measurement = {
  about: 'CPU and memory from 6 to 10,000 units and from 1 to 20 closed rounds',
  measure,
};

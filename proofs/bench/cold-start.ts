import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runSync } from '../../functions/app.ts';
import { NODE_OPTIONS } from '../../scripts/deploy/function-size.ts';
import { freePortFrom } from '../../scripts/workspace/start-workspace.ts';
import { compiledAsDeployed, withModules } from './compiled-as-deployed.ts';
import { atMost, type Measurement, median, type Row, type Tools, told } from './row.ts';
import { startSixCities } from './six-cities.ts';

/** Starts of each, one after the other in turns. */
const TURNS = 15;

const framework = fileURLToPath(import.meta.resolve('@google-cloud/functions-framework'));
const main = framework.replace(/index\.js$/, 'main.js');

/** What the bundle is compared with, as whole programs. */
const others = {
  empty: 'exports.sync = (request, response) => response.json({});',
  googleapis:
    "const { google } = require('googleapis');\nexports.sync = (request, response) => response.json(Object.keys(google).length);",
};

type Start = { readonly folder: string; readonly method: 'GET' | 'POST' };
type Environment = Readonly<Record<string, string>>;

/** Milliseconds from the start of the process to its first answer. Compiled code is kept, as it is where we deploy. */
async function firstAnswer({ folder, method }: Start, cache: string, environment: Environment): Promise<number> {
  const port = await freePortFrom(19_500);
  const started = performance.now();
  const child = spawn(process.execPath, [main, '--target=sync', `--source=${folder}`, `--port=${port}`], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', NODE_COMPILE_CACHE: cache, NODE_OPTIONS, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) if (line.startsWith('URL:')) break;
  await (await fetch(`http://127.0.0.1:${port}`, { method })).text();
  const milliseconds = performance.now() - started;
  child.kill();
  await once(child, 'exit');
  return milliseconds;
}

async function measure({ bundle, progress }: Tools): Promise<readonly Row[]> {
  const place = await mkdtemp(join(tmpdir(), 'cold-start-'));
  const built = await bundle();
  const starts: Record<string, Start> = {
    bundle: { folder: built, method: 'GET' },
    sync: { folder: built, method: 'POST' },
  };
  for (const [name, code] of Object.entries(others))
    starts[name] = { folder: await writeFunction(join(place, name), code), method: 'GET' };
  const workspace = await startSixCities();
  await runSync(workspace.config);
  const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
  for (const name of ['bundle', 'sync']) await compiledAsDeployed(built, join(place, `cache-${name}`));
  // Where we deploy the machine's own clock is taken: asking the emulator for its own would load another HTTP client.
  const environment = { ...workspace.environment, FIXED_NOW: workspace.emulator.clock.now() };
  // The first turn fills the caches of the others, and is not counted.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    progress(`turn ${turn} of ${TURNS}`);
    for (const [name, start] of Object.entries(starts)) {
      const time = await firstAnswer(start, join(place, `cache-${name}`), environment);
      if (turn > 0) times.get(name)?.push(time);
    }
  }
  await workspace.close();
  await rm(place, { recursive: true });
  return compared(times);
}

async function writeFunction(folder: string, code: string): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, 'index.js'), code);
  return withModules(folder);
}

function compared(times: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const of = (name: string) => median(times.get(name) ?? []);
  const [ours, sync, empty, all] = [of('bundle'), of('sync'), of('empty'), of('googleapis')];
  const ms = (time: number) => `${Math.round(time)} ms`;
  return [
    atMost(
      'cold start of the bundle to its first answer (to a GET, which it refuses), against an empty function',
      1.25,
      ours / empty,
      `${ms(ours)} : ${ms(empty)} = ${(ours / empty).toFixed(2)} ×`,
      ' ×',
    ),
    atMost(
      'the same, to the end of its first sync: six cities, nothing new',
      2,
      sync / empty,
      `${ms(sync)} : ${ms(empty)} = ${(sync / empty).toFixed(2)} ×`,
      ' ×',
    ),
    told(
      'the same, of a function that imports all of googleapis',
      `${ms(all)} : ${ms(empty)} = ${(all / empty).toFixed(2)} ×`,
    ),
  ];
}

export const coldStart: Measurement = {
  about: 'cold start of the bundle against an empty function and against the root import of googleapis',
  measure,
};

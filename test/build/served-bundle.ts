import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { buildBundle } from '../../scripts/build/build-bundle.ts';
import { type ServedFunction, serveFunction } from '../../scripts/workspace/serve-function.ts';
import { freePortFrom } from '../../scripts/workspace/start-workspace.ts';
import type { Office } from '../support/office.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The program by which Google's servers run a function. */
export const framework = join(modules, '@google-cloud/functions-framework/build/src/main.js');

/** The bundle of a test file, in a folder as it is deployed. */
export type Bundle = {
  folder: string;
  /** Serves one function of it, in a process of its own, on the office's files unless its environment says otherwise. */
  serve(target: string, own?: Readonly<Record<string, string>>): Promise<ServedFunction>;
  /** Whatever they wrote so far. */
  said(): string;
  /** What they logged, line by line. */
  logged(): readonly string[];
};

export function useBundle(office: Office, environment: Readonly<Record<string, string>> = {}): Bundle {
  const texts: string[] = [];
  const bundle: Bundle = {
    folder: '',
    said: () => texts.join(''),
    logged: () =>
      bundle
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    serve: async (target, own) =>
      serveFunction({
        target,
        source: bundle.folder,
        port: await freePortFrom(18_000 + (process.pid % 500) * 20),
        onLog: (text) => void texts.push(text),
        environment: { ...office.workspace.environment, ...environment, ...own },
      }),
  };
  beforeAll(async () => {
    bundle.folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    await buildBundle(bundle.folder);
    // The framework is the one package that the buildpack installs beside the bundle.
    await symlink(modules, join(bundle.folder, 'node_modules'));
  });
  afterAll(() => rm(bundle.folder, { recursive: true }));
  return bundle;
}

export async function controlEmulator({ workspace }: Office, name: string, body: unknown): Promise<void> {
  const answer = await fetch(`${workspace.emulator.url}/_emulator/${name}`, {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

type Push = { readonly status: number; readonly endpoint: string };

/** What Pub/Sub has pushed so far, once all of it is answered. */
export async function pushesOf({ workspace }: Office): Promise<readonly Push[]> {
  return (await (await fetch(`${workspace.emulator.url}/_emulator/pushes`)).json()) as readonly Push[];
}

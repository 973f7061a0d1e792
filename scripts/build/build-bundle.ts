import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { deployedLock, type Lockfile, type Manifest } from './deployed-lock.ts';
import { licenceTexts, packagesOf } from './licences.ts';

/** The one package that stays outside: Google's servers run the function through it. */
const FRAMEWORK = '@google-cloud/functions-framework';

/** Where the compiled code of the first start is kept; the same folder in Google's build and on its servers. */
export const COMPILE_CACHE = '/workspace/.compile-cache';

/**
 * Run by Google's build: compiles the framework and the bundle once, so that no cold start has to. Node keeps what loading
 * compiles and nothing that only a run compiles, so no run is played here.
 */
const WARM_UP = `NODE_COMPILE_CACHE=${COMPILE_CACHE} node -e "require('./node_modules/${FRAMEWORK}/build/src/server.js'); require('./index.js').app()"`;

const root = new URL('../../', import.meta.url);
const DEPLOYED = fileURLToPath(new URL('functions/index.ts', root));

export type Bundle = {
  /** The CommonJS file with everything in it. */
  readonly file: string;
  readonly bytes: number;
  /** What is in it, ours and others', by path from the root. */
  readonly sources: readonly string[];
};

/**
 * Makes the folder that is deployed: one CommonJS file, its source map, the licences of what is in it, and the package
 * file and lockfile that Google's buildpack reads.
 * As ECMAScript the bundle would die at load, because some packages call `require`. Modules behind `import()` (the work
 * itself, in it the mail and document libraries) are in the same file and first run when they are asked for.
 * @param entry another than what is deployed, for tests
 */
export async function buildBundle(folder: string, entry = DEPLOYED): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'index.js');
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: fileURLToPath(root),
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: [FRAMEWORK],
    // Node has streams of its own: without this a package brings another.
    define: { 'globalThis.ReadableStream': 'true' },
    // Names stay, so that a stack trace in the log can be read; spaces and unreachable branches go.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    // Whole licence texts stand beside it.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const made = Object.entries(metafile.outputs).find(([name]) => name.endsWith('index.js'))?.[1];
  const kept = Object.entries(made?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const sources = kept.map(([source]) => source);
  const { dependencies, ...manifest } = await deployedPackage();
  const lock = deployedLock({ ...manifest, dependencies }, await readJson<Lockfile>('package-lock.json'));
  await Promise.all([
    writeFile(join(folder, 'package.json'), asJson({ ...manifest, dependencies })),
    writeFile(join(folder, 'package-lock.json'), asJson(lock)),
    writeFile(join(folder, 'LICENSES.txt'), await licenceTexts(fileURLToPath(root), packagesOf(sources))),
  ]);
  return { file, bytes: made?.bytes ?? 0, sources };
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, root), 'utf8')) as T;
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What the buildpack installs and starts. The version of the framework is the one tested here. */
async function deployedPackage() {
  const { name, version, dependencies } = await readJson<Manifest>('package.json');
  return {
    name,
    version,
    private: true,
    type: 'commonjs',
    main: 'index.js',
    engines: { node: '>=24' },
    scripts: { 'gcp-build': WARM_UP },
    dependencies: { [FRAMEWORK]: dependencies[FRAMEWORK] ?? '' },
  };
}

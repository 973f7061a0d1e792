import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The one package that stays outside: Google's servers run the function through it. */
const FRAMEWORK = '@google-cloud/functions-framework';

/** Where the compiled code of the first start is kept; the same folder in Google's build and on its servers. */
export const COMPILE_CACHE = '/workspace/.compile-cache';

/** Run by Google's build: compiles the framework and the bundle once, so that no cold start has to. */
const WARM_UP = `NODE_COMPILE_CACHE=${COMPILE_CACHE} node -e "require('./node_modules/${FRAMEWORK}/build/src/server.js'); require('./index.js').app()"`;

const root = new URL('../../', import.meta.url);
const packageFile = new URL('package.json', root);
const DEPLOYED = fileURLToPath(new URL('functions/index.ts', root));

export type Bundle = {
  /** The CommonJS file with everything in it. */
  readonly file: string;
  readonly bytes: number;
  /** What is in it, ours and others', by path from the root. */
  readonly sources: readonly string[];
};

/**
 * Makes the folder that is deployed: one CommonJS file, its source map, and the package file Google's buildpack reads.
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
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await deployedPackage(), null, 2)}\n`);
  const made = Object.entries(metafile.outputs).find(([name]) => name.endsWith('index.js'))?.[1];
  const kept = Object.entries(made?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { file, bytes: made?.bytes ?? 0, sources: kept.map(([source]) => source) };
}

type Manifest = { readonly name: string; readonly version: string; readonly dependencies: Record<string, string> };

/** What the buildpack installs and starts. The version of the framework is the one tested here. */
async function deployedPackage(): Promise<object> {
  const { name, version, dependencies } = JSON.parse(await readFile(packageFile, 'utf8')) as Manifest;
  return {
    name,
    version,
    private: true,
    type: 'commonjs',
    main: 'index.js',
    engines: { node: '>=24' },
    scripts: { 'gcp-build': WARM_UP },
    dependencies: { [FRAMEWORK]: dependencies[FRAMEWORK] },
  };
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
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

/**
 * Packages that most runs have no use for, half of all code: each stands in a file of its own, or every start would read
 * it, which takes a tenth of one.
 */
const APART = ['docx', 'imapflow', 'nodemailer'];

/** For whom an ECMAScript module asks by `require`, Node's own way: what is required is the default export. */
const DEFAULT_IS_ALL = 'module.exports = module.exports.default ?? module.exports;';

export type Bundle = {
  /** The CommonJS file that is started. */
  readonly file: string;
  /** Of all files. */
  readonly bytes: number;
  /** What is in them, ours and others', by path from the root. */
  readonly sources: readonly string[];
};

/**
 * Makes the folder that is deployed: one CommonJS file and those of the packages apart, their source maps, the licences of
 * what is in them, and the package file and lockfile that Google's buildpack reads.
 * As ECMAScript the bundle would die at load, because some packages call `require`. Modules behind `import()` (the work
 * itself) are in the same file and first run when they are asked for.
 * @param entry another than what is deployed, for tests
 */
export async function buildBundle(folder: string, entry = DEPLOYED): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'index.js');
  const found = new Set<string>();
  const main = await build({ ...options, entryPoints: [entry], outfile: file, plugins: [apart(found)] });
  const beside = [...found].map((name) => ({ in: name, out: fileOf(name) }));
  const others = await build({ ...options, entryPoints: beside, outdir: folder, footer: { js: DEFAULT_IS_ALL } });
  const made = [main, others].flatMap(({ metafile }) => codeIn(metafile));
  const sources = [...new Set(made.flatMap(({ inputs }) => Object.keys(inputs)))];
  const bytes = made.reduce((sum, one) => sum + one.bytes, 0);
  const { dependencies, ...manifest } = await deployedPackage();
  const lock = deployedLock({ ...manifest, dependencies }, await readJson<Lockfile>('package-lock.json'));
  await Promise.all([
    writeFile(join(folder, 'package.json'), asJson({ ...manifest, dependencies })),
    writeFile(join(folder, 'package-lock.json'), asJson(lock)),
    writeFile(join(folder, 'LICENSES.txt'), await licenceTexts(fileURLToPath(root), packagesOf(sources))),
  ]);
  return { file, bytes, sources };
}

const options = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  external: [FRAMEWORK],
  // A file beside it is required: imported, its names would be guessed.
  supported: { 'dynamic-import': false },
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
} as const satisfies BuildOptions;

/** Leaves the packages apart out, to be required from their own files. @param found what of them is asked for */
function apart(found: Set<string>): Plugin {
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`^(?:${APART.join('|')})(?:/|$)`) }, ({ path }) => {
        found.add(path);
        return { path: `./${fileOf(path)}.js`, external: true };
      });
    },
  };
}

/** `nodemailer-lib-shared` of `nodemailer/lib/shared`. */
function fileOf(name: string): string {
  return name.replaceAll('/', '-');
}

/** The files of code, with what really is in them. */
function codeIn({ outputs }: Metafile) {
  return Object.entries(outputs)
    .filter(([name]) => name.endsWith('.js'))
    .map(([, { bytes, inputs }]) => ({
      bytes,
      inputs: Object.fromEntries(Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)),
    }));
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

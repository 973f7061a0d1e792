import { execFileSync } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE } from '../../scripts/build/build-bundle.ts';
import { NODE_OPTIONS } from '../../scripts/deploy/function-size.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Leaves compiled what the step of Google's build leaves so, and nothing more. */
export async function compiledAsDeployed(folder: string, cache: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly 'gcp-build': string };
  };
  const step = scripts['gcp-build'].replace(COMPILE_CACHE, cache);
  execFileSync('sh', ['-c', step], {
    cwd: await withModules(folder),
    env: { PATH: process.env['PATH'], NODE_OPTIONS },
  });
}

/** The folder with the packages beside it that the build installs there. */
export async function withModules(folder: string): Promise<string> {
  await symlink(modules, join(folder, 'node_modules')).catch(() => {});
  return folder;
}

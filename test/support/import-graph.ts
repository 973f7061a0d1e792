import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file and what it imports: paths from the root for our own files, names for packages. */
export type ImportsOf = { readonly file: string; readonly imports: readonly string[] };

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDERS = '{functions,sheets-schema,emulator,proofs,scripts,test}/**/*.ts';

/** Every source file of the project, with its text. */
export function sourceFiles(): ReadonlyMap<string, string> {
  const files = globSync(FOLDERS, { cwd: ROOT }).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g;

export function importsOf(file: string, text: string): ImportsOf {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const imports = [...code.matchAll(IMPORT)].map(([, name = '']) =>
    name.startsWith('.') ? path.join(path.dirname(file), name) : name,
  );
  return { file, imports };
}

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const COPIED = ['functions', 'sheets-schema', 'scripts', 'test/support', 'package.json', 'tsconfig.json'];

/** The sources in a folder of their own, to be changed as a developer would change them. */
export type CopiedSources = {
  readonly folder: string;
  /** The files written to since, as paths from the root. */
  readonly touched: ReadonlySet<string>;
  create(file: string, text: string): void;
  /** @throws when the text to put something behind does not stand there exactly once */
  insertAfter(file: string, text: string, inserted: string): void;
  remove(): void;
};

export function copySources(): CopiedSources {
  const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const touched = new Set<string>();
  const create = (file: string, text: string) => {
    writeFileSync(path.join(folder, file), text);
    touched.add(file);
  };
  return {
    folder,
    touched,
    create,
    insertAfter(file, text, inserted) {
      const [before, after, ...more] = readFileSync(path.join(folder, file), 'utf8').split(text);
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error(`${file}: "${text}" is expected once.`);
      create(file, before + text + inserted + after);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

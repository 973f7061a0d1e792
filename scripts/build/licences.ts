import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The folders of the packages that files were taken from: `node_modules/a`, `node_modules/@a/b`. */
export function packagesOf(files: readonly string[]): readonly string[] {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(folders)].toSorted();
}

/**
 * The licence texts of these packages, which their licences ask to be kept beside a copy.
 * @throws Error for a package that names no licence
 */
export async function licenceTexts(root: string, folders: readonly string[]): Promise<string> {
  const texts = await Promise.all(folders.map((folder) => licenceOf(join(root, folder))));
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license, author, homepage } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence.`);
  const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const by = typeof author === 'string' ? author : (author?.name ?? homepage ?? '');
  return [`${name} ${version} (${license})${texts.length > 0 ? '' : `\n${by}`}`, ...texts.map((text) => text.trim())]
    .join('\n\n')
    .concat('\n');
}

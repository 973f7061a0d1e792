import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { buildBundle } from './build/build-bundle.ts';

new Command('build')
  .description('Bundles the functions into dist/, the folder that is deployed.')
  .addHelpText('after', '\nTry it: npx functions-framework --source=dist --target=sync')
  .parse();

const folder = fileURLToPath(new URL('../dist', import.meta.url));
const { file, bytes } = await buildBundle(folder);
console.log(`${file}  ${(bytes / 1e6).toFixed(2)} MB`);

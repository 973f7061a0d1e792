import { sourceFiles } from './import-graph.ts';

/** Every switch of the emulator: where nobody knows how Google behaves, it can behave both ways. */
export const switches: readonly string[] = named("'");

/** Those that are described where the services are made. */
export const describedSwitches: readonly string[] = named('`');

/** What the emulator's sources name between such marks, each once and sorted. */
function named(mark: string): readonly string[] {
  const name = new RegExp(`${mark}((?:sheets|forms)\\.[a-z]+-[a-z-]+)${mark}`, 'g');
  const found = [...sourceFiles()]
    .filter(([file]) => file.startsWith('emulator/'))
    .flatMap(([, text]) => [...text.matchAll(name)].map(([, one = '']) => one));
  return [...new Set(found)].toSorted();
}

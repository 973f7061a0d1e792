import { answerGoogleErrors } from '../google-error.ts';
import type { Service, ServiceContext } from '../service.ts';
import type { Spreadsheet } from './model.ts';
import { createRoutes } from './routes/routes.ts';
import { createStore, type Store } from './store.ts';

/** Google Sheets, version 4, and a look at what it holds. */
export type SheetsService = Service &
  Pick<Store, 'save' | 'replace' | 'onChange'> & { spreadsheets(): ReadonlyMap<string, Spreadsheet> };

/**
 * Real behaviours that are not known, each strict unless its switch is on:
 * `sheets.localised-errors` — the editor's sentences come in Vietnamese, the place before them stays English;
 * `sheets.strict-validation-refuses-api` — a strict rule refuses a write by the API (otherwise it is stored);
 * `sheets.metadata-no-match-allowed` — updating or deleting metadata that nothing matches does nothing;
 * `sheets.metadata-follows-sort` — metadata of rows goes along when they are sorted;
 * `sheets.titles-case-sensitive` — tabs may differ in the case of their titles only;
 * `sheets.values-clip-end` — a range of values that only ends past the grid is clipped, not refused;
 * `sheets.batch-ranges-clip-end` — the same for the ranges in spreadsheets.batchUpdate;
 * `sheets.empty-ticks-read-false` — an empty cell under a tick box reads FALSE, and counts as filled;
 * `sheets.append-after-formats` — appendCells goes behind rows that hold a format only;
 * `sheets.unknown-editors-refused` — a protection may name as editors only whom the file is shared with;
 * `sheets.unknown-editors-dropped` — of others it says nothing and leaves them out;
 * `sheets.charts-past-edge-refused` — a chart must find room between its anchor and the last column;
 * `sheets.charts-clipped` — one that does not is made as narrow as the room.
 * And of what people type into a Vietnamese file:
 * `sheets.typed-days-stay-text` — `31/12/2026` is no date;
 * `sheets.typed-months-first` — what is no day with the day first, as `12/31/2026`, is one with the month first;
 * `sheets.typed-points-are-days` — `1.5` is 1 May of this year;
 * `sheets.vietnamese-truth` — true and false are shown, and may be typed, as ĐÚNG and SAI.
 */
export function createSheetsService(context: ServiceContext): SheetsService {
  const store = createStore(context);
  const routes = createRoutes(store, context);
  answerGoogleErrors(routes);
  const { save, replace, onChange } = store;
  return { routes, reset: store.clear, spreadsheets: () => store.spreadsheets, save, replace, onChange };
}

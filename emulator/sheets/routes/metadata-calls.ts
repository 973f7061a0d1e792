import { invalidArgument, notFound } from '../../google-error.ts';
import { type DataFilter, filterMeans } from '../data-filter.ts';
import type { Call } from './call.ts';

export function getMetadata({ store, id, name, user }: Call): object {
  const { book } = store.read(id, user);
  const metadata = book.metadata.get(Number(name));
  if (!metadata) throw notFound(`No developer metadata with ID [${name}]`);
  return metadata;
}

type SearchBody = { dataFilters?: DataFilter[] };

/** Each piece of metadata once, with the filters that mean it; `{}` when none do. */
export function searchMetadata({ store, id, user, body }: Call<object, SearchBody>): object {
  const { book } = store.read(id, user);
  const { dataFilters: filters = [] } = body;
  if (filters.length === 0) throw invalidArgument('Must specify at least one data filter.');
  const matchedDeveloperMetadata = [...book.metadata.values()].flatMap((developerMetadata) => {
    const dataFilters = filters.filter((filter) => filterMeans(book, developerMetadata, filter));
    return dataFilters.length === 0 ? [] : [{ developerMetadata, dataFilters }];
  });
  return { matchedDeveloperMetadata };
}

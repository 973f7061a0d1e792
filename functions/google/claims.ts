import { accepted, type Google } from './client.ts';

/** The key under which every claim stands; one letter, because a file holds 30,000 characters of metadata. */
export const CLAIM_KEY = 'r';

/** The ids of all claims that still stand in a spreadsheet. One call. @throws google.refused */
export async function claimsIn({ call, sheets }: Google, spreadsheetId: string): Promise<readonly number[]> {
  const what = `the search for claims in the spreadsheet ${spreadsheetId}`;
  const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataKey: CLAIM_KEY } }] };
  const fields = 'matchedDeveloperMetadata.developerMetadata.metadataId';
  const search = () => sheets.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody, fields });
  const { matchedDeveloperMetadata: matches = [] } = accepted(what, await call(what, search));
  return matches.flatMap(({ developerMetadata }) => developerMetadata?.metadataId ?? []);
}

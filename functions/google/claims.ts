import { accepted, type Google, Refusal } from './client.ts';

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

/** Erases claims in one call. False when the service refused, as when somebody else has just done the same. */
export async function eraseClaims(
  { call, sheets }: Google,
  spreadsheetId: string,
  claims: readonly number[],
): Promise<boolean> {
  const requests = claims.map((metadataId) => ({
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
  }));
  const answer = await call('the pruning of claims', () =>
    sheets.spreadsheets.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody: { requests } }),
  );
  return !(answer instanceof Refusal);
}

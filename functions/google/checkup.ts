import type { FileSettings } from '../../sheets-schema/zone.ts';
import type { Checkup } from '../ports.ts';
import { CLAIM_KEY, eraseClaims } from './claims.ts';
import { accepted, type Google } from './client.ts';
import { rightsOf } from './file-rights.ts';

/** The adapter of the check-up port. */
export function createCheckup(google: Google, spreadsheetId: string, formId: string): Checkup {
  const { spreadsheets } = google.sheets;
  let settings: FileSettings | null = null;
  return {
    settings: () => settings,
    async tabs() {
      const what = 'the description of the tabs';
      const fields =
        'properties(locale,timeZone),sheets(properties(title,gridProperties),protectedRanges(range,requestingUserCanEdit))';
      const answer = accepted(what, await google.call(what, () => spreadsheets.get({ spreadsheetId, fields })));
      settings = { locale: answer.properties?.locale ?? '', timeZone: answer.properties?.timeZone ?? '' };
      return (answer.sheets ?? []).map(({ properties, protectedRanges = [] }) => ({
        title: properties?.title ?? '',
        cells: (properties?.gridProperties?.rowCount ?? 0) * (properties?.gridProperties?.columnCount ?? 0),
        writable: protectedRanges.length === 0 ? null : protectedRanges.every((one) => one.requestingUserCanEdit),
      }));
    },
    async metadata() {
      const what = `the metadata of the spreadsheet ${spreadsheetId}`;
      const requestBody = { dataFilters: [{ developerMetadataLookup: { locationType: 'SPREADSHEET' } }] };
      const fields = 'matchedDeveloperMetadata.developerMetadata(metadataId,metadataKey,metadataValue)';
      const search = () => spreadsheets.developerMetadata.search({ spreadsheetId, requestBody, fields });
      const { matchedDeveloperMetadata = [] } = accepted(what, await google.call(what, search));
      const all = matchedDeveloperMetadata.flatMap(({ developerMetadata }) => developerMetadata ?? []);
      const [claims, others] = [all.filter(isClaim), all.filter((one) => !isClaim(one))];
      return {
        claims: claims.flatMap(({ metadataId }) => metadataId ?? []),
        others: others.reduce((sum, one) => sum + lengthOf(one.metadataKey) + lengthOf(one.metadataValue), 0),
      };
    },
    prune: (claims) => eraseClaims(google, spreadsheetId, claims),
    isOpenToResponders: async () => (await rightsOf(google, formId))?.isOpen ?? null,
    serverTime: () => google.serverTime(),
  };
}

function isClaim({ metadataKey }: { readonly metadataKey?: string | null }): boolean {
  return metadataKey === CLAIM_KEY;
}

function lengthOf(text: string | null | undefined): number {
  return text?.length ?? 0;
}

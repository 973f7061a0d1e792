import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { LOCALE, ZONE } from '../../sheets-schema/zone.ts';
import type { Files, SharingRefused } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { accepted, type Google, Refusal, statusOf } from './client.ts';
import { rightsOf } from './file-rights.ts';
import { WITHOUT_RETRY } from './retries.ts';
import { requestsOf } from './workbook.ts';

/** The one tab a new file must have; it goes as soon as the declared ones are there. */
const TEMPORARY_TAB = '_tạm';

/** The adapter of the files port. Without credentials of a person the two `create` calls fail: a service account owns no files. */
export function createFiles(google: Google): Files {
  const call = async <T>(what: string, request: () => Promise<{ data: T }>) =>
    accepted(what, await google.call(what, request));
  return {
    async createSpreadsheet(title) {
      const requestBody = {
        properties: { title, locale: LOCALE, timeZone: ZONE },
        sheets: [{ properties: { sheetId: 0, title: TEMPORARY_TAB } }],
      };
      const made = await call('the making of the sheet', () =>
        google.sheets.spreadsheets.create({ requestBody, fields: 'spreadsheetId' }, WITHOUT_RETRY),
      );
      return made.spreadsheetId ?? '';
    },
    async describe(spreadsheetId) {
      const fields =
        'spreadsheetUrl,properties(locale,timeZone),sheets(properties(sheetId,title),conditionalFormats,filterViews,protectedRanges(protectedRangeId,editors.users,requestingUserCanEdit))';
      const found = await call('the description of the sheet', () =>
        google.sheets.spreadsheets.get({ spreadsheetId, fields }),
      );
      return {
        locale: found.properties?.locale ?? '',
        timeZone: found.properties?.timeZone ?? '',
        url: found.spreadsheetUrl ?? '',
        tabs: (found.sheets ?? []).map(({ properties }) => ({
          sheetId: properties?.sheetId ?? 0,
          title: properties?.title ?? '',
        })),
        looks: new Map(
          (found.sheets ?? []).map(({ properties, conditionalFormats: rules = [], filterViews: views = [] }) => [
            properties?.sheetId ?? 0,
            { rules, views },
          ]),
        ),
        protections: (found.sheets ?? [])
          .flatMap(({ protectedRanges = [] }) => protectedRanges)
          .filter(({ requestingUserCanEdit }) => requestingUserCanEdit)
          .map(({ protectedRangeId, editors }) => ({ id: protectedRangeId ?? 0, editors: editors?.users ?? [] })),
      };
    },
    async build(spreadsheetId, requests, rows) {
      await call('the building of the sheet', () =>
        google.sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          fields: 'spreadsheetId',
          requestBody: { requests: [...requests, ...rows.flatMap(requestsOf)] },
        }),
      );
    },
    async createForm(title) {
      const requestBody = { info: { title, documentTitle: title } };
      const made = await call('the making of the form', () =>
        google.forms.forms.create({ requestBody, unpublished: true }, WITHOUT_RETRY),
      );
      return { formId: made.formId ?? '', responderUri: made.responderUri ?? '' };
    },
    rights: (fileId) => rightsOf(google, fileId),
    share: (fileId, { address, role }) =>
      grant(google, fileId, { type: 'user', role, emailAddress: address }, { sendNotificationEmail: false }),
    openToResponders: (fileId) => grant(google, fileId, { type: 'anyone', role: 'reader', view: 'published' }),
  };
}

/** What Google will not grant is the caller's to tell: a policy, or an address that is nobody's. */
async function grant(
  google: Google,
  fileId: string,
  requestBody: drive_v3.Schema$Permission,
  options: { readonly sendNotificationEmail?: boolean } = {},
): Promise<SharingRefused | null> {
  try {
    const { permissions } = await google.drive();
    const answer = await google.call(`the sharing of the file ${fileId}`, () =>
      permissions.create({ fileId, requestBody, fields: 'id', ...options }),
    );
    return answer instanceof Refusal ? { status: answer.status, why: answer.message } : null;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'google.refused') throw error;
    return { status: statusOf(error) ?? 0, why: error.message };
  }
}

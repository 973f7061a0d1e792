import { mailDomainOf, mailerOf } from '../../functions/app.ts';
import { type Config, type Environment, parseConfig } from '../../functions/config.ts';
import { createGoogle, type Google } from '../../functions/google/client.ts';
import { type Result, runProofs, skipAll } from '../../functions/upkeep/self-test/proof.ts';
import { ask } from './ask.ts';
import { changeChecks } from './form-changes.ts';
import { editChecks } from './form-edits.ts';
import { responseChecks } from './form-responses.ts';
import { sectionChecks } from './form-sections.ts';
import { watchChecks } from './form-watches.ts';
import { type LiveFile, throwAwayForm, throwAwaySheet } from './live-files.ts';
import type { LiveForm } from './live-form.ts';
import { type LiveProduct, productChecks } from './product.ts';
import { emulatedRespondents, personAtTheForm } from './respondents.ts';
import { claimChecks } from './sheet-claims.ts';
import { tabChecks } from './sheet-tabs.ts';
import { valueChecks } from './sheet-values.ts';

export type CheckLiveOptions = {
  /** Files to use instead of new ones. */
  readonly spreadsheet?: string;
  readonly form?: string;
  /** Ask a person at the terminal to answer the form, and wait. */
  readonly interactive?: boolean;
  /** Whether the credentials are a service account's; it owns no files. */
  readonly isServiceAccount: boolean;
  readonly say: (line: string) => void;
};

export type CheckLive = {
  readonly results: readonly Result[];
  /** Addresses of the files that people must delete: deleting is not among our rights. */
  readonly leftBehind: readonly string[];
};

const sheetChecks = [...valueChecks, ...claimChecks, ...tabChecks];
const formChecks = [...editChecks, ...responseChecks, ...changeChecks, ...watchChecks, ...sectionChecks];
/** Ten minutes for a person to answer. */
const WAIT = { pollMs: 5_000, polls: 120 };

/** Tries on throw-away files what could not be known without an account. @throws when a file in use was given */
export async function checkLive(environment: Environment, options: CheckLiveOptions): Promise<CheckLive> {
  const config = parseConfig(environment, []);
  const emulator = config.GOOGLE_WORKSPACE_EMULATOR_URL;
  const google = createGoogle({ emulator, ...(emulator && { backoff: 0 }) });
  const sheet = await throwAwaySheet(google, options.spreadsheet);
  const form = await throwAwayForm(google, options.form, config.FORM_ID);
  const sheetResults =
    'id' in sheet
      ? await runProofs(sheetChecks, { google, spreadsheetId: sheet.id })
      : skipAll(sheetChecks, sheet.because);
  const formResults =
    'id' in form
      ? await checkForm({
          google,
          formId: form.id,
          respondents: respondentsOf(google, form.id, emulator, options),
          watchTopic: config.WATCH_TOPIC ?? null,
          isServiceAccount: options.isServiceAccount,
        })
      : skipAll(formChecks, form.because);
  const product = await checkProduct(google, config, options);
  return {
    results: [...product.results, ...sheetResults, ...formResults],
    leftBehind: [...addressesOf(sheet, form), ...product.leftBehind],
  };
}

function addressesOf(sheet: LiveFile, form: LiveFile): readonly string[] {
  return [
    ...('id' in sheet ? [`https://docs.google.com/spreadsheets/d/${sheet.id}/edit`] : []),
    ...('id' in form ? [`https://docs.google.com/forms/d/${form.id}/edit`] : []),
  ];
}

/** On files of its own: what the checks above leave behind is no register. */
async function checkProduct(google: Google, config: Config, options: CheckLiveOptions): Promise<CheckLive> {
  if (options.spreadsheet !== undefined || options.form !== undefined)
    return { results: skipAll(productChecks, 'chỉ chạy khi lệnh tự tạo được tệp thử'), leftBehind: [] };
  const sheet = await throwAwaySheet(google, undefined);
  if (!('id' in sheet)) return { results: skipAll(productChecks, sheet.because), leftBehind: [] };
  const form = await throwAwayForm(google, undefined, config.FORM_ID);
  if (!('id' in form)) return { results: skipAll(productChecks, form.because), leftBehind: addressesOf(sheet, form) };
  const serviceAccounts = (config.SERVICE_ACCOUNT_EMAIL ?? '').split(/[\s,;]+/).filter(Boolean);
  const product = { google, spreadsheetId: sheet.id, formId: form.id, serviceAccounts, mail: mailOf(config) };
  return { results: await runProofs(productChecks, product), leftBehind: addressesOf(sheet, form) };
}

function mailOf(config: Config): LiveProduct['mail'] {
  const { SMTP_URL, MAIL_FROM, ALERT_TO: to } = config;
  if (!SMTP_URL || !MAIL_FROM || !to) return null;
  const sending = { ...config, SMTP_URL, MAIL_FROM };
  return { mailer: mailerOf(sending), to, domain: mailDomainOf(sending) };
}

function respondentsOf(
  google: Google,
  formId: string,
  emulator: string | undefined,
  { interactive, say }: CheckLiveOptions,
): LiveForm['respondents'] {
  if (emulator) return emulatedRespondents(emulator, formId);
  if (interactive) return personAtTheForm(google, formId, { say, ...WAIT });
  return { because: 'cần một người trả lời biểu mẫu; chạy lại với --interactive' };
}

/** Nobody answers a throw-away form afterwards. */
async function checkForm(form: LiveForm): Promise<readonly Result[]> {
  const results = await runProofs(formChecks, form);
  const publishState = { isPublished: false, isAcceptingResponses: false };
  const requestBody = { publishSettings: { publishState }, updateMask: 'publishState' };
  await ask(() => form.google.forms.forms.setPublishSettings({ formId: form.formId, requestBody }));
  return results;
}

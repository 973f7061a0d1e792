import type { Temporal } from 'temporal-polyfill';
import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import type { Tab } from '../../../sheets-schema/define-tab.ts';
import { reportTitle } from '../../../sheets-schema/outline-sections.ts';
import { RELEASE, SCHEMA_VERSION } from '../../../sheets-schema/schema-version.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { settings } from '../../../sheets-schema/setting-list.ts';
import { tasks as tasksTab } from '../../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { system } from '../../../sheets-schema/tabs/system.ts';
import { LOCALE, localDay, ZONE } from '../../../sheets-schema/zone.ts';
import { secretMark } from '../../domain/links/codes.ts';
import { formEditUrl, prefilledLink } from '../../domain/links/form-links.ts';
import { expandUnits } from '../../domain/standing/expected-units.ts';
import { readApplied, writeApplied } from '../../form/applied-form.ts';
import { askedForm } from '../../form/asked-form.ts';
import { applyForm } from '../../form/follow-form.ts';
import { shownRound } from '../../form/form-rounds.ts';
import { formPastOf } from '../../form/promised-dates.ts';
import { inForceOf } from '../../outlook/in-force.ts';
import type { FileRights, Files, FormEditor, Workbook, Write } from '../../ports.ts';
import { Problem, problem } from '../../shared/problem.ts';
import { type Bookkeeping, firstBookkeeping, readBookkeeping, writeBookkeeping } from '../../workbook/bookkeeping.ts';
import { commit } from '../../workbook/commit.ts';
import { NO_RESPONSES, readSnapshot } from '../../workbook/read-snapshot.ts';
import { assertUnderstood } from '../../workbook/schema-gate.ts';
import type { Snapshot } from '../../workbook/snapshot.ts';
import { type FileNow, planCompletion } from './plan-completion.ts';
import { planExactWords, unfilledClauses } from './plan-exact-words.ts';
import { newSettingPlace, planWorkbook, settingRules, type WorkbookPlan } from './plan-workbook.ts';
import { seedChanges } from './seed-rows.ts';
import { NOBODYS, shareFile } from './share-files.ts';

export type ProvisionPorts = {
  readonly files: Files;
  readonly workbookOf: (spreadsheetId: string) => Workbook;
  readonly editorOf: (formId: string) => FormEditor;
  readonly newToken: () => string;
  /** Told what was done, one line each. */
  readonly report: (line: string) => void;
};

export type ProvisionOptions = {
  readonly now: Temporal.Instant;
  readonly linkSecret: string;
  /** Whether somebody says that the columns put back are right as they stand now. */
  readonly areColumnsChecked?: boolean;
  /** Whether the secret is a new one that is to be the file's from now on. */
  readonly isNewSecret?: boolean;
  /** Who besides people may write the protected tabs; both files are shared with them. */
  readonly serviceAccounts: readonly string[];
  /** Whom the Sheet is shared with besides: those who work in it, and those who look at it. */
  readonly editors?: readonly string[];
  readonly viewers?: readonly string[];
  /** The files to complete; absent ones are made. */
  readonly spreadsheetId: string | null;
  readonly formId: string | null;
};

export type Provisioned = {
  readonly spreadsheetId: string;
  readonly formId: string;
  readonly sheetUrl: string;
  readonly formUrl: string;
  readonly responderUri: string;
  /** Each asked unit's own link, for the round that is open or to come. */
  readonly links: readonly { readonly unit: string; readonly name: string; readonly link: string }[];
};

/** People rename files as they like; these are what new ones are called. */
const SHEET_TITLE = settings.bookTitle.initial;
const FORM_TITLE = reportTitle(outlineSeeds);
/** Disputed commits in a row after which it is better to look why. */
const MOST_DISPUTES = 6;
const TEMPORARY = { sheetId: 0, title: '_tạm' };

/**
 * Makes the Sheet and the Form, or completes them: each step looks first and does only what is missing, so a run that was
 * cut short is finished by the next, and a run on complete files writes nothing.
 */
export async function provision(ports: ProvisionPorts, options: ProvisionOptions): Promise<Provisioned> {
  const spreadsheetId = options.spreadsheetId ?? (await makeSheet(ports));
  if (options.spreadsheetId !== null) await assertOlderOrOurs(ports.workbookOf(spreadsheetId));
  // Before anything is protected: who may write there must know the file, or the protection may be refused.
  const known = await shareSheet(ports, options, spreadsheetId);
  const { url: sheetUrl, looks } = await completeSheet(ports, options, spreadsheetId, known);
  const workbook = ports.workbookOf(spreadsheetId);
  let snapshot = await completeTabs(ports, workbook, options, looks);
  snapshot = await fillExactWords(ports, workbook, snapshot, options);
  snapshot = await adoptSecret(ports, workbook, snapshot, options);
  snapshot = await adoptForm(ports, workbook, snapshot, options);
  const { formId, formUri } = snapshot.bookkeeping;
  const rights = await ports.files.rights(formId);
  const sharing = { writers: options.serviceAccounts, readers: [] };
  await shareFile(ports, { id: formId, name: 'biểu mẫu', sharing }, rights);
  await completeForm(ports, workbook, snapshot, rights);
  return {
    spreadsheetId,
    formId,
    sheetUrl,
    formUrl: formEditUrl(formId),
    responderUri: formUri,
    links: linksOf(snapshot, options.linkSecret),
  };
}

async function shareSheet(
  ports: ProvisionPorts,
  { serviceAccounts, editors = [], viewers = [], spreadsheetId: given }: ProvisionOptions,
  id: string,
): Promise<ReadonlySet<string>> {
  const sharing = { writers: [...serviceAccounts, ...editors], readers: viewers };
  return shareFile(ports, { id, name: 'bảng tính', sharing }, given === null ? NOBODYS : await ports.files.rights(id));
}

/** @throws workbook.newer before anything is made in a file that this code would misread */
async function assertOlderOrOurs(workbook: Workbook): Promise<void> {
  const outcome = await workbook.read([{ sheetId: system.sheetId, columns: null }]);
  const book = outcome.kind === 'read' ? readBookkeeping(outcome.grids.get(system.sheetId) ?? []) : null;
  if (book) assertUnderstood(book);
}

/**
 * Columns, titles, notes, lists and settings that people's tabs lack of this release, and columns that they or the logs
 * have lost, in one commit with what is known of them from then on. Values stay as they are.
 * @throws workbook.newer when a later release wrote the file and this code would misread it
 */
async function completeTabs(
  ports: ProvisionPorts,
  workbook: Workbook,
  { now, areColumnsChecked = false }: ProvisionOptions,
  looks: FileNow['looks'],
): Promise<Snapshot> {
  for (let dispute = 0; dispute < MOST_DISPUTES; dispute += 1) {
    const snapshot = await readSheet(workbook, now);
    const { changes, putBack, done } = planCompletion({ ...(await readFileNow(workbook, snapshot)), looks });
    const before = snapshot.bookkeeping;
    const still = areColumnsChecked ? [] : before.putBack.split('; ').filter(Boolean);
    const people = Math.max(before.schema.people, SCHEMA_VERSION);
    const bookkeeping = {
      ...before,
      schema: { ...before.schema, people },
      putBack: [...new Set([...still, ...putBack])].join('; '),
    };
    const isSame = people === before.schema.people && bookkeeping.putBack === before.putBack;
    if (changes.length === 0 && isSame) return snapshot;
    const token = ports.newToken();
    const outcome = await commit(workbook, { ...snapshot, bookkeeping, changes, token });
    const after = await readSheet(workbook, now);
    if (outcome.kind !== 'done' && after.bookkeeping.token !== token) continue;
    for (const line of done) ports.report(line);
    if (people > before.schema.people) ports.report(`các tab của người dùng đã theo bản ${RELEASE}`);
    if (bookkeeping.putBack !== '') ports.report(waiting(bookkeeping.putBack));
    return after;
  }
  throw problem('commit.disputed', [MOST_DISPUTES]);
}

/** Clauses word for word, into cells that are empty: where somebody was at work there meanwhile, the next run does it. */
async function fillExactWords(
  ports: ProvisionPorts,
  workbook: Workbook,
  snapshot: Snapshot,
  { now }: ProvisionOptions,
): Promise<Snapshot> {
  const lacking = unfilledClauses(snapshot.people.tasks);
  if (lacking.length === 0) return snapshot;
  const { headers } = await readFileNow(workbook, snapshot);
  const sheetId = snapshot.places.get(tasksTab.sheetId) ?? tasksTab.sheetId;
  const changes = planExactWords(lacking, headers.get(tasksTab.sheetId) ?? [], sheetId);
  if (changes.length === 0) return snapshot;
  const outcome = await commit(workbook, { ...snapshot, changes, token: ports.newToken() });
  if (outcome.kind === 'done')
    ports.report(`${tasksTab.title}: đã chép "${tasksTab.columns.exact.header}" của ${changes.length} nhiệm vụ`);
  return readSheet(workbook, now);
}

function waiting(putBack: string): string {
  return `những gì dựa vào ${putBack} đang chờ: khôi phục các ô từ Nhật ký phiên bản hoặc điền lại, rồi chạy: npm run provision -- --columns-checked`;
}

/** The first rows of all tabs, and the settings. One call, and one for the titles. */
async function readFileNow(
  workbook: Workbook,
  { places, missing, unborn, bookkeeping }: Snapshot,
): Promise<Omit<FileNow, 'looks'>> {
  const there = (allTabs as readonly Tab[]).filter(({ sheetId }) => !missing.has(sheetId) && !unborn.has(sheetId));
  const placeOf = ({ sheetId }: Tab) => places.get(sheetId) ?? sheetId;
  const outcome = await workbook.read([
    ...there.map((tab) => ({ sheetId: placeOf(tab), columns: tab === settingsTab ? null : 1, header: true })),
  ]);
  if (outcome.kind !== 'read') throw problem('workbook.unprovisioned', ['a tab that was there a moment ago']);
  const headers = new Map(there.map((tab) => [tab.sheetId, outcome.headers.get(placeOf(tab)) ?? []]));
  const titles = new Set((await workbook.tabs()).map(({ title }) => title));
  const settings = outcome.grids.get(placeOf(settingsTab)) ?? [];
  return { headers, settings, schema: bookkeeping.schema, places, titles };
}

async function makeSheet({ files, report }: ProvisionPorts): Promise<string> {
  const id = await made(SHEET_TITLE, files.createSpreadsheet(SHEET_TITLE));
  report(`đã tạo bảng tính ${id}`);
  return id;
}

/** A file whose making got no answer may exist: nobody but its owner can tell, so it is named. */
async function made<T>(title: string, making: Promise<T>): Promise<T> {
  try {
    return await making;
  } catch (error) {
    throw error instanceof Problem && error.code === 'google.unreachable'
      ? problem('provision.unclear', [title], error)
      : error;
  }
}

/** Tabs with everything about them come in one batch: there is no half-made tab. Seeds go only into a file never provisioned. */
async function completeSheet(
  { files, report }: ProvisionPorts,
  options: ProvisionOptions,
  id: string,
  known: ReadonlySet<string>,
): Promise<Awaited<ReturnType<Files['describe']>>> {
  const found = await files.describe(id);
  const isKnown = (account: string) => known.has(account.toLowerCase());
  const plan = planWorkbook(found, options.serviceAccounts.filter(isKnown));
  const isNew = plan.missing.includes(system);
  const properties = found.locale === LOCALE && found.timeZone === ZONE ? [] : [localeRequest()];
  const temporary = found.tabs.some((tab) => tab.title === TEMPORARY.title)
    ? [{ deleteSheet: { sheetId: TEMPORARY.sheetId } }]
    : [];
  const requests = [...properties, ...plan.requests, ...(isNew ? settingRules(newSettingPlace) : []), ...temporary];
  if (requests.length > 0) {
    const rows = isNew
      ? [...seedChanges(), writeBookkeeping(firstBookkeeping(id, found.url, secretMark(options.linkSecret)))]
      : [];
    await build(files, id, { requests, rows, missing: plan.missing });
    const { missing, opened } = plan;
    if (missing.length > 0)
      report(`đã tạo ${missing.length}/${allTabs.length} tab${isNew ? ', kèm dữ liệu ban đầu' : ''}`);
    if (opened > 0) report(`đã mở ${opened} tab của hệ thống cho các tài khoản dịch vụ`);
  }
  if (!options.serviceAccounts.every(isKnown)) await openToAll({ files, report }, options, id);
  return found;
}

/**
 * Lets in accounts of which nobody knows whether the file is shared with them, as through a group: Google may take them,
 * leave them out or refuse, and nothing else hangs on it.
 */
async function openToAll(
  { files, report }: Pick<ProvisionPorts, 'files' | 'report'>,
  { serviceAccounts }: ProvisionOptions,
  id: string,
): Promise<void> {
  const { requests, opened } = planWorkbook(await files.describe(id), serviceAccounts);
  if (opened === 0) return;
  try {
    await files.build(id, requests, []);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'google.refused') throw error;
    report(
      `chưa mở được tab của hệ thống cho ${serviceAccounts.join(', ')}: chia sẻ bảng tính cho các tài khoản này trước`,
    );
    return;
  }
  report(`đã mở ${opened} tab của hệ thống cho các tài khoản dịch vụ; npm run doctor cho biết ghi được hay chưa`);
}

/**
 * A batch whose answer was lost is refused when it is sent again, because its tabs are there.
 * @throws what it was refused for, while one of them is not.
 */
async function build(
  files: Files,
  id: string,
  { requests, rows, missing }: Omit<WorkbookPlan, 'opened'> & { readonly rows: readonly Write[] },
): Promise<void> {
  try {
    await files.build(id, requests, rows);
  } catch (error) {
    const there = new Set((await files.describe(id)).tabs.map(({ sheetId }) => sheetId));
    if (missing.length === 0 || !missing.every(({ sheetId }) => there.has(sheetId))) throw error;
  }
}

/** The zone decides what a date means, the locale how people may type it. */
function localeRequest() {
  return {
    updateSpreadsheetProperties: { properties: { locale: LOCALE, timeZone: ZONE }, fields: 'locale,timeZone' },
  };
}

async function readSheet(workbook: Workbook, now: Temporal.Instant): Promise<Snapshot> {
  return readSnapshot(workbook, NO_RESPONSES, now);
}

/**
 * Links are made with the secret that is the file's, for every run knows the cities by it.
 * @throws links.secret for another one that nobody said is new
 */
async function adoptSecret(
  ports: ProvisionPorts,
  workbook: Workbook,
  snapshot: Snapshot,
  { linkSecret, isNewSecret = false }: ProvisionOptions,
): Promise<Snapshot> {
  const secret = secretMark(linkSecret);
  const known = snapshot.bookkeeping.secret;
  if (known === secret || (known === '' && !isNewSecret)) return snapshot;
  if (!isNewSecret) throw problem('links.secret', []);
  ports.report('đã ghi nhận khóa mới; đường dẫn gửi trước đây vẫn dùng được khi LINK_SECRET_PREVIOUS còn giữ khóa cũ');
  return keep(ports, workbook, snapshot, { secret });
}

/** The form's id is written into the sheet as soon as it is known, so that a run cut short does not make a second one. */
async function adoptForm(
  ports: ProvisionPorts,
  workbook: Workbook,
  snapshot: Snapshot,
  options: ProvisionOptions,
): Promise<Snapshot> {
  const { bookkeeping } = snapshot;
  const known = options.formId ?? (bookkeeping.formId || null);
  if (known !== null && known === bookkeeping.formId) return snapshot;
  const form =
    known === null
      ? await makeForm(ports)
      : { formId: known, responderUri: (await ports.editorOf(known).get()).responderUri ?? '' };
  return keep(ports, workbook, snapshot, { formId: form.formId, formUri: form.responderUri, formHash: '' });
}

async function makeForm({ files, report }: ProvisionPorts): Promise<{ formId: string; responderUri: string }> {
  const form = await made(FORM_TITLE, files.createForm(FORM_TITLE));
  report(`đã tạo biểu mẫu ${form.formId}`);
  return form;
}

async function completeForm(
  ports: ProvisionPorts,
  workbook: Workbook,
  snapshot: Snapshot,
  rights: FileRights | null,
): Promise<void> {
  const { formId, formHash, mailHold } = snapshot.bookkeeping;
  if (mailHold !== '') {
    ports.report(`biểu mẫu giữ nguyên: ${mailHold}`);
    return;
  }
  const applied = await editForm(ports, workbook, snapshot);
  await openForm(ports, formId, rights);
  if (applied !== formHash) {
    await keep(ports, workbook, snapshot, { formHash: applied, lookedAt: snapshot.readAt.toString() });
    ports.report('biểu mẫu đã theo bảng tính');
  }
}

/** A form whose rights Drive does not tell, or will not grant, is opened by hand: everything else goes on. */
async function openForm({ files, report }: ProvisionPorts, formId: string, rights: FileRights | null): Promise<void> {
  if (rights?.isOpen) return;
  const refusal = rights === null ? { status: 404 } : await files.openToResponders(formId);
  if (!refusal) return report('đã mở biểu mẫu cho mọi người có đường dẫn');
  const why =
    refusal.status === 403
      ? 'Google Workspace của chủ sở hữu không cho mở tệp cho người ngoài; đề nghị quản trị viên Workspace cho phép, rồi chạy lại: npm run provision'
      : 'Google không cho lệnh này xem và đổi quyền của biểu mẫu';
  report(`chưa chắc biểu mẫu đã mở cho mọi người có đường dẫn: ${why}. ${OPEN_BY_HAND}`);
}

const OPEN_BY_HAND =
  'Hoặc chủ sở hữu mở biểu mẫu, bấm "Xuất bản" rồi đặt "Người trả lời" thành "Bất kỳ ai có đường liên kết"; mở thử một đường dẫn ở cửa sổ ẩn danh để xem';

/**
 * A restored file edits no form, and rows that cannot be read take nothing off it.
 * @throws form.refused in Google's words
 */
async function editForm(ports: ProvisionPorts, workbook: Workbook, snapshot: Snapshot): Promise<string> {
  const { formId, formHash, revision } = snapshot.bookkeeping;
  const asked = askedForm(snapshot.people, inForceOf(snapshot), formPastOf(snapshot));
  if (asked.wait !== null) ports.report(`các câu hỏi của biểu mẫu giữ nguyên: ${asked.wait}`);
  const isOurs = async () => (await workbook.highestClaim()) <= revision;
  const followed = await applyForm(ports.editorOf(formId), asked, readApplied(formHash), isOurs);
  if (followed === null) {
    ports.report('biểu mẫu giữ nguyên: bảng tính cũ hơn lần ghi biểu mẫu gần nhất');
    return formHash;
  }
  const { form } = followed;
  const refusal = form.refused || form.doorRefused;
  if (refusal) throw problem('form.refused', [refusal]);
  return writeApplied(form);
}

/** Writes cells of bookkeeping, over whatever other runs made of the others meanwhile. */
async function keep(
  { newToken }: ProvisionPorts,
  workbook: Workbook,
  snapshot: Snapshot,
  cells: Partial<Bookkeeping>,
): Promise<Snapshot> {
  let current = snapshot;
  for (let dispute = 0; dispute < MOST_DISPUTES; dispute += 1) {
    const token = newToken();
    const bookkeeping = { ...current.bookkeeping, ...cells };
    const outcome = await commit(workbook, { ...current, bookkeeping, changes: [], token });
    if (outcome.kind === 'done') return { ...current, bookkeeping: outcome.bookkeeping };
    current = await readSheet(workbook, current.readAt);
    if (current.bookkeeping.token === token) return current;
  }
  throw problem('commit.disputed', [MOST_DISPUTES]);
}

/** Each asked unit's own link as it is now. One call. */
export async function readLinks(
  workbook: Workbook,
  { linkSecret, now }: Pick<ProvisionOptions, 'linkSecret' | 'now'>,
): Promise<Provisioned['links']> {
  return linksOf(await readSheet(workbook, now), linkSecret);
}

function linksOf(snapshot: Snapshot, secret: string): Provisioned['links'] {
  const { people, bookkeeping } = snapshot;
  const { round } = shownRound(people.rounds.rows, readApplied(bookkeeping.formHash).round);
  if (!round) return [];
  const codes = expandUnits(round.expected, people.units.rows, localDay(round.opensAt)).codes;
  const { linkChanges } = inForceOf(snapshot);
  return people.units.rows
    .filter((unit) => codes.includes(unit.code))
    .map((unit) => ({
      unit: unit.code,
      name: unit.shortName,
      link: prefilledLink(bookkeeping.formUri, secret, people.outline.rows, {
        round,
        unit,
        epoch: linkChanges(round.id, unit.code).length,
      }),
    }));
}

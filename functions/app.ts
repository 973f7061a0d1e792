import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../sheets-schema/columns/vietnamese-date.ts';
import { parseTab } from '../sheets-schema/parse-tab.ts';
import { overview } from '../sheets-schema/tabs/projections.ts';
import { sealedAnswers } from '../sheets-schema/tabs/sealed.ts';
import {
  type Config,
  isFolderUrl,
  LONGEST_MAILING,
  LONGEST_PAGE,
  LONGEST_RUN,
  senderOf,
  type TargetName,
  type targets,
} from './config.ts';
import { dashboardPage } from './dashboard/dashboard-page.ts';
import { DRAFT_FILE, planDashboard } from './dashboard/plan-dashboard.ts';
import { draftSynthesis } from './documents/synthesis/draft-synthesis.ts';
import { draftUrging } from './documents/synthesis/draft-urging.ts';
import type { SynthesisMarks } from './documents/synthesis/marks.ts';
import { rowsOfVersions, textsOf, versionsOf } from './documents/synthesis/unit-content.ts';
import { planNotices } from './domain/notices/plan-notices.ts';
import { createFormFollower } from './form/follow-form.ts';
import { createCheckup } from './google/checkup.ts';
import { createGoogle, type Google } from './google/client.ts';
import { createFormEditor } from './google/form-editor.ts';
import { createResponses } from './google/responses.ts';
import { createTrial } from './google/trial.ts';
import { createWatches } from './google/watches.ts';
import { createWorkbook } from './google/workbook.ts';
import type { CountedBy } from './http/run.ts';
import { createFolderMailer } from './mail/folder-mailer.ts';
import { createImapBounces } from './mail/imap-bounces.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { writeMail } from './mail/write-mail.ts';
import { endOfDay, snapshotAsOf } from './outlook/as-of.ts';
import { outlookOf } from './outlook/outlook.ts';
import type { Bounces, Mailer, Responses, Served, Workbook } from './ports.ts';
import { lastGoodFigures, staleIn } from './projections/kept-figures.ts';
import { scheduleOf } from './projections/plan-projections.ts';
import { type Clock, emulatorClock, fixedClock, secondsAhead, systemClock } from './shared/clock.ts';
import { type SyncSummary, sync } from './sync/sync.ts';
import { type DoctorSummary, doctor } from './upkeep/doctor/doctor.ts';
import { type SelfTestSummary, selfTest } from './upkeep/self-test/self-test.ts';
import { renewWatch, type WatchSummary } from './upkeep/watch/renew-watch.ts';
import { NO_RESPONSES, readSnapshot } from './workbook/read-snapshot.ts';
import { restsOn, whyUnread } from './workbook/unread-tabs.ts';
import { readWholeTexts } from './workbook/whole-texts.ts';

type ConfigOf<T extends TargetName> = Config<(typeof targets)[T][number]>;

/** The first pause before a retry: the emulator is next door, and nobody is spared by waiting. */
const EMULATOR_BACKOFF = 0;

/** What a run takes for now. */
export function clockOf(config: Config): Clock {
  if (config.FIXED_NOW) return fixedClock(Temporal.Instant.from(config.FIXED_NOW));
  return config.GOOGLE_WORKSPACE_EMULATOR_URL ? emulatorClock(config.GOOGLE_WORKSPACE_EMULATOR_URL) : systemClock;
}

/** Google, or the emulator in its place. @param budget milliseconds after which no call is tried again */
export function googleOf({ GOOGLE_WORKSPACE_EMULATOR_URL: emulator }: Config, budget = LONGEST_RUN) {
  return createGoogle({ budget, emulator, ...(emulator && { backoff: EMULATOR_BACKOFF }) });
}

/** A short random text that tells our own commit from others'. */
export function newToken(): string {
  return randomUUID().slice(0, 8);
}

/** Where Message-IDs are of. */
export function mailDomainOf(config: Config<'MAIL_FROM'>): string {
  const { address } = senderOf(config);
  return address.slice(address.lastIndexOf('@') + 1);
}

/** A mail server, or a folder of files for a person to send. */
export function mailerOf(config: Config<'SMTP_URL' | 'MAIL_FROM'>): Mailer {
  const options = { url: config.SMTP_URL, from: senderOf(config), returnTo: config.BOUNCE_TO };
  return isFolderUrl(config.SMTP_URL) ? createFolderMailer(options) : createSmtpMailer(options);
}

/** The mailbox of what came back, where there is one. */
function bouncesOf({ IMAP_URL }: Config): Bounces | undefined {
  return IMAP_URL ? createImapBounces(IMAP_URL) : undefined;
}

export type SyncAnswer = SyncSummary & { readonly googleCalls: number };

/** One run of the loop, wired to the real services (or the emulator). Clients are made anew: a run leaves nothing behind. */
export async function runSync(
  config: ConfigOf<'sync'>,
  {
    isRestoring = false,
    isFormEdited = false,
    countedBy,
    alongside = (form) => form,
  }: {
    readonly isRestoring?: boolean;
    readonly isFormEdited?: boolean;
    readonly countedBy?: CountedBy;
    /** What comes besides what the form received. */
    readonly alongside?: (form: Responses) => Responses;
  } = {},
): Promise<SyncAnswer> {
  const google = googleOf(config);
  countedBy?.(google.calls);
  const mailDomain = mailDomainOf(config);
  const mailer = mailerOf(config);
  const workbook = createWorkbook(google, config.SPREADSHEET_ID);
  const started = performance.now();
  try {
    const now = await clockOf(config)();
    const summary = await sync(
      {
        workbook,
        responses: alongside(createResponses(google, config.FORM_ID)),
        follower: createFormFollower(createFormEditor(google, config.FORM_ID)),
        mailer,
        bounces: bouncesOf(config),
        writeMail,
        newToken,
        hasTime: () => performance.now() - started < LONGEST_MAILING,
        // A time that was set by hand is what was wanted.
        secondsAhead: () => (config.FIXED_NOW ? null : secondsAhead(now, google.serverTime())),
      },
      {
        now,
        linkSecret: config.LINK_SECRET,
        formerSecret: config.LINK_SECRET_PREVIOUS,
        alertTo: config.ALERT_TO ?? null,
        mailDomain,
        isRestoring,
        isFormEdited,
      },
    );
    return { ...summary, googleCalls: google.calls() };
  } finally {
    mailer.close();
  }
}

/** Keeps the form telling of new answers. */
export async function runRenewWatch(
  config: ConfigOf<'renewWatch'>,
  countedBy?: CountedBy,
): Promise<WatchSummary & { readonly googleCalls: number }> {
  const google = googleOf(config);
  countedBy?.(google.calls);
  const summary = await renewWatch(createWatches(google, config.FORM_ID), config.WATCH_TOPIC);
  return { ...summary, googleCalls: google.calls() };
}

/** The page leaders look at; its own link asks it for the draft report as a file. */
export async function runDashboard(
  config: ConfigOf<'dashboard'>,
  wanted: {
    readonly round: string | null;
    readonly file?: string | null;
    /** A past day, as people write it: how things stood at its end. */
    readonly date?: string | null;
    readonly countedBy?: CountedBy;
  },
): Promise<Served> {
  const { round, date = null, countedBy } = wanted;
  if (wanted.file === DRAFT_FILE) return runSynthesis(config, { ...wanted, unit: null });
  const google = googleOf(config, LONGEST_PAGE);
  countedBy?.(google.calls);
  const day = dayWanted(date);
  if (day === 'none') return NO_SUCH_DAY;
  const { snapshot, outlook, isPast } = await standingIn(
    createWorkbook(google, config.SPREADSHEET_ID),
    await clockOf(config)(),
    { day, round },
  );
  const shown = parseTab(overview, snapshot.projections.get(overview.sheetId) ?? []).rows;
  const view = planDashboard({
    policy: outlook.policy,
    schedule: isPast ? null : scheduleOf(snapshot, { unread: outlook.unread, notices: planNotices(outlook.policy) }),
    round,
    stale: staleIn(outlook.unread),
    lastGood: lastGoodFigures(shown),
    sheetUrl: snapshot.bookkeeping.sheetUrl,
  });
  return { kind: 'page', html: dashboardPage(view) };
}

/** The draft report on a round; with a unit, the draft letter that urges it. */
export async function runSynthesis(
  config: ConfigOf<'synthesis'>,
  wanted: {
    readonly round: string | null;
    readonly unit: string | null;
    readonly previous?: SynthesisMarks | null;
    /** A past day, as people write it: the draft as it would have been at its end. */
    readonly date?: string | null;
    readonly countedBy?: CountedBy;
  },
): Promise<Served> {
  const { round, unit, previous = null, date = null, countedBy } = wanted;
  const google = googleOf(config, LONGEST_PAGE);
  countedBy?.(google.calls);
  const workbook = createWorkbook(google, config.SPREADSHEET_ID);
  const day = dayWanted(date);
  if (day === 'none') return NO_SUCH_DAY;
  const { snapshot, outlook, whole } = await standingIn(workbook, await clockOf(config)(), { day, round });
  const { policy, unread } = outlook;
  const { people } = snapshot;
  const why = whyUnread(unread, unit === null ? restsOn.tasks : restsOn.tracking);
  if (why !== null) return { kind: 'nothing', why: `Chưa lập được dự thảo: ${why}; xem tab Kiểm tra.` };
  const shown = round ?? people.rounds.rows.find(({ state }) => state === 'Đang mở')?.id ?? null;
  if (unit !== null) return draftUrging(shown, unit, { ...policy, outline: people.outline.rows });
  // Not those of strangers, who may send any amount.
  const versions = versionsOf(shown, policy.statuses);
  const texts = textsOf([
    ...(await readWholeTexts(workbook, rowsOfVersions(whole.logs.answers, versions))),
    ...(await readWholeTexts(workbook, rowsOfVersions(whole.earlier.answers, versions), sealedAnswers)),
  ]);
  return draftSynthesis(shown, { ...policy, outline: people.outline.rows, texts, previous });
}

/** How things stand in the sheet, at the end of a day gone by or now; new answers are the sync's to record. */
async function standingIn(
  workbook: Workbook,
  now: Temporal.Instant,
  { day, round }: { readonly day: Temporal.PlainDate | null; readonly round: string | null },
) {
  // Rounds that were put away are read where one of them is asked for, or a day on which they were not.
  const sealed = day === null && round === null ? 'touched' : 'all';
  const whole = await readSnapshot(workbook, NO_RESPONSES, now, { sealed });
  const at = day ? endOfDay(day, now) : now;
  const isPast = !at.equals(now);
  const snapshot = isPast ? snapshotAsOf(whole, at) : whole;
  return { snapshot, whole, isPast, outlook: outlookOf(snapshot) };
}

const NO_SUCH_DAY: Served = { kind: 'nothing', why: 'Ngày cần xem chưa đúng; đề nghị ghi dạng dd/MM/yyyy.' };

function dayWanted(date: string | null): Temporal.PlainDate | 'none' | null {
  return date === null ? null : (parseVietnameseDate(date) ?? 'none');
}

/** The two files, as a check-up and a self-test look at them. */
export function filesOf({ SPREADSHEET_ID, FORM_ID }: Config<'SPREADSHEET_ID' | 'FORM_ID'>, google: Google) {
  return {
    workbook: createWorkbook(google, SPREADSHEET_ID),
    responses: createResponses(google, FORM_ID),
    editor: createFormEditor(google, FORM_ID),
    watches: createWatches(google, FORM_ID),
    checkup: createCheckup(google, SPREADSHEET_ID, FORM_ID),
    trial: createTrial(google, SPREADSHEET_ID, FORM_ID),
  };
}

/** Looks at everything the loop depends on and writes down what needs a person. */
export async function runDoctor(
  config: ConfigOf<'doctor'>,
  countedBy?: CountedBy,
  loginMadeAt: Temporal.Instant | null = null,
): Promise<DoctorSummary & { readonly googleCalls: number }> {
  const google = googleOf(config);
  countedBy?.(google.calls);
  const mailer = mailerOf(config);
  try {
    const summary = await doctor(
      { ...filesOf(config, google), mailer, bounces: bouncesOf(config), newToken },
      {
        now: await clockOf(config)(),
        topic: config.WATCH_TOPIC ?? null,
        linkSecret: config.LINK_SECRET ?? null,
        loginMadeAt,
      },
    );
    return { ...summary, googleCalls: google.calls() };
  } finally {
    mailer.close();
  }
}

/** Tries, as the account that runs, what the system relies on; what it does it undoes. */
export async function runSelfTest(
  config: ConfigOf<'doctor'>,
  countedBy?: CountedBy,
): Promise<SelfTestSummary & { readonly googleCalls: number }> {
  const google = googleOf(config);
  countedBy?.(google.calls);
  const mailer = mailerOf(config);
  try {
    const summary = await selfTest(
      { ...filesOf(config, google), mailer, newToken },
      {
        now: await clockOf(config)(),
        topic: config.WATCH_TOPIC ?? null,
        to: config.ALERT_TO ?? null,
        mailDomain: mailDomainOf(config),
      },
    );
    return { ...summary, googleCalls: google.calls() };
  } finally {
    mailer.close();
  }
}

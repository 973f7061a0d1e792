import { isAddress, type Mailbox, readMailbox } from '../sheets-schema/address.ts';
import { problem } from './shared/problem.ts';
import { isThisMachine } from './shared/this-machine.ts';

/** What a value must look like, told when it does not, and whether it does. Written plainly: this runs at every start. */
type Shape = { readonly must: string; readonly fits: (value: string) => boolean };

const accounts: Shape = {
  must: 'phải là địa chỉ e-mail, cách nhau bằng dấu phẩy',
  fits: (value) => value.split(',').every((address) => isAddress(address.trim())),
};
const mailbox: Shape = {
  must: 'phải là đúng một hộp thư: một địa chỉ e-mail, hoặc tên kèm địa chỉ giữa < và >',
  fits: (value) => readMailbox(value) !== null,
};
const fileId = atLeast(10);
const smtpUrl: Shape = {
  must: 'phải có dạng smtps://user:password@host:465, hoặc file:///thu-muc',
  fits: (text) => isSmtpUrl(text) || isFolderUrl(text),
};
const imapUrl: Shape = {
  must: 'phải có dạng imaps://user:password@host:993, hoặc imap://user:password@host:143 với STARTTLS',
  fits: isImapUrl,
};
const emulatorUrl: Shape = { must: 'phải là http trên 127.0.0.1, localhost hoặc [::1]', fits: isLoopbackUrl };
const topicName: Shape = {
  must: 'phải có dạng projects/P/topics/T',
  fits: (value) => /^projects\/[a-z0-9.:-]+\/topics\/[\w.~+%-]+$/i.test(value),
};
const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const instant: Shape = {
  must: 'phải là thời điểm dạng 2025-10-23T08:00:00+07:00',
  fits: (value) => INSTANT.test(value),
};

type Variable = {
  readonly shape: Shape;
  readonly doc: string;
  /** The same in few words, for whoever runs the commands. Vietnamese. */
  readonly means: string;
  readonly example: string;
};

/** The environment: every variable, what it means and what it must look like. The README's table comes from here. */
export const environment = {
  SPREADSHEET_ID: {
    shape: fileId,
    doc: 'The task register: id of the Google Sheet.',
    means: 'Mã của bảng tính.',
    example: '1aBc…',
  },
  FORM_ID: {
    shape: fileId,
    doc: 'The report form: id of the Google Form.',
    means: 'Mã của biểu mẫu.',
    example: '1xYz…',
  },
  SERVICE_ACCOUNT_EMAIL: {
    shape: accounts,
    doc: 'Who besides people may write the protected tabs: the accounts of sync and of the check-up, a comma between.',
    means: 'Tài khoản dịch vụ được ghi các tab được bảo vệ, cách nhau bằng dấu phẩy.',
    example: 'run@project.iam.gserviceaccount.example,care@project.iam.gserviceaccount.example',
  },
  SMTP_URL: {
    shape: smtpUrl,
    doc: 'Where mail is handed over; `file:///folder` writes ready .eml files for a person to send.',
    means: 'Nơi nhận thư để gửi; file:///thu-muc thì ghi thành tệp .eml cho người gửi.',
    example: 'smtps://user:password@host:465',
  },
  MAIL_FROM: {
    shape: mailbox,
    doc: 'The sender of every mail, with or without a name.',
    means: 'Người gửi của mọi thư.',
    example: 'Tổ giúp việc <dothithongminh@boxaydung.example>',
  },
  ALERT_TO: {
    shape: { must: 'phải là một địa chỉ e-mail', fits: isAddress },
    doc: 'Who hears when no coordinator can be reached, or when the file is a restored or copied one: one address.',
    means: 'Ai được báo khi không có điều phối viên nào nhận được thư: một địa chỉ.',
    example: 'quantri@boxaydung.example',
  },
  IMAP_URL: {
    shape: imapUrl,
    doc: 'The mailbox to which undeliverable mail comes back, that of `MAIL_FROM` or `BOUNCE_TO`; read every hour, never changed.',
    means: 'Hộp thư nhận thư bị trả lại.',
    example: 'imaps://user:password@host:993',
  },
  BOUNCE_TO: {
    shape: { must: 'phải là một địa chỉ e-mail', fits: isAddress },
    doc: 'Where mail servers send back what they cannot deliver, where it is not `MAIL_FROM`: one address.',
    means: 'Địa chỉ nhận thư bị trả lại, khi khác MAIL_FROM.',
    example: 'tra-lai@boxaydung.example',
  },
  LINK_SECRET: {
    shape: atLeast(16),
    doc: "Key of the codes in the cities' links, made by the first provisioning; changing it takes `npm run provision -- --new-secret`.",
    means: 'Khóa của mã trong đường dẫn riêng, do npm run provision tạo.',
    example: '7c1e…',
  },
  LINK_SECRET_PREVIOUS: {
    shape: atLeast(16),
    doc: 'The key before `LINK_SECRET`, while links made with it are still about; recorded by `npm run provision -- --new-secret`.',
    means: 'Khóa trước đó, khi đường dẫn cũ còn dùng.',
    example: '7c1e…',
  },
  WATCH_TOPIC: {
    shape: topicName,
    doc: 'The Pub/Sub topic that the form tells of new answers; in the project of the service account.',
    means: 'Chủ đề Pub/Sub nhận tin báo có báo cáo mới.',
    example: 'projects/my-project/topics/form-watch',
  },
  GOOGLE_WORKSPACE_EMULATOR_URL: {
    shape: emulatorUrl,
    doc: 'Base URL of the emulator; loopback only, no credentials are sent.',
    means: 'Địa chỉ máy giả lập.',
    example: 'http://127.0.0.1:8080',
  },
  FIXED_NOW: {
    shape: instant,
    doc: 'The time every run believes; refused unless the emulator is used.',
    means: 'Giờ mà mọi lần chạy tin theo; chỉ dùng với máy giả lập.',
    example: '2025-10-23T08:00:00+07:00',
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof environment;
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command was given, checked: each needed variable is there, the others may be. */
export type Config<N extends VariableName = never> = { readonly [K in N]: string } & {
  readonly [K in VariableName]?: string | undefined;
};

/** Reads the variables a command needs. @throws config.invalid naming every problem at once. */
export function parseConfig<const N extends VariableName>(env: Environment, needed: readonly N[]): Config<N> {
  const values: Partial<Record<VariableName, string>> = {};
  const lines: string[] = [];
  for (const [name, { shape, means, example }] of Object.entries(environment)) {
    const value = env[name]?.trim();
    if (!value) {
      if (needed.includes(name as N)) lines.push(`${name} còn thiếu. ${means} Ví dụ: ${example}`);
      continue;
    }
    if (shape.fits(value)) values[name as VariableName] = value;
    else lines.push(`${name} chưa đúng: ${shape.must}. ${means} Ví dụ: ${example}`);
  }
  if (values.FIXED_NOW && !values.GOOGLE_WORKSPACE_EMULATOR_URL) {
    lines.push('FIXED_NOW chỉ dùng với máy giả lập: bỏ đi, hoặc đặt GOOGLE_WORKSPACE_EMULATOR_URL.');
  }
  if (lines.length > 0) throw problem('config.invalid', [lines]);
  return values as Config<N>;
}

/** The sender of every mail. @throws config.invalid when it is not exactly one mailbox */
export function senderOf({ MAIL_FROM }: Pick<Config<'MAIL_FROM'>, 'MAIL_FROM'>): Mailbox {
  const sender = readMailbox(MAIL_FROM);
  if (sender === null) throw problem('config.invalid', [[`MAIL_FROM chưa đúng: ${mailbox.must}.`]]);
  return sender;
}

function atLeast(length: number): Shape {
  return { must: `phải có ít nhất ${length} ký tự`, fits: (value) => value.length >= length };
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '';
}

function isImapUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username === '' || url.hostname === '') return false;
  return url.protocol === 'imaps:' || url.protocol === 'imap:';
}

/** A folder of this machine, for mails that a person sends. */
export function isFolderUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'file:' && url.host === '' && url.pathname.length > 1;
}

function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'http:' && isThisMachine(url.hostname) && url.username === '';
}

/** Which function the framework was told to serve, as it reads it; null when nobody said. */
export function servedTarget(args: readonly string[], env: Environment): string | null {
  const at = args.findIndex((arg) => arg === '--target' || arg.startsWith('--target='));
  const flag = args[at]?.split('=')[1] ?? args[at + 1];
  return (at < 0 ? env['FUNCTION_TARGET'] : flag) ?? null;
}

/** Every function that can be served, and what it cannot run without. */
export const targets = {
  sync: ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET'],
  renewWatch: ['FORM_ID', 'WATCH_TOPIC'],
  doctor: ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM'],
  dashboard: ['SPREADSHEET_ID'],
  synthesis: ['SPREADSHEET_ID'],
} as const satisfies Readonly<Record<string, readonly VariableName[]>>;

export type TargetName = keyof typeof targets;

/** What to check before serving; nothing while no function is named. */
export function needsOf(target: string | null): readonly VariableName[] {
  return target !== null && Object.hasOwn(targets, target) ? targets[target as TargetName] : [];
}

/** Whole; an older one lacks what the code uses. */
const OLDEST_NODE = 24;

/** What is wrong with the Node that runs this, and how to mend it; null for one that is new enough. */
export function nodeProblem(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return null;
  return `Cần Node.js ${OLDEST_NODE}, đây là ${version}. Bản ấy đi kèm các gói: chạy qua npm hoặc npx.`;
}

/** For entry points: an environment that will not do is printed whole, and the program ends before it begins. */
export function configOrExit<const N extends VariableName>(env: Environment, needed: readonly N[]): Config<N> {
  try {
    const problemOfNode = nodeProblem(process.versions.node);
    if (problemOfNode) throw new Error(problemOfNode);
    return parseConfig(env, needed);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

// How long things may take, each within the next: who waits for a run never gives up before the run itself does.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** No mail starts later than this in a run, milliseconds: a third of the lease of a claim. */
export const LONGEST_MAILING = 5 * MINUTE;

/** No call to Google is under way later than this in a run, milliseconds: what was mailed last can still be recorded. */
export const LONGEST_RUN = 8 * MINUTE;

/** A person waits for a page: as above, but sooner told that Google does not answer. */
export const LONGEST_PAGE = 2 * MINUTE;

/** When Google Cloud ends a function, seconds. */
export const FUNCTION_TIMEOUT = 540;

/** How long a push or the scheduler waits for a function, seconds; longer, so that none is repeated under a running sync. */
export const CALLER_PATIENCE = 600;

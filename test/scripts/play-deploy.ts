import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What makes all. */
export const DEPLOY = readFileSync(join(import.meta.dirname, '../../scripts/deploy.sh'), 'utf8');
/** What takes away all that was made. */
export const UNINSTALL = readFileSync(join(import.meta.dirname, '../../scripts/uninstall.sh'), 'utf8');

export const PROJECT = 'my-project';
/** What the script is given; awkward where a value may be. */
export const USUAL = {
  PROJECT,
  REGION: 'asia-southeast1',
  VIEWERS: 'group:dieuphoi@boxaydung.example domain:boxaydung.example',
  ALERTS_TO: 'quantri@boxaydung.example',
  SPREADSHEET_ID: 'sheet-0123456789',
  FORM_ID: 'form-0123456789',
  SMTP_URL: 'smtps://user:p\'a$s`s"@host.example:465',
  MAIL_FROM: 'Tổ giúp việc, "đô thị" <dothithongminh@boxaydung.example>',
  LINK_SECRET: 'a secret of 32 characters, $HOME!',
};
type DeployValues = typeof USUAL;

/**
 * A gcloud that writes down how it was called and remembers what was made: a look finds that and nothing else. The
 * resource a call is about is told by its words, and by the name of an alert or a channel.
 */
const GCLOUD = `#!/bin/sh
cd "$PLAYED"
for a in "$@"; do printf '%s\\037' "$a"; done >> log
input=$(case "$*" in *--data-file=-*) cat;; esac)
printf '<%s>\\036' "$input" >> log
case "$*" in
  "version "*) echo "\${GCLOUD:-549.0.0}"; exit;;
  "\${FAILS_AT:-none}"*) echo 'You do not have permission.' >&2; exit 1;;
  *serviceConfig.uri*) echo "https://$3.example"; exit;;
  *projectNumber*) echo 123456; exit;;
  "secrets versions add "*) printf %s "$input" > "secret-$4"; exit;;
  *" get-iam-policy "*) cat viewers 2>/dev/null; exit;;
  "beta iap web add-iam-policy-binding "*) for a in "$@"; do case $a in --member=*) echo "\${a#--member=}" >> viewers;; esac; done; exit;;
  "secrets versions access "*) cat "secret-\${5#--secret=}" 2>/dev/null; exit;;
  "secrets versions list "*) printf '3\\n2\\n1\\n'; exit;;
  *"value(name,displayName)"*)
    for f in made-*_monitoring_"$(printf %s "$*" | grep -o 'policies\\|channels')"; do
      [ ! -e "$f" ] || printf 'found-%s\t%s\n' "$f" "$(cat "$f")"
    done
    exit;;
  *" describe "*|*" list "*|*" create "*|*" delete "*|"functions deploy "*) ;;
  *) exit;;
esac
name=$(printf %s "$*" | grep -o '[a-z-]*register: [[:alnum:]@.][^",]*' | head -n 1 | sed 's/ --.*//')
title=$name
for a in "$@"; do case $a in --*|describe|list|create|update|delete|deploy|http) ;; *) name="$name \${a%%@*}";; esac; done
name=made-$(printf %s "$name" | tr -c '[:alnum:]' _)
case "$*" in
  *" create "*|*" deploy "*) printf %s "$title" > "$name";;
  *" delete "*) rm -f -- "$name" "\${4#found-}" "\${5#found-}";;
  *) [ ! -e "$name" ] || echo "found-$name";;
esac
`;

/** One call of gcloud: its words, and what went into its input. */
export type Call = { readonly args: readonly string[]; readonly input: string };

type Played = {
  readonly calls: readonly Call[];
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A project on Google Cloud as the script meets it, empty at first. */
export type CloudProject = {
  /** Runs the script, or another text, to its end or to the first call whose words begin as `FAILS_AT`. */
  play(
    values?: Partial<DeployValues> & {
      ACCOUNTS_ONLY?: string;
      FAILS_AT?: string;
      LINK_SECRET_PREVIOUS?: string;
      PREFIX?: string;
      IMAP_URL?: string;
      BOUNCE_TO?: string;
      NO_PAGES?: string;
      DRY_RUN?: string;
      GCLOUD?: string;
    },
    text?: string,
  ): Played;
  close(): void;
};

export function createCloudProject(): CloudProject {
  const folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
  writeFileSync(join(folder, 'gcloud'), GCLOUD);
  chmodSync(join(folder, 'gcloud'), 0o755);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.js'), '');
  return {
    play(values = {}, text = DEPLOY) {
      rmSync(join(folder, 'log'), { force: true });
      const env = { ...USUAL, PAUSE: '0', ...values, PLAYED: folder, PATH: `${folder}:${process.env['PATH']}` };
      const { status, stdout, stderr } = spawnSync('sh', ['-c', text], { cwd: folder, env, encoding: 'utf8' });
      return { calls: callsIn(join(folder, 'log')), status, stdout, stderr };
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function callsIn(log: string): readonly Call[] {
  if (!existsSync(log)) return [];
  const calls = readFileSync(log, 'utf8').split('\x1e').slice(0, -1);
  return calls.map((call) => {
    const parts = call.split('\x1f');
    return { args: parts.slice(0, -1), input: parts.at(-1)?.slice(1, -1) ?? '' };
  });
}

/** Every call of a first deployment. */
export function firstDeployment(): readonly Call[] {
  const project = createCloudProject();
  try {
    return project.play().calls;
  } finally {
    project.close();
  }
}

/** The value of a flag of a call; empty when it has none. */
export function flag({ args }: Call, name: string): string {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
}

/** The calls whose words begin so. */
export function callsOf(calls: readonly Call[], start: string): readonly Call[] {
  return calls.filter(({ args }) => `${args.join(' ')} `.startsWith(`${start} `));
}

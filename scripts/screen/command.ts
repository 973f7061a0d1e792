import { Command, type Option } from 'commander';

/** What the library says around our own words. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

/** How the library tells what is wrong with the words of a call. */
const ERRORS: readonly (readonly [said: RegExp, told: string])[] = [
  [/^error: required option '(.+)' not specified$/, 'Thiếu tùy chọn $1.'],
  [/^error: missing required argument '(.+)'$/, 'Thiếu <$1>.'],
  [/^error: option '(.+)' argument missing$/, 'Tùy chọn $1 thiếu giá trị.'],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    'Tùy chọn $1: "$2" chưa đúng; chọn một trong: $3.',
  ],
  [/^error: option '(.+)' argument '(.*)' is invalid\. (.+)$/, 'Tùy chọn $1: "$2" chưa đúng. $3'],
  [/^error: unknown option '(.+)'\n\(Did you mean (?:one of )?(.+)\?\)$/, 'Không có tùy chọn $1; có phải là $2?'],
  [/^error: unknown option '(.+)'$/, 'Không có tùy chọn $1.'],
  [/^error: unknown command '(.+)'\n\(Did you mean (?:one of )?(.+)\?\)$/, 'Không có lệnh $1; có phải là $2?'],
  [/^error: unknown command '(.+)'$/, 'Không có lệnh $1.'],
  [/^error: too many arguments.*: (.+)\.$/, 'Thừa: $1. Giá trị có dấu cách thì đặt trong dấu ngoặc kép.'],
];

/** A command of those who run the system: what it says of itself, and of a call that is wrong, is Vietnamese. */
export function command(name: string): Command {
  return new Command(name)
    .helpOption('-h, --help', 'hiện hướng dẫn này')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage,
      optionDescription,
      subcommandTerm: (sub) => [sub.name(), usageOf(sub)].filter(Boolean).join(' '),
    })
    .configureOutput({
      outputError: (said, write) => write(`${inVietnamese(said.trim())}\nXem hướng dẫn: thêm --help\n`),
    });
}

/** As it is typed: `npm run person -- find [tùy chọn] <text>`. */
function commandUsage(called: Command): string {
  const names: string[] = [];
  for (let one: Command | null = called; one !== null; one = one.parent) names.unshift(one.name());
  const [first = '', ...subcommands] = names;
  return [first === 'start' ? 'npm start' : `npm run ${first}`, '--', ...subcommands, usageOf(called)].join(' ');
}

function usageOf(called: Command): string {
  return called.usage().replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]');
}

function optionDescription({ description, argChoices, defaultValue }: Option): string {
  const said = typeof defaultValue === 'string' || typeof defaultValue === 'number' ? String(defaultValue) : '';
  const beside = [
    ...(argChoices ? [`chọn: ${argChoices.join(', ')}`] : []),
    ...(said === '' ? [] : [`mặc định: ${said}`]),
  ];
  return beside.length === 0 ? description : `${description} (${beside.join('; ')})`;
}

function inVietnamese(said: string): string {
  const known = ERRORS.find(([pattern]) => pattern.test(said));
  return known ? said.replace(...known) : said;
}

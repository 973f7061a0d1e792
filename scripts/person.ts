import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import { parseConfig } from '../functions/config.ts';
import { type OpenPeople, openPeople } from '../functions/upkeep/commands.ts';
import { erase } from '../functions/upkeep/personal-data/erase.ts';
import { personRecords, toCsv } from '../functions/upkeep/personal-data/person-records.ts';
import { type PersonTerm, readTerm } from '../functions/upkeep/personal-data/person-term.ts';
import { planExpiry, termMark } from '../functions/upkeep/personal-data/plan-erasure.ts';
import { doubtOf, type PersonFound, planFind } from '../functions/upkeep/personal-data/plan-find.ts';
import { readPeople } from '../functions/upkeep/personal-data/read-people.ts';
import { settings } from '../sheets-schema/setting-list.ts';
import { DOUBTS, foundLines, remainingLines } from './person/words.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

type Where = { readonly unit?: string };
type Search = {
  readonly people: OpenPeople;
  readonly found: PersonFound;
  readonly formId: string;
  readonly doubt: string | null;
};

const print = (lines: readonly string[]) => console.log(lines.join('\n'));

/** @throws Error when the text says nothing to look for. */
function termOf(text: string): PersonTerm {
  const term = readTerm(text);
  if (!term) throw new Error('Đề nghị ghi họ tên, địa chỉ e-mail, hoặc số điện thoại từ 8 chữ số.');
  return term;
}

async function search(text: string, { unit }: Where): Promise<Search> {
  const term = termOf(text);
  const people = await openPeople(parseConfig(process.env, ['SPREADSHEET_ID', 'LINK_SECRET']));
  const read = await readPeople(people.workbook);
  const found = planFind(read, term, unit ?? null);
  const doubt = doubtOf(term, found.filed);
  return { people, found, formId: read.bookkeeping.formId, doubt: doubt && DOUBTS[doubt] };
}

async function showPerson(text: string, where: Where): Promise<void> {
  const { found, doubt } = await search(text, where);
  print([...foundLines(found), ...(doubt ? [doubt] : [])]);
}

async function exportPerson(text: string, options: Where & { format: 'csv' | 'json'; out?: string }): Promise<void> {
  const { found, doubt } = await search(text, options);
  if (doubt) throw new Error([...foundLines(found), doubt].join('\n'));
  const records = personRecords(found);
  const body = options.format === 'json' ? `${JSON.stringify(records, null, 2)}\n` : toCsv(records);
  if (options.out) await writeFile(options.out, body, { mode: 0o600 });
  else process.stdout.write(body);
}

async function erasePerson(text: string, where: Where): Promise<void> {
  const { people, found, formId, doubt } = await search(text, where);
  if (doubt) throw new Error([...foundLines(found), doubt].join('\n'));
  const term = termOf(text);
  const why = `theo đề nghị; mã tra cứu ${termMark(JSON.stringify(term), people.secret)}`;
  const chosen = (read: Parameters<typeof planFind>[0]) => planFind(read, term, where.unit ?? null).filed;
  const count = await erase(people, (read) => ({ rows: chosen(read), why }), people.now);
  print([...foundLines(found), `Đã xóa dữ liệu cá nhân ở ${count} dòng.`, ...remainingLines(found, formId)]);
}

async function expire(): Promise<void> {
  const people = await openPeople(parseConfig(process.env, ['SPREADSHEET_ID', 'LINK_SECRET']));
  const { retentionMonths: months } = await readPeople(people.workbook);
  if (months === null) throw new Error(`Cài đặt "${settings.retentionMonths.title}" chưa đọc được; chưa xóa gì.`);
  const count = await erase(people, (read) => planExpiry(read, months, people.now), people.now);
  print([`Đã xóa dữ liệu cá nhân quá ${months} tháng ở ${count} dòng.`]);
}

/** What went wrong is told in one piece, and the exit code says so. */
function telling<A extends unknown[]>(act: (...given: A) => Promise<void>): (...given: A) => Promise<void> {
  return (...given) => carryOut(() => act(...given));
}

const program = command('person')
  .description('Tìm, kết xuất, xóa dữ liệu cá nhân của một người trong Bảng tính.')
  .addHelpText('after', '\nBiến môi trường: SPREADSHEET_ID, LINK_SECRET.')
  .helpCommand('help [lệnh]', 'hiện hướng dẫn của một lệnh');
const unit = new Option('--unit <code>', 'chỉ phần liên quan đơn vị này');

program
  .command('find')
  .argument('<text>', 'họ tên, e-mail hoặc số điện thoại')
  .description('hiện nơi có dữ liệu của một người')
  .addOption(unit)
  .action(telling(showPerson));
program
  .command('export')
  .argument('<text>', 'họ tên, e-mail hoặc số điện thoại')
  .description('ghi ra dữ liệu Bảng tính lưu về một người')
  .addOption(unit)
  .addOption(
    new Option('--format <format>', 'cho Excel hoặc cho chương trình khác').choices(['csv', 'json']).default('csv'),
  )
  .option('--out <file>', 'tệp ghi ra; không ghi thì hiện trên màn hình')
  .action(telling(exportPerson));
program
  .command('erase')
  .argument('<text>', 'họ tên, e-mail hoặc số điện thoại')
  .description('xóa trắng dữ liệu người gửi của một người, nêu phần người phải tự xóa, ghi lại việc xóa')
  .addOption(unit)
  .action(telling(erasePerson));
program.command('expire').description('xóa trắng dữ liệu đã lưu quá thời hạn ở Cài đặt').action(telling(expire));

await program.parseAsync();

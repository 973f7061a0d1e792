import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { noticeKinds } from '../sheets-schema/notice-kinds.ts';
import { type PreviewOptions, previewMails } from './preview/preview-mails.ts';

const options = new Command('preview-mail')
  .description('Writes mails as .html, .txt and .eml, with the texts of the Sheet, without sending any.')
  .addOption(new Option('--kind <kind>', 'the kind of mail; all kinds when left out').choices([...noticeKinds]))
  .option('--unit <code>', 'whom it is for', 'HPG')
  .option('--out <folder>', 'where the files go', '.workspace/mails')
  .addHelpText(
    'after',
    '\nWith SPREADSHEET_ID in the environment the Sheet is read as it stands; without it a workspace with the seeds serves.\n' +
      'What has not happened yet, such as a report to confirm or an earlier late notice, is shown by an example.',
  )
  .parse()
  .opts<PreviewOptions & { out: string }>();

await mkdir(options.out, { recursive: true });
for (const { name, html, text, eml } of await previewMails(options)) {
  await writeFile(join(options.out, `${name}.html`), html);
  await writeFile(join(options.out, `${name}.txt`), text);
  await writeFile(join(options.out, `${name}.eml`), eml);
  console.log(join(options.out, `${name}.{html,txt,eml}`));
}

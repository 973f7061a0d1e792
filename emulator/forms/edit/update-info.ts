import { invalidArgument } from '../../google-error.ts';
import { checkLine } from '../check-line.ts';
import { applyMask, readMask } from '../field-mask.ts';
import { infoSchema, type Request, settingsSchema } from '../request-schema.ts';
import type { Edit, Reply } from './edit.ts';

/** Title and description; the document title belongs to Drive and stays. */
export function updateFormInfo(edit: Edit, request: NonNullable<Request['updateFormInfo']>): Reply {
  const paths = readMask(request.updateMask, infoSchema);
  if (paths.includes('documentTitle')) throw invalidArgument('document_title cannot be updated.');
  const { documentTitle } = edit.content.info;
  const { title = '', description } = applyMask<typeof request.info & object>(
    edit.content.info,
    request.info ?? {},
    paths,
  );
  if (title === '') throw invalidArgument('info.title is required.');
  checkLine(title);
  edit.content.info = { title, documentTitle, description };
  return {};
}

export function updateSettings(edit: Edit, request: NonNullable<Request['updateSettings']>): Reply {
  const paths = readMask(request.updateMask, settingsSchema);
  const settings = applyMask(edit.content.settings, request.settings ?? {}, paths);
  const { emailCollectionType = 'EMAIL_COLLECTION_TYPE_UNSPECIFIED' } = settings;
  if (emailCollectionType === 'EMAIL_COLLECTION_TYPE_UNSPECIFIED') {
    throw invalidArgument('settings.email_collection_type is required.');
  }
  edit.content.settings = settings;
  return {};
}

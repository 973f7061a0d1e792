import { GoogleError, invalidArgument } from '../../google-error.ts';
import type { FormContent } from '../form.ts';
import type { Request } from '../request-schema.ts';
import { type Edit, type Reply, sectionsOf } from './edit.ts';
import { createItem, deleteItem, moveItem } from './edit-items.ts';
import { updateFormInfo, updateSettings } from './update-info.ts';
import { updateItem } from './update-item.ts';

/** Whether a batch of several hundred meets a cap is unknown: there is none, unless `forms.batch-cap` is on. */
const batchCap = 100;

/**
 * The content after all requests, applied in order, each seeing what those before it did; `replies` answer them one to
 * one. The content given is left as it was. @throws GoogleError for the first request that cannot be applied
 */
export function applyRequests(
  content: FormContent,
  requests: readonly Request[],
  switches: ReadonlyMap<string, boolean>,
): { content: FormContent; replies: Reply[] } {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  if (switches.get('forms.batch-cap') && requests.length > batchCap) {
    throw invalidArgument(`A batch holds at most ${batchCap} requests.`);
  }
  const edit: Edit = { content: structuredClone(content), earlierSections: sectionsOf(content.items), switches };
  const replies = requests.map((request, n) => applyRequest(edit, request, n));
  return { content: edit.content, replies };
}

function applyRequest(edit: Edit, request: Request, n: number): Reply {
  const kinds = Object.keys(request).filter((kind) => request[kind as keyof Request] !== undefined);
  if (kinds.length !== 1) throw invalidArgument(`Invalid requests[${n}]: exactly one kind of request must be set.`);
  try {
    return applyKind(edit, request);
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw invalidArgument(`Invalid requests[${n}].${kinds[0]}: ${error.message}`);
  }
}

function applyKind(edit: Edit, request: Request): Reply {
  if (request.createItem) return createItem(edit, request.createItem);
  if (request.updateItem) return updateItem(edit, request.updateItem);
  if (request.moveItem) return moveItem(edit, request.moveItem);
  if (request.deleteItem) return deleteItem(edit, request.deleteItem);
  if (request.updateFormInfo) return updateFormInfo(edit, request.updateFormInfo);
  return updateSettings(edit, request.updateSettings ?? {});
}

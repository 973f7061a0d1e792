import type { z } from 'zod';
import { invalidArgument } from '../google-error.ts';
import { checkLine } from './check-line.ts';
import { applyRequests } from './edit/apply-requests.ts';
import type { Reply } from './edit/edit.ts';
import { applyMask, readMask } from './field-mask.ts';
import { type Form, revisionIdOf } from './form.ts';
import { type formSchema, publishSettingsSchema, type Request, type WriteControl } from './request-schema.ts';

const onlyTitle = 'Only info.title can be set when creating a form. To add items and change settings, use batchUpdate.';

/** The two titles a new form may be given. @throws GoogleError for anything besides, or no title */
export function titlesOf(form: z.output<typeof formSchema>): { title: string; documentTitle: string } {
  const { info, ...others } = form;
  const { title = '', documentTitle = 'Untitled form', ...further } = info ?? {};
  const isMore = [...Object.values(others), ...Object.values(further)].some((value) => value !== undefined);
  if (isMore) throw invalidArgument(onlyTitle);
  if (title === '') throw invalidArgument('info.title is required.');
  checkLine(title);
  return { title, documentTitle };
}

type Batch = { requests: readonly Request[]; writeControl: WriteControl };

/** Applies a batch to the form, all of it or none, and gives the form its next revision. @throws GoogleError */
export function updateForm(
  form: Form,
  { requests, writeControl }: Batch,
  { now, switches }: { now: number; switches: ReadonlyMap<string, boolean> },
): Reply[] {
  checkRevision(form, writeControl, now);
  const { content, replies } = applyRequests(form.content, requests, switches);
  form.content = content;
  form.revision += 1;
  form.revisionTimes.set(form.revision, now);
  return replies;
}

const revisionLife = 24 * 60 * 60_000;

/**
 * A required revision must be the latest. A target revision may be older, if it is of the last 24 hours; the requests
 * then meet the form as it now is.
 */
function checkRevision(form: Form, { requiredRevisionId, targetRevisionId }: WriteControl, now: number): void {
  if (requiredRevisionId !== undefined && targetRevisionId !== undefined) {
    throw invalidArgument('Only one of required_revision_id and target_revision_id can be set.');
  }
  if (requiredRevisionId !== undefined && requiredRevisionId !== revisionIdOf(form.revision)) {
    throw invalidArgument(`The required revision ID '${requiredRevisionId}' does not match the latest revision.`);
  }
  if (targetRevisionId === undefined || targetRevisionId === revisionIdOf(form.revision)) return;
  const revision = [...form.revisionTimes.keys()].find((known) => revisionIdOf(known) === targetRevisionId);
  const since = revision === undefined ? undefined : form.revisionTimes.get(revision);
  if (since === undefined || now - since > revisionLife) {
    throw invalidArgument(`The target revision ID '${targetRevisionId}' is invalid or too old.`);
  }
}

type PublishSettings = z.output<typeof publishSettingsSchema>;

/** @throws GoogleError unless both booleans are given, and none accepts without being published */
export function setPublishSettings(
  form: Form,
  settings: PublishSettings | undefined,
  updateMask: string | undefined,
): void {
  const paths = readMask(updateMask ?? '*', publishSettingsSchema);
  const { isPublished, isAcceptingResponses } = settings?.publishState ?? {};
  if (isPublished === undefined || isAcceptingResponses === undefined) {
    throw invalidArgument('publish_state.is_published and publish_state.is_accepting_responses are required.');
  }
  const given = { publishState: { isPublished, isAcceptingResponses } };
  const { publishState } = applyMask({ publishState: form.publishState }, given, paths);
  if (publishState.isAcceptingResponses && !publishState.isPublished) {
    throw invalidArgument('A form that is not published cannot accept responses.');
  }
  form.publishState = publishState;
}

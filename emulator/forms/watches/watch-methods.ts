import { randomUUID } from 'node:crypto';
import { mayRead } from '../../drive/access.ts';
import {
  failedPrecondition,
  type GoogleError,
  invalidArgument,
  notFound,
  permissionDenied,
} from '../../google-error.ts';
import type { DriveFile } from '../../service.ts';
import type { Form } from '../form.ts';
import { expiryFrom, projectOf, type Watch } from './watch.ts';

/** What the watch methods look at besides the form. */
export type WatchSurroundings = {
  now: number;
  user: string;
  file: DriveFile;
  /** Every form of the emulator: a project may have 20 watches over all of them. */
  forms: Iterable<Form>;
  hasTopic(topicName: string): boolean;
  switches: ReadonlyMap<string, boolean>;
};

type Wanted = { topicName: string; eventType: Watch['eventType']; watchId: string | undefined };

const maxPerProject = 20;
const maxPerForm = 50;

const topicRefused = () => permissionDenied('Topic parent project not found or permission denied.');
const watchGone = () => permissionDenied('Watch not found or permission denied.');

/** Makes a watch. The topic is probed: it must be one that a subscription names. @throws GoogleError */
export function createWatch(form: Form, { topicName, eventType, watchId }: Wanted, around: WatchSurroundings): Watch {
  if (watchId !== undefined && !/^[a-z-]{4,63}$/.test(watchId)) throw invalidArgument(`Invalid watch_id: ${watchId}`);
  if (!around.hasTopic(topicName)) throw topicRefused();
  const standing = liveWatches(form, around.now).filter((watch) => watch.eventType === eventType);
  const project = projectOf(topicName);
  if (standing.some((watch) => watch.user === around.user && projectOf(watch.topicName) === project)) {
    throw failedPrecondition('A watch for the given end user, project, form, and event type already exists.');
  }
  const id = watchId ?? randomUUID();
  if (liveWatches(form, around.now).some((watch) => watch.id === id))
    throw invalidArgument(`Duplicate watch_id: ${id}`);
  const overLimit = limitRefusal(standing, project, eventType, around);
  if (overLimit) throw overLimit;
  const { now, user } = around;
  const watch: Watch = {
    id,
    user,
    topicName,
    eventType,
    createTime: now,
    expireTime: expiryFrom(now),
    state: 'ACTIVE',
  };
  form.watches.set(id, watch);
  return watch;
}

function limitRefusal(
  standing: readonly Watch[],
  project: string,
  eventType: Watch['eventType'],
  { forms, now }: WatchSurroundings,
): GoogleError | null {
  const ofProject = [...forms]
    .flatMap((form) => liveWatches(form, now))
    .filter((watch) => watch.eventType === eventType && projectOf(watch.topicName) === project);
  if (ofProject.length >= maxPerProject) return failedPrecondition('The project has too many watches.');
  return standing.length >= maxPerForm ? failedPrecondition('The form has too many watches.') : null;
}

/** The watches not yet expired. */
export const liveWatches = (form: Form, now: number): Watch[] =>
  [...form.watches.values()].filter(({ expireTime }) => expireTime > now);

/**
 * Another seven days from now. A suspended watch comes back only when its cause is gone. One that is gone is 404, or 403
 * as when it is deleted while `forms.gone-watches-forbidden` is on: both were told of.
 * @throws GoogleError
 */
export function renewWatch(form: Form, watchId: string, around: WatchSurroundings): Watch {
  const watch = ownWatch(form, watchId, around);
  if (!watch) throw around.switches.get('forms.gone-watches-forbidden') ? watchGone() : notFound();
  if (watch.errorType === 'PROJECT_NOT_AUTHORIZED' && !around.hasTopic(watch.topicName)) throw topicRefused();
  if (watch.errorType === 'NO_USER_ACCESS' && !mayRead(around.file, watch.user)) throw permissionDenied();
  watch.expireTime = expiryFrom(around.now);
  watch.state = 'ACTIVE';
  watch.errorType = undefined;
  return watch;
}

/** @throws GoogleError 403, not 404, for a watch that is not there */
export function deleteWatch(form: Form, watchId: string, around: WatchSurroundings): void {
  const watch = ownWatch(form, watchId, around);
  if (!watch) throw watchGone();
  form.watches.delete(watch.id);
}

export const ownWatches = (form: Form, { now, user }: WatchSurroundings): Watch[] =>
  liveWatches(form, now).filter((watch) => watch.user === user);

const ownWatch = (form: Form, watchId: string, around: WatchSurroundings) =>
  ownWatches(form, around).find(({ id }) => id === watchId);

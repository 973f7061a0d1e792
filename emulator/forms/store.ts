import { mayEdit, mayRead } from '../drive/access.ts';
import { notFound, permissionDenied } from '../google-error.ts';
import type { DriveFile, ServiceContext } from '../service.ts';
import { type Form, newPresentation } from './form.ts';

/** The forms of an emulator, and who may reach them. */
export type FormStore = {
  create(info: { title: string; documentTitle: string }, actor: string): Form;
  all(): Iterable<Form>;
  find(formId: string): Form | undefined;
  findPublished(publishedId: string): Form | undefined;
  fileOf(form: Form): DriveFile;
  /** @throws GoogleError 404 for no such form, 403 when the caller may not see it */
  readable(formId: string, actor: string): Form;
  /** @throws GoogleError 404 for no such form, 403 when the caller may not change it */
  editable(formId: string, actor: string): Form;
  /** Tells Drive that the form's file changed. */
  touch(form: Form): void;
  clear(): void;
  /** Remembers every form as it is, answers and watches included. @returns what puts them back into an empty store */
  save(): () => void;
};

export function createFormStore(context: ServiceContext): FormStore {
  const forms = new Map<string, Form>();

  function fileOf({ formId }: Form): DriveFile {
    const file = context.files.get(formId);
    if (!file) throw new Error(`Form ${formId} has no file.`);
    return file;
  }
  function reachable(formId: string, mayReach: (file: DriveFile) => boolean): Form {
    const form = forms.get(formId);
    if (!form) throw notFound();
    if (!mayReach(fileOf(form))) throw permissionDenied();
    return form;
  }
  return {
    create(info, actor) {
      const form = emptyForm(info, context);
      forms.set(form.formId, form);
      context.files.set(form.formId, fileFor(form, actor, context));
      return form;
    },
    all: () => forms.values(),
    find: (formId) => forms.get(formId),
    findPublished: (publishedId) => [...forms.values()].find((form) => form.publishedId === publishedId),
    fileOf,
    readable: (formId, actor) => reachable(formId, (file) => mayRead(file, actor)),
    editable: (formId, actor) => reachable(formId, (file) => mayEdit(file, actor)),
    touch(form) {
      const file = fileOf(form);
      file.version += 1;
      file.modifiedTime = new Date(context.clock.nowMillis()).toISOString();
    },
    clear: () => forms.clear(),
    save() {
      const saved = structuredClone([...forms.values()]);
      return () => {
        for (const form of structuredClone(saved)) forms.set(form.formId, form);
      };
    },
  };
}

/**
 * Unpublished: what the API makes since 30 June 2026, whatever its reference says of `unpublished`. A form of an
 * organisation's account is said to begin by asking people to sign in: so it does while `forms.verified-by-default` is on.
 */
function emptyForm(info: { title: string; documentTitle: string }, { newId, clock, switches }: ServiceContext): Form {
  const emailCollectionType = switches.get('forms.verified-by-default') ? 'VERIFIED' : 'DO_NOT_COLLECT';
  return {
    formId: newId(),
    publishedId: `1FAIpQLS${newId(48)}`,
    content: { info, settings: { emailCollectionType }, items: [] },
    revision: 1,
    revisionTimes: new Map([[1, clock.nowMillis()]]),
    publishState: { isPublished: false, isAcceptingResponses: false },
    presentation: newPresentation,
    responses: new Map(),
    watches: new Map(),
  };
}

function fileFor({ formId, content }: Form, actor: string, { newId, clock }: ServiceContext): DriveFile {
  const now = new Date(clock.nowMillis()).toISOString();
  return {
    id: formId,
    name: content.info.documentTitle,
    mimeType: 'application/vnd.google-apps.form',
    createdTime: now,
    modifiedTime: now,
    version: 1,
    permissions: [{ id: newId(20), type: 'user', role: 'owner', emailAddress: actor }],
    trashed: false,
  };
}

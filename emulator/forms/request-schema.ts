import { z } from 'zod';
import { itemSchema } from './item-schema.ts';

const location = z.strictObject({ index: z.int().optional() });

export const infoSchema = z.strictObject({
  title: z.string().optional(),
  documentTitle: z.string().optional(),
  description: z.string().optional(),
});

export const settingsSchema = z.strictObject({
  emailCollectionType: z
    .enum(['EMAIL_COLLECTION_TYPE_UNSPECIFIED', 'DO_NOT_COLLECT', 'VERIFIED', 'RESPONDER_INPUT'])
    .optional(),
  quizSettings: z.strictObject({ isQuiz: z.boolean().optional() }).optional(),
});

const requestSchema = z.strictObject({
  updateFormInfo: z.strictObject({ info: infoSchema.optional(), updateMask: z.string().optional() }).optional(),
  updateSettings: z.strictObject({ settings: settingsSchema.optional(), updateMask: z.string().optional() }).optional(),
  createItem: z.strictObject({ item: itemSchema.optional(), location: location.optional() }).optional(),
  moveItem: z.strictObject({ originalLocation: location.optional(), newLocation: location.optional() }).optional(),
  deleteItem: z.strictObject({ location: location.optional() }).optional(),
  updateItem: z
    .strictObject({
      item: itemSchema.optional(),
      location: location.optional(),
      updateMask: z.string().optional(),
    })
    .optional(),
});

export const batchUpdateSchema = z.strictObject({
  includeFormInResponse: z.boolean().optional(),
  requests: z.array(requestSchema).optional(),
  writeControl: z
    .strictObject({ requiredRevisionId: z.string().optional(), targetRevisionId: z.string().optional() })
    .optional(),
});

const publishStateSchema = z.strictObject({
  isPublished: z.boolean().optional(),
  isAcceptingResponses: z.boolean().optional(),
});
export const publishSettingsSchema = z.strictObject({ publishState: publishStateSchema.optional() });

export const setPublishSettingsSchema = z.strictObject({
  publishSettings: publishSettingsSchema.optional(),
  updateMask: z.string().optional(),
});

/** A whole Form, as `forms.create` may be sent one; most of it is then refused. */
export const formSchema = z.strictObject({
  formId: z.string().optional(),
  info: infoSchema.optional(),
  settings: settingsSchema.optional(),
  items: z.array(itemSchema).optional(),
  revisionId: z.string().optional(),
  responderUri: z.string().optional(),
  linkedSheetId: z.string().optional(),
  publishSettings: publishSettingsSchema.optional(),
});

export const createWatchSchema = z.strictObject({
  watch: z
    .strictObject({
      id: z.string().optional(),
      target: z.strictObject({ topic: z.strictObject({ topicName: z.string().optional() }).optional() }).optional(),
      eventType: z.enum(['EVENT_TYPE_UNSPECIFIED', 'SCHEMA', 'RESPONSES']).optional(),
      createTime: z.string().optional(),
      expireTime: z.string().optional(),
      errorType: z.string().optional(),
      state: z.string().optional(),
    })
    .optional(),
  watchId: z.string().optional(),
});

export type Request = z.output<typeof requestSchema>;
export type Settings = z.output<typeof settingsSchema>;
/** Whether people can open the form, and whether it takes what they send. */
export type PublishState = { isPublished: boolean; isAcceptingResponses: boolean };
export type WriteControl = NonNullable<z.output<typeof batchUpdateSchema>['writeControl']>;

/** What a program that lives with the emulator may use of it; everything else is its own affair. */

export { createClock } from './clock.ts';
export type { faultSchema } from './faults.ts';
export { type Form, renderForm } from './forms/form.ts';
export { createFormsService } from './forms/forms-service.ts';
export { timestamp } from './forms/responses/stored-response.ts';
export { createMailbox, type Mailbox } from './inbox/mailbox.ts';
export type { ParsedMessage } from './inbox/message.ts';
export type { smtpFaultSchema } from './inbox/smtp-faults.ts';
export type { Block, Intro, Link } from './pages/home/links-block.ts';
export { createPubsub } from './pubsub/pubsub.ts';
export type { quotaSchema } from './quotas.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './server.ts';
export type { DriveFile } from './service.ts';
export type { Sheet, Spreadsheet } from './sheets/model.ts';

import type { Template } from '../tabs/settings.ts';
import { answeringTemplates } from './templates-answering.ts';
import { askingTemplates } from './templates-asking.ts';
import { overseeingTemplates } from './templates-overseeing.ts';

/** Mẫu thư as first provisioned, and what serves when a row of the tab is missing or wrong. */
export const templateSeeds: readonly Template[] = [...askingTemplates, ...answeringTemplates, ...overseeingTemplates];

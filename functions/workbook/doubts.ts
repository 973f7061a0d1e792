import type { Finding } from '../../sheets-schema/finding.ts';
import type { Doubt } from '../domain/notices/notice.ts';

/** What holds mail, and what people are told of it. */
export type Doubts = { readonly doubts: readonly Doubt[]; readonly findings: readonly Finding[] };

import type { Task } from '../tabs/register.ts';
import { letter12112 } from './tasks-letter-12112.ts';
import { notice382 } from './tasks-notice-382.ts';

/** The register as first provisioned. */
export const taskSeeds: readonly Task[] = [...notice382, ...letter12112];

/** How long things may take, each within the next: who waits for a run never gives up before the run itself does. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** No mail starts later than this in a run, milliseconds: a third of the lease of a claim. */
export const LONGEST_MAILING = 5 * MINUTE;

/** No call to Google is under way later than this in a run, milliseconds: what was mailed last can still be recorded. */
export const LONGEST_RUN = 8 * MINUTE;

/** A person waits for a page: as above, but sooner told that Google does not answer. */
export const LONGEST_PAGE = 2 * MINUTE;

/** When Google Cloud ends a function, seconds. */
export const FUNCTION_TIMEOUT = 540;

/** How long a push or the scheduler waits for a function, seconds; longer, so that none is repeated under a running sync. */
export const CALLER_PATIENCE = 600;

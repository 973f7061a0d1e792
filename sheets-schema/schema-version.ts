/** The release this code is; a test holds it against package.json. */
export const RELEASE = '0.2.0';

/**
 * What the files of this code can hold. Raised at most once a release, when a tab, a column or a setting is new: each says
 * `since` which version it is there. A file without a version is one of release 0.1.0, which is version 1.
 */
export const SCHEMA_VERSION = 2;

/** For reading a tab that may be of any release: whatever is not there is newer than it. */
export const ANY_VERSION = 1;

/**
 * The lowest version whose code may still write a file that this code has written. Raised only when something that was
 * there before means something else now; code below it refuses the file.
 */
export const LOWEST_WRITER = 1;

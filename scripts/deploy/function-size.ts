/** What an instance of a function has, MiB. A round of every commune of the country needs two thirds of it. */
export const MEMORY = 512;

/**
 * In so small a container Node would clear what is new at every mebibyte, which takes a quarter of a large sync. Of the
 * memory it takes half by itself for what lasts.
 */
export const NODE_OPTIONS = '--max-semi-space-size=16';

/** The same for a process on a machine of another size. */
export const asDeployed: readonly string[] = [NODE_OPTIONS, `--max-old-space-size=${MEMORY / 2}`];

/** A package of a lockfile, under the folder it is installed in: `node_modules/a`, `node_modules/a/node_modules/b`. */
type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};

export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/**
 * The lockfile of the folder that is deployed: of what is locked here, the part its package file leads to, each package
 * in its place. So Google's build installs, checked by its sum, what the tests ran with.
 * @throws Error when a package is not locked here, or without its sum
 */
export function deployedLock(manifest: Manifest, { lockfileVersion, packages }: Lockfile): object {
  const kept = new Map<string, Locked>();
  const waiting = Object.keys(manifest.dependencies).map((name) => placeOf(name, '', packages));
  for (const place of waiting) {
    if (kept.has(place)) continue;
    const locked = packages[place] ?? {};
    if (!locked.integrity) throw new Error(`${place} is locked without its sum: run npm install.`);
    kept.set(place, locked);
    waiting.push(...Object.keys(locked.dependencies ?? {}).map((name) => placeOf(name, `${place}/`, packages)));
  }
  const { name, version } = manifest;
  const sorted = [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { name, version, lockfileVersion, requires: true, packages: { '': manifest, ...Object.fromEntries(sorted) } };
}

/** Where Node finds a package that is asked for from a folder: there, else in each folder around it. */
function placeOf(name: string, from: string, packages: Lockfile['packages']): string {
  const place = `${from}node_modules/${name}`;
  if (packages[place]) return place;
  if (from === '') throw new Error(`${name} is not locked: run npm install.`);
  return placeOf(name, from.replace(/node_modules\/(?:@[^/]+\/)?[^/]+\/$/, ''), packages);
}

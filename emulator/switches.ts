/** Unknown real behaviours that are switched, by name. */
export type Switches = Map<string, boolean>;

/** `EMULATOR_SWITCHES` names those that are on from the start, parted by commas; `reset` goes back to them. */
export function createSwitches(): { switches: Switches; reset(): void } {
  const usual = (process.env['EMULATOR_SWITCHES'] ?? '').split(',').filter(Boolean);
  const switches: Switches = new Map();
  function reset(): void {
    switches.clear();
    for (const name of usual) switches.set(name, true);
  }
  reset();
  return { switches, reset };
}

import { afterAll, beforeAll, describe, expect } from 'vitest';

/** Minutes west of UTC on 1 January 2026: proof that the process really changed its zone. */
const zones = { UTC: 0, 'Asia/Ho_Chi_Minh': -420, 'America/St_Johns': 210 } as const;

/** Runs a suite three times, the process's own time zone changed each time. */
export function inEveryZone(name: string, suite: () => void): void {
  describe.each(Object.entries(zones))(`${name}, process in %s`, (zone, offset) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    suite();
  });
}

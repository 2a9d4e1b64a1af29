import { beforeAll } from 'vitest';
import type { AdapterHarness } from './harness.ts';
import { hearingContract } from './hearing.contract.ts';
import { sayingContract } from './saying.contract.ts';

/** What every messenger's adapter must keep, whatever its platform can do. Tests of what it cannot are skipped. */
export function chatAdapterContract(name: string, make: () => Promise<AdapterHarness>): void {
  let harness: AdapterHarness;
  beforeAll(async () => {
    harness = await make();
  });
  hearingContract(name, () => harness);
  sayingContract(name, () => harness);
}

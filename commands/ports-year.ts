import type { BoardFile } from '../src/core/board.ts';
import type { Day } from '../src/core/day.ts';
import type { Target } from '../src/core/target.ts';

/** What the bloc does in its year, beyond reports and scores. */
export interface YearPorts {
  targets: TargetPorts;
}

interface TargetPorts {
  /** Of the season, numbered as people call them. */
  list(): Promise<Target[]>;
  report(
    target: Target,
    given: { unitId: string | null; value: number; asOf: Day; source: string | null; file: BoardFile | null },
  ): Promise<void>;
  assign(target: Target, unitIds: readonly string[]): Promise<void>;
}

import { DatabaseProblem } from '../../src/core/database-problem.ts';

export const databaseCodeOf = (error: unknown): string =>
  error instanceof DatabaseProblem ? error.code : `unexpected: ${String(error)}`;

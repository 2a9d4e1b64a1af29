import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { type PlanRecord, planRecordSchema } from '../../src/plan/record.ts';

const folder = join(projectRoot(), '..', 'shared', 'plans');
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.expected.json')) : [];

test.skipIf(files.length === 0)('the record of every real plan has the shape of ours', () => {
  for (const name of files) {
    const given: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const record: PlanRecord = planRecordSchema.parse(given);
    expect(record.doc_type).not.toBeNull();
  }
});

test('a day that does not exist is refused', () => {
  const record = { document_number: null, document_symbol: null, doc_type: null, title: null };
  expect(planRecordSchema.shape.issue_date.safeParse('2026-02-30').success).toBe(false);
  expect(planRecordSchema.safeParse(record).success).toBe(false);
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import type { Ballot } from '../../src/core/ballot/ballot.ts';
import { countPapers } from '../../src/core/ballot/counts.ts';
import { leftToPeople } from '../../src/core/ballot/decision.ts';
import { exportOf } from '../../src/core/ballot/export.ts';
import { ballotSettingsSchema } from '../../src/core/ballot/rules.ts';
import { thresholdNames } from '../../src/core/ballot/threshold.ts';
import { size } from '../support/size.ts';

const script = join(projectRoot(), 'scripts', 'recount.mjs');
const recount = (content: unknown) =>
  spawnSync(process.execPath, [script], { input: JSON.stringify(content), encoding: 'utf8' });

const ballots = fc
  .record({
    electors: fc.integer({ min: 3, max: 9 }),
    options: fc.integer({ min: 1, max: 4 }),
    seats: fc.option(fc.integer({ min: 1, max: 3 })),
    round: fc.integer({ min: 1, max: 2 }),
    threshold: fc.constantFrom(...thresholdNames),
    base: fc.constantFrom('all', 'present' as const),
    papers: fc.array(fc.constantFrom('yyyy', 'ynnn', 'nyyb', 'bbbb', 'nnyy', 'yynn'), {
      minLength: 3,
      maxLength: 9,
    }),
  })
  .map(({ electors, options, seats, round, threshold, base, papers: drawn }) => {
    const papers = drawn
      .slice(0, electors)
      .map(paper => paper.slice(0, options))
      .toSorted();
    const keys = Array.from({ length: electors }, (_, n) => `u${n}`);
    const ids = Array.from({ length: options }, (_, n) => `o${n + 1}`);
    const counted: Ballot = {
      ...{ id: 'b', no: 3, mode: 'chat', title: 'Cờ thi đua', round, previousId: null, closesAt: null },
      ...{
        state: 'closed',
        voted: keys.slice(0, papers.length),
        decision: null,
        followed: false,
        counters: [],
        closedAt: null,
        published: [],
      },
      rules: { ...ballotSettingsSchema.parse({ threshold, base, rounds: 2 }), seats },
      options: ids.map(id => ({ id, label: `Đơn vị ${id}` })),
      electors: keys.map(key => ({ key, name: `Cử tri ${key}`, unitId: key, personId: null })),
      counts: countPapers(ids, papers, electors),
    };
    // Whatever people decided where the papers did not, the count is theirs.
    const left = leftToPeople(counted);
    const chosen = left?.among.slice(0, left.seats) ?? [];
    const decision = left && { chosen, reason: 'theo kết luận', byName: 'Lan' };
    return exportOf({ ...counted, decision }, { voted: counted.voted, papers });
  });

test('a script of 40 lines with nothing of ours counts any ballot to the published result', () => {
  expect(readFileSync(script, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(40);
  fc.assert(
    fc.property(ballots, content => {
      const { status, stderr, stdout } = recount(content);
      if (status !== 0) throw new Error(stderr);
      expect(stdout.includes('decided apart')).toBe(content.decision !== null);
    }),
    { numRuns: size(6, 200) },
  );
});

test('a result that was not voted, a paper too many or a stranger’s is seen', () => {
  const [content] = fc.sample(ballots, 1);
  if (!content) throw new Error('no ballot');
  const { papers, published, voted } = content;
  for (const forged of [
    { ...content, published: { ...published, chosen: ['Đơn vị o9'] } },
    { ...content, papers: [...papers, papers[0]] },
    { ...content, voted: [...voted.slice(1), 'Người lạ'] },
    { ...content, papers: papers.map(paper => `${paper}y`) },
  ])
    expect(recount(forged).status).toBe(1);
});

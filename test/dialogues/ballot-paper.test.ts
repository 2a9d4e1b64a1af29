import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PaperFacts, paperDialogue } from '../../src/dialogues/ballot-paper.ts';
import type { Input } from '../../src/dialogues/dialogue.ts';

const facts = (once: boolean, n: number): PaperFacts => ({
  ...{ ballotId: 'b1', no: 1, title: 'Cờ thi đua', once, voter: { key: 'u1', name: 'Phòng Kinh tế' } },
  labels: Array.from({ length: n }, (_, i) => `Đơn vị ${i + 1}`),
});
const press = (id: string): Input => ({ kind: 'option', id });

/** Everything said while a paper is filled in by these presses, and what came out. */
function fillIn(given: PaperFacts, ids: readonly string[]) {
  let step = paperDialogue.start(given);
  const said: string[] = [JSON.stringify(step.say)];
  for (const id of ids) {
    if (step.kind === 'end') break;
    step = paperDialogue.step(step.state, press(id), given);
    said.push(JSON.stringify(step.say));
  }
  return { said, effects: step.effects };
}

test('what is said is the same, word for word, whatever is chosen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('y', 'n', 'b'), { minLength: 3, maxLength: 3 }),
      fc.array(fc.constantFrom('y', 'n', 'b'), { minLength: 3, maxLength: 3 }),
      (mine, yours) => {
        const given = facts(false, 3);
        const [a, b] = [fillIn(given, [...mine, 'cast']), fillIn(given, [...yours, 'cast'])];
        expect(a.said).toEqual(b.said);
        expect(a.effects).toEqual([{ ballotId: 'b1', voter: 'u1', paper: mine.join('') }]);
      },
    ),
  );
  for (const id of ['o0', 'o1', 'o2', 'none'])
    expect(fillIn(facts(true, 3), [id, 'cast']).said).toEqual(fillIn(facts(true, 3), ['o0', 'cast']).said);
});

test('one of several: the chosen yes, the others no; nobody is a blank paper', () => {
  expect(fillIn(facts(true, 3), ['o1', 'cast']).effects).toMatchObject([{ paper: 'nyn' }]);
  expect(fillIn(facts(true, 3), ['none', 'cast']).effects).toMatchObject([{ paper: 'bbb' }]);
  expect(fillIn(facts(true, 3), ['o1', 'again', 'o2', 'cast']).effects).toMatchObject([{ paper: 'nny' }]);
});

test('put off or left, nothing of it is kept', () => {
  for (const to of ['later', 'cancel'] as const) {
    const given = facts(false, 2);
    const begun = paperDialogue.step({ ballotId: 'b1', answers: 'y' }, { kind: 'go', to }, given);
    expect(begun.effects).toEqual([]);
    if (begun.kind === 'ask') expect(begun.state.answers).toBe('');
  }
});

test('typed words are no vote', () => {
  const step = paperDialogue.step(
    { ballotId: 'b1', answers: '' },
    { kind: 'text', text: 'đồng ý' },
    facts(false, 1),
  );
  expect(step).toMatchObject({ kind: 'ask', state: { answers: '' }, effects: [] });
});

import { z } from 'zod';
import type { Ballot } from '../src/core/ballot/ballot.ts';
import { tallyDifferences, tallyFaults } from '../src/core/ballot/counts.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { namedOptions } from '../src/text/ballot-options.ts';
import { readTally, tallyText, wholeTally } from '../src/text/ballot-tally.ts';
import { ballotText } from '../src/text/ballots.ts';
import type { NamedUnit } from '../src/text/who-words.ts';
import { resultChoices } from './ballot-result.ts';
import { refOf } from './ballot-talk.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, saying } from './reply.ts';

/** Characters. */
const MOST = 2_000;

type Facts = ComposeFacts & { about: Ballot; options: readonly NamedUnit[] };

const waiting = async (call: Call) =>
  (await call.ports.ballots.list()).filter(one => one.state === 'open' && one.mode === 'paper');

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const target = saved ? saved.target : words;
  const about = (await waiting(call)).find(one => refOf(one) === target);
  if (!about) return { refusal: { lines: tallyText.closed() } };
  const options = namedOptions(about.options, await call.ports.deadlines.units());
  const preview: Facts['preview'] = ({ text }) => {
    const whole = wholeTally(readTally(text, options), about.options);
    if ('missing' in whole) return { lines: whole.missing, ways: [] };
    const faults = tallyFaults(whole.counts);
    if (faults.length > 0) return { lines: tallyText.faults(faults, about), ways: [] };
    return { lines: tallyText.preview(about, whole.counts), ways: [{ id: 'save', label: tallyText.save }] };
  };
  return { facts: { words: '', target, question: () => tallyText.question(about), preview, about, options } };
}

async function record({ text }: ComposeEffect, call: Call, { about, options }: Facts): Promise<Say> {
  const { ports, actor } = call;
  const whole = wholeTally(readTally(text, options), about.options);
  if ('missing' in whole) throw new Error('a tally that was not shown');
  const done = await ports.ballots.tally(about.id, whole.counts);
  if (done.kind === 'closed') return { lines: tallyText.closed() };
  const detail = { no: about.no, became: done.kind };
  ports.audit({ action: 'ballot.tallied', subject: 'ballot', subjectId: about.id, detail });
  if (done.kind === 'first') {
    const choices = [[tallyText.choice(about)]];
    ports.tell({ kind: 'lead' }, { lines: tallyText.wanted(about, actor?.displayName ?? ''), choices });
    return { lines: tallyText.first(about) };
  }
  if (done.kind === 'differs') {
    const choices = [[tallyText.choice(about)]];
    for (const { personId, counts } of done.from) {
      const found = tallyDifferences(counts, whole.counts);
      const lines = tallyText.differs(about, found, [actor?.displayName ?? '']);
      ports.tell({ kind: 'person', personId }, { lines, choices });
    }
    const found = done.from.flatMap(other => tallyDifferences(other.counts, whole.counts));
    return {
      lines: tallyText.differs(
        about,
        found,
        done.from.map(other => other.byName),
      ),
      choices,
    };
  }
  const lines = ballotText.result(call.bloc?.name ?? '', done.ballot);
  const choices = { choices: resultChoices(done.ballot) };
  ports.tell({ kind: 'lead' }, { lines, ...choices });
  return isLead(call) ? { lines, ...choices } : { lines };
}

export const kiemPhieu = defineCommand({
  name: 'kiem_phieu',
  says: ['kiểm phiếu', 'nhập kết quả kiểm phiếu', 'kết quả kiểm phiếu'],
  summary: 'Nhập kết quả phiếu giấy; hai người nhập độc lập rồi so',
  example: '/kiem_phieu',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({ kind: 'kiem_phieu', file: 'none', most: MOST }),
    load,
    apply: async (effects: ComposeEffect[], call, facts: Facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await record(effect, call, facts));
      return says;
    },
  }),
  run: async (words, call) => {
    const all = await waiting(call);
    const [only, more] = all;
    if (!only) return saying(tallyText.nothing());
    const asked = all.find(one => refOf(one) === words) ?? (more ? null : only);
    if (asked) return { kind: 'begin', words: refOf(asked) };
    return saying(
      tallyText.which(),
      all.map(one => [tallyText.choice(one)]),
    );
  },
});

import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { joiningEffect } from '../src/core/joining-effect.ts';
import { leavingEffect } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { unitEditDialogue } from '../src/dialogues/unit-edit.ts';
import { namesOf } from '../src/dialogues/unit-edit-prompts.ts';
import type { UnitEditEffect, UnitEditFacts } from '../src/dialogues/unit-edit-state.ts';
import { blocWords } from '../src/text/bloc-words.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { turnText } from '../src/text/turn.ts';
import { unitText } from '../src/text/units.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { movedScores, unitNews } from './score-news.ts';

type Loaded = UnitEditFacts & { scoring: Scoring | null };

async function load(call: Call, asked: string): Promise<{ facts: Loaded } | { refusal: Say }> {
  // The conversation may have been begun while the person's unit still led.
  if (authorityOf(call.actor?.posts ?? []) !== 'lead') return { refusal: turnText.notAllowed('lead') };
  const { setup } = call.ports;
  const [bloc, units, posts, duties] = [
    await setup.bloc(),
    await setup.units(),
    await setup.posts(),
    await call.ports.duties(),
  ];
  const words = blocWords(bloc?.sheet.label ?? 'khối');
  const scoring = await call.ports.scoring.load('shared');
  const leaving: UnitEditFacts['leaving'] = unitId => scoring && leavingEffect(scoring, unitId);
  // Before anybody has scored, a new unit is one of all.
  const begun = scoring?.sheets.some(sheet => sheet.entries.length > 0) === true;
  const joining: UnitEditFacts['joining'] = owed => (scoring && begun ? joiningEffect(scoring, owed) : null);
  const coming = await call.ports.year.handOver.coming();
  return {
    facts: { today: call.today, words, units, posts, duties, coming, asked, leaving, joining, scoring },
  };
}

async function apply({ change, plan, moveTo }: UnitEditEffect, call: Call, facts: Loaded): Promise<Say> {
  const { ports, bloc } = call;
  const names = namesOf(facts);
  await ports.setup.changeUnit(change, plan, moveTo);
  const actions = {
    rename: 'unit.renamed',
    alias: 'unit.renamed',
    short: 'unit.renamed',
    merge: 'unit.merged',
    dissolve: 'unit.dissolved',
    add: 'unit.added',
    role: 'unit.role',
  } as const;
  const subject =
    'unitId' in change
      ? { subject: 'unit' as const, subjectId: change.unitId }
      : { subject: 'bloc' as const, subjectId: String(bloc?.blocId) };
  const detail = {
    withdrawn: plan.withdrawn.length,
    owed: plan.owed.length,
    posts: plan.leaving.length,
    ...('from' in change ? { from: change.from } : {}),
    ...(change.kind === 'merge' ? { into: change.into, moved: moveTo !== null } : {}),
    ...(change.kind === 'role' ? { role: change.role } : {}),
  };
  ports.audit({ action: actions[change.kind], ...subject, detail });
  ports.replan();
  const affected = await movedScores(facts.scoring, call);
  for (const [unitId, lines] of unitNews(affected, facts.scoring))
    ports.tell({ kind: 'unit', unitId }, { lines });
  const effect = scoreEffectText.lines({ locked: false, affected });

  const told = { lines: unitText.told(change, names, bloc?.name ?? '') };
  if (change.kind === 'alias' || change.kind === 'short') return { lines: unitText.done(change, names) };
  ports.tell({ kind: 'groups' }, told);
  if (change.kind === 'add') return { lines: [...unitText.done(change, names), ...effect] };
  if (change.kind === 'role') ports.tell({ kind: 'units' }, told);
  else if (change.kind === 'rename') ports.tell({ kind: 'unit', unitId: change.unitId }, told);
  else {
    const lines = moveTo ? unitText.moved(names.name(moveTo)) : unitText.left();
    for (const personId of new Set(plan.leaving.map(post => post.personId)))
      ports.tell({ kind: 'person', personId }, { lines: [...told.lines, ...lines] });
    if (change.kind === 'merge') {
      const there = facts.posts.filter(post => post.unitId === change.into && post.role !== 'member');
      for (const { personId } of there) ports.tell({ kind: 'person', personId }, told);
    }
  }
  return { lines: [...unitText.done(change, names), ...effect] };
}

export const donVi = defineCommand({
  name: 'don_vi',
  says: ['đơn vị', 'danh sách đơn vị', 'các đơn vị', 'sửa đơn vị'],
  summary: 'Các đơn vị: đổi tên, viết tắt, sáp nhập, giải thể, thêm, đổi Trưởng khối, Phó',
  example: '/don_vi 3',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: unitEditDialogue,
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await apply(effect, call, facts));
      return says;
    },
  }),
  // Called again it begins again: an old preview is no place to go on from.
  run: async words => ({ kind: 'begin', words: words === '' ? ' ' : words }),
});

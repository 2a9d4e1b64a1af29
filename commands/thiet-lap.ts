import { addDays } from 'date-fns/addDays';
import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import type { BlocDraft, BlocSheet } from '../src/core/bloc-sheet.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { setupDialogue } from '../src/dialogues/setup.ts';
import type { SetupEffect, SetupFacts } from '../src/dialogues/setup-state.ts';
import { sheetText } from '../src/text/bloc-sheet.ts';
import { setupText } from '../src/text/setup.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';

/** As long as pairing codes. */
export const GROUP_CODE_DAYS = 7;

export const LIKE_A_CODE = /^tl[\s-]*\w{4}/i;

async function load(call: Call, words: string): Promise<{ facts: SetupFacts } | { refusal: Say }> {
  const entered = await call.ports.setup.bloc();
  if (!entered) return { refusal: { lines: setupText.needCode() } };
  const { sheet, draft, codeGone, yearHolds } = entered;
  if (codeGone) {
    await call.ports.setup.abandon();
    return { refusal: { lines: setupText.codeProblem('used') } };
  }
  // The conversation may have been begun while the person still led.
  if (!draft && authorityOf(call.actor?.posts ?? []) !== 'lead')
    return { refusal: { lines: setupText.needCode() } };
  return { facts: { today: call.today, sheet: draft ? null : sheet, yearHolds, words } };
}

/** The bloc is made and what comes next is said; or its code has made another meanwhile. */
export async function createBloc(bloc: BlocDraft, call: Call): Promise<{ created: boolean; say: Say }> {
  const { setup } = call.ports;
  const made = await setup.create(bloc);
  if (!made) {
    await setup.abandon();
    return { created: false, say: { lines: setupText.codeProblem('used'), undone: true } };
  }
  const expiresAt = addDays(call.now, GROUP_CODE_DAYS);
  const code = await setup.groups.newCode(expiresAt);
  const say: Say = {
    lines: setupText.created(bloc, made.leadName, code, expiresAt),
    choices: [
      [{ id: 'moi tat ca', label: setupText.inviteOne(), tone: 'primary' }],
      [{ id: 'moi tat ca 2', label: setupText.inviteTwo() }],
    ],
  };
  return { created: true, say };
}

async function change(sheet: BlocSheet, call: Call): Promise<Say> {
  const { ports, bloc } = call;
  await ports.setup.change(sheet);
  const detail = { year: sheet.year };
  ports.audit({ action: 'bloc.changed', subject: 'bloc', subjectId: String(bloc?.blocId), detail });
  ports.replan();
  if (bloc && bloc.name !== sheet.name) {
    const told = { lines: sheetText.renamed(bloc.name, sheet.name) };
    ports.tell({ kind: 'units' }, told);
    ports.tell({ kind: 'groups' }, told);
  }
  return { lines: sheetText.changed(sheet) };
}

export const thietLap = defineCommand({
  name: 'thiet_lap',
  says: ['thiết lập', 'thiết lập khối', 'tạo khối', 'lập khối', 'thông tin khối', 'sửa thông tin khối'],
  summary: 'Thiết lập khối mới bằng mã của người quản trị; sửa thông tin khối',
  example: '/thiet_lap TL-ABCD-EFGH',
  roles: 'stranger',
  where: 'private',
  leavesNoTrace: true,
  args: z.string(),
  conversation: bindConversation({
    machine: setupDialogue,
    load,
    apply: async (effects: SetupEffect[], call) => {
      const says: Say[] = [];
      for (const effect of effects) {
        if (effect.kind === 'abandon') await call.ports.setup.abandon();
        else if (effect.kind === 'create') says.push((await createBloc(effect.bloc, call)).say);
        else says.push(await change(effect.sheet, call));
      }
      return says;
    },
  }),
  run: async (words, call) => {
    const { setup } = call.ports;
    const entered = await setup.bloc();
    const lead = authorityOf(call.actor?.posts ?? []) === 'lead';
    if (entered?.draft) return { kind: 'begin', words: '' };
    // Called again it begins again: an old preview is no place to go on from.
    if (lead && !LIKE_A_CODE.test(words)) return { kind: 'begin', words: words === '' ? ' ' : words };
    if (words === '') return { kind: 'say', says: [{ lines: setupText.needCode() }] };
    const first = setupDialogue.start({ today: call.today, sheet: null, yearHolds: false, words: '' });
    if (first.kind === 'end') throw new Error('the setup has no first question');
    const { kind, version } = setupDialogue;
    const outcome = await setup.begin(words, { kind, version, state: first.state });
    const lines = outcome === 'begun' ? first.say.lines : setupText.codeProblem(outcome);
    return { kind: 'say', says: [{ lines }] };
  },
});

import { unitsActedFor } from '../src/core/bloc.ts';
import { type Exemplar, mayEnterStage } from '../src/core/exemplar.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { changedExemplar, readExemplar } from '../src/text/exemplar-line.ts';
import { exemplarText } from '../src/text/exemplars.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 1_500;

export const refOf = (one: Pick<Exemplar, 'id'>) => shortRef('e', one.id);

/** The unit's contacts change it, and the lead's side. */
export const mayChange = (one: Exemplar, call: Call): boolean =>
  isLead(call) || unitsActedFor(call.actor?.posts ?? []).includes(one.unitId);

const ownUnits = (call: Call) => {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return (call.actor?.posts ?? []).filter(post => mine.includes(post.unitId));
};

interface Facts extends ComposeFacts {
  about: Exemplar | null;
}
type Asking = Pick<Facts, 'question' | 'preview'>;

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, ref, line = ''] =
    /^(e_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(saved ? (saved.target ?? '') : words) ?? [];
  if (!ref) {
    if (ownUnits(call).length === 0) return { refusal: { lines: exemplarText.contactsOnly() } };
    return { facts: { words: saved ? '' : words, target: null, about: null, ...introducing(call) } };
  }
  const about = (await call.ports.year.exemplars.list()).find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: exemplarText.unknown('') } };
  if (!mayChange(about, call)) return { refusal: { lines: exemplarText.notYours(about) } };
  return { facts: { words: saved ? '' : line, target: ref, about, ...changing(about, call) } };
}

function introducing(call: Call): Asking {
  const units = ownUnits(call);
  const several = units.length > 1;
  return {
    question: exemplarText.question,
    preview: ({ text, file }) => {
      const { name, merit, caretaker, dueOn, badDay } = readExemplar(text, call.today);
      if (name === null) return { lines: exemplarText.noName(), ways: [] };
      if (badDay) return { lines: exemplarText.badDay(badDay), ways: [] };
      const names = units.map(one => one.unitName).join(' / ');
      return {
        lines: exemplarText.preview({ name, merit, caretaker, dueOn }, names, file?.name ?? null),
        ways: units.map((one, n) => ({
          id: `unit_${n}`,
          label: exemplarText.save(several ? one.unitName : null),
        })),
      };
    },
  };
}

const changing = (about: Exemplar, call: Call): Asking => ({
  question: () => exemplarText.askEdit(about),
  preview: ({ text, file }) => {
    const read = readExemplar(text, call.today);
    if (read.badDay) return { lines: exemplarText.badDay(read.badDay), ways: [] };
    const stage = read.stage ?? about.stage;
    if (stage !== about.stage && !mayEnterStage(about, stage))
      return { lines: exemplarText.mayNot(about, stage), ways: [] };
    const facts = changedExemplar(about, read);
    return {
      lines: exemplarText.previewChange(about, facts, stage, file?.name ?? null),
      ways: [{ id: 'save', label: exemplarText.save(null) }],
    };
  },
});

const attached = ({ file }: ComposeEffect) =>
  file && { sha256: file.sha256, name: file.name, mime: file.mime };

async function introduce(effect: ComposeEffect, call: Call): Promise<Say> {
  const { ports } = call;
  const unit = ownUnits(call)[Number(effect.way.slice('unit_'.length))];
  const { name, merit, caretaker, dueOn } = readExemplar(effect.text, call.today);
  if (!unit || name === null) return { lines: exemplarText.noName() };
  const { unitId, unitName } = unit;
  const facts = { name, merit, caretaker, dueOn };
  const { id, number } = await ports.year.exemplars.add({ unitId, ...facts, file: attached(effect) });
  const detail = { no: number, unit: unitId };
  ports.audit({ action: 'exemplar.introduced', subject: 'exemplar', subjectId: id, detail });
  if (!isLead(call)) {
    const lines = exemplarText.arrived(call.bloc?.name ?? '', { number, name, unitName }, 'found');
    const choices = [[{ id: `dien_hinh ${refOf({ id })}`, label: exemplarText.openLabel }]];
    ports.tell({ kind: 'lead' }, { lines, choices });
  }
  return { lines: exemplarText.registered(number, unitName) };
}

async function change(effect: ComposeEffect, about: Exemplar, call: Call): Promise<Say> {
  const { ports } = call;
  const read = readExemplar(effect.text, call.today);
  const stage = read.stage ?? about.stage;
  if (stage !== about.stage && !mayEnterStage(about, stage))
    return { lines: exemplarText.mayNot(about, stage) };
  const file = attached(effect) ?? about.file;
  await ports.year.exemplars.revise(about.id, { ...changedExemplar(about, read), stage, file });
  const detail = { no: about.number, stage };
  ports.audit({ action: 'exemplar.changed', subject: 'exemplar', subjectId: about.id, detail });
  if (stage !== about.stage) {
    const lines = exemplarText.arrived(call.bloc?.name ?? '', about, stage);
    const own = unitsActedFor(call.actor?.posts ?? []).includes(about.unitId);
    ports.tell(own ? { kind: 'lead' } : { kind: 'unit', unitId: about.unitId }, { lines });
  }
  return { lines: exemplarText.saved(about, stage) };
}

export const exemplarConversation = bindConversation({
  machine: composeDialogue({
    kind: 'dien_hinh',
    file: 'optional',
    fileTitle: composeText.fileTitles.dien_hinh,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(await (about ? change(effect, about, call) : introduce(effect, call)));
    return says;
  },
});

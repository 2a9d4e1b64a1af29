import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import type { Duty } from '../src/core/duty.ts';
import { countOf } from '../src/core/initiative.ts';
import { registrationDuty } from '../src/core/registration.ts';
import { lastVersion } from '../src/core/report-state.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { fold } from '../src/text/fold.ts';
import { isRegistration, readRegistration } from '../src/text/registration-line.ts';
import { registrationText } from '../src/text/registrations.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { handIn } from './hand-in.ts';
import { isLead, saying, yearOf } from './reply.ts';

/** Characters. */
const MOST = 1_000;

/** Units that the person registers for. */
function ownUnits(call: Call) {
  const posts = call.actor?.posts ?? [];
  const mine = unitsActedFor(posts);
  return posts.filter(post => mine.includes(post.unitId));
}

interface Facts extends ComposeFacts {
  duties: Duty[];
}

async function load(call: Call, words: string): Promise<{ facts: Facts } | { refusal: Say }> {
  const units = ownUnits(call);
  if (units.length === 0) return { refusal: { lines: registrationText.contactsOnly() } };
  const duties = await call.ports.duties();
  const several = units.length > 1;
  const preview: Facts['preview'] = ({ text, file }) => {
    const read = readRegistration(text, call.today);
    const { titles } = read;
    if (titles === null) return { lines: registrationText.noTitles(), ways: [] };
    const [first] = units;
    const due = first && !several ? registrationDuty(duties, first.unitId, isRegistration) : null;
    const names = units.map(one => one.unitName).join(' / ');
    return {
      lines: registrationText.preview({ ...read, titles }, names, file?.name ?? null, due),
      ways: units.map((one, n) => ({
        id: `unit_${n}`,
        label: registrationText.save(several ? one.unitName : null),
      })),
    };
  };
  return { facts: { words, target: null, question: registrationText.question, preview, duties } };
}

/** Who has registered after this, of all units. */
async function count(call: Call): Promise<{ done: number; of: number }> {
  const units = await call.ports.units();
  const registered = new Set((await call.ports.year.registrations.list()).map(one => one.unitId));
  return { done: units.filter(one => registered.has(one.id)).length, of: units.length };
}

async function register(effect: ComposeEffect, call: Call, { duties }: Facts): Promise<Say[]> {
  const { ports } = call;
  const unit = ownUnits(call)[Number(effect.way.slice('unit_'.length))];
  const { titles, pledgeNumber, pledgedOn } = readRegistration(effect.text, call.today);
  if (!unit || titles === null) return [{ lines: registrationText.noTitles() }];
  const { unitId, unitName } = unit;
  const file = effect.file && { sha256: effect.file.sha256, name: effect.file.name, mime: effect.file.mime };
  const before = (await ports.year.registrations.list()).find(one => one.unitId === unitId);
  await ports.year.registrations.add({ unitId, titles, pledgeNumber, pledgedOn, file });
  const subject = { subject: 'season', subjectId: call.bloc?.season?.id ?? '' } as const;
  ports.audit({ action: 'unit.registered', ...subject, detail: { unit: unitId, file: file !== null } });
  const { done, of } = await count(call);
  // Two of one unit may have registered at once: the one who was first hears of the other.
  if (before) ports.tell({ kind: 'unit', unitId }, { lines: registrationText.replaced(before, titles) });
  const instead = before ? registrationText.instead(before) : [];
  const said = { lines: [...registrationText.saved(unitName, done, of), ...instead] };
  const duty = registrationDuty(duties, unitId, isRegistration);
  if (duty) {
    const replaces = lastVersion(duty);
    const given = { documentNumber: pledgeNumber, documentDate: pledgedOn, summary: titles };
    const files = effect.file ? [effect.file] : [];
    return [said, await handIn({ ...given, replaces, files }, duty, duties, call)];
  }
  if (!isLead(call)) {
    const lines = registrationText.arrived(call.bloc?.name ?? '', unitName, titles, done, of);
    ports.tell(
      { kind: 'lead' },
      { lines, choices: [[{ id: 'dang_ky', label: registrationText.overviewLabel }]] },
    );
  }
  return [said];
}

/** The deadline by which units register, the first still open. */
function openDeadline(duties: readonly Duty[]) {
  const open = duties.filter(
    one => one.kind === 'registration' && one.handedIn === null && isRegistration(one.title),
  );
  return open.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0] ?? null;
}

async function overview(call: Call): Promise<Reply> {
  const { ports } = call;
  const units = (await ports.units()).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  const registrations = await ports.year.registrations.list();
  const due = openDeadline(await ports.duties());
  const year = yearOf(call);
  const lines = registrationText.overview(call.bloc?.name ?? '', { year, units, registrations, due });
  const missing = units.some(one => !registrations.some(({ unitId }) => unitId === one.unitId));
  const chase = due ? registrationText.remind : registrationText.setDeadline(year);
  const mine = ownUnits(call).some(one => !registrations.some(({ unitId }) => unitId === one.unitId));
  return saying(lines, [
    [mine ? registrationText.make : registrationText.again, ...(missing ? [chase] : [])],
  ]);
}

async function own(call: Call): Promise<Reply> {
  const { ports } = call;
  const units = ownUnits(call);
  if (units.length === 0) return saying(registrationText.contactsOnly());
  const registrations = await ports.year.registrations.list();
  const initiatives = await ports.year.initiatives.list();
  const targets = await ports.year.targets.list();
  const says = units.map(({ unitId, unitName }): Say => {
    const one = registrations.find(found => found.unitId === unitId) ?? null;
    const choices: Choice[][] = [[one ? registrationText.again : registrationText.make]];
    const year = {
      initiatives: countOf(initiatives, unitId),
      targets: targets.filter(target => target.owners.some(owner => owner.unitId === unitId)).length,
    };
    const lines = registrationText.own(call.bloc?.name ?? '', yearOf(call), unitName, one, year);
    return { lines, choices, ...(one?.file ? { file: one.file } : {}) };
  });
  return { kind: 'say', says };
}

/** Without words how it stands; what a unit aims at and its pledge are registered. */
export const dangKy = defineCommand({
  name: 'dang_ky',
  says: ['đăng ký thi đua', 'giao ước', 'giao ước thi đua', 'đăng ký danh hiệu', 'ai chưa đăng ký'],
  summary: 'Đăng ký danh hiệu, giao ước thi đua của đơn vị; đơn vị nào chưa đăng ký',
  example: '/dang_ky Tập thể Lao động xuất sắc; giao ước số 12/GƯ-TYT ngày 10/6/2026',
  roles: 'contact',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({
      kind: 'dang_ky',
      file: 'optional',
      fileTitle: composeText.fileTitles.dang_ky,
      most: MOST,
    }),
    load,
    apply: async (effects: ComposeEffect[], call, facts: Facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(...(await register(effect, call, facts)));
      return says;
    },
  }),
  run: async (words, call) => {
    const said = fold(words);
    if (said === 'moi') return { kind: 'begin', words: '' };
    if (said === '' || said === 'chua') return isLead(call) ? overview(call) : own(call);
    return { kind: 'begin', words };
  },
});

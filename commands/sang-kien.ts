import { z } from 'zod';
import { type Initiative, mayBecome, shortOf } from '../src/core/initiative.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import type { Target } from '../src/core/target.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { formatFigure } from '../src/text/figures.ts';
import { fold } from '../src/text/fold.ts';
import { countsInitiatives, namesFacts, readInitiativeAct } from '../src/text/initiative-line.ts';
import { initiativeText } from '../src/text/initiatives.ts';
import { notUnderstood } from '../src/text/not-understood.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { targetText } from '../src/text/targets.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { initiativeConversation, mayChange, refOf, writeDown } from './initiative-talk.ts';
import { isLead, saying, withLines } from './reply.ts';

const SHOWN = 6;

/** The plan's commitment, the most demanding where there are several; null: none. */
async function commitment(call: Call): Promise<Target | null> {
  const found = (await call.ports.year.targets.list()).filter(countsInitiatives);
  return found.toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0))[0] ?? null;
}
const saidOf = (target: Target) => formatFigure(target, target.measure);

async function list(all: readonly Initiative[], page: number, call: Call): Promise<Reply> {
  const standing = all.filter(one => one.state !== 'withdrawn');
  const shown = standing.slice(page * SHOWN, (page + 1) * SHOWN);
  const target = await commitment(call);
  const short = target ? shortOf(target) : [];
  const pledged = target && {
    said: saidOf(target),
    done: target.owners.length - short.length,
    of: target.owners.length,
  };
  const last: Choice[] = [
    initiativeText.make,
    ...(isLead(call) && short.length > 0 ? [initiativeText.shortLabel(short.length)] : []),
    ...(standing.length > (page + 1) * SHOWN
      ? [{ id: `sang_kien trang ${page + 2}`, label: initiativeText.more }]
      : []),
  ];
  const lines = initiativeText.list(call.bloc?.name ?? '', shown, standing, pledged);
  return saying(lines, [...shown.map(one => [initiativeText.open(one)]), last]);
}

function open(one: Initiative, call: Call): Reply {
  const acts: Choice[] = mayChange(one, call)
    ? [
        ...(mayBecome(one, 'in_use') ? [initiativeText.inUse(one)] : []),
        ...(mayBecome(one, 'recognised') ? [initiativeText.recognise(one)] : []),
        initiativeText.edit(one),
        ...(mayBecome(one, 'withdrawn') ? [initiativeText.withdraw(one)] : []),
      ]
    : [];
  const lines = initiativeText.shown(call.bloc?.name ?? '', one);
  const say = { lines, ...(one.file ? { file: one.file } : {}) };
  return { kind: 'say', says: [{ ...say, ...(acts.length > 0 ? { choices: [acts] } : {}) }] };
}

async function become(one: Initiative, state: 'in_use' | 'withdrawn', call: Call): Promise<Reply> {
  if (!mayChange(one, call)) return saying(initiativeText.notYours(one));
  if (!mayBecome(one, state)) return saying(initiativeText.mayNot(one, state));
  await writeDown(one, { ...one, state }, call);
  return saying(initiativeText.became(one, state));
}

async function short(call: Call): Promise<Reply> {
  if (!isLead(call)) return saying(targetText.leadOnly());
  const target = await commitment(call);
  const rows = target ? shortOf(target) : [];
  const lines = initiativeText.short(
    call.bloc?.name ?? '',
    target && saidOf(target),
    rows.map(({ unitName: unit, has, lacks }) => ({ unit, has, lacks })),
  );
  return saying(lines, rows.length > 0 ? [[initiativeText.ask(rows.length)]] : []);
}

/** By the lead's hand, never in quiet hours. */
async function ask(call: Call): Promise<Reply> {
  const { ports, now } = call;
  const target = await commitment(call);
  if (!isLead(call) || !target) return short(call);
  if (postponedTo(ports.policy, now, await ports.calendar())) return saying(targetText.quiet());
  const { units } = await ports.reach();
  const reached = (unitId: string) => units.has(unitId);
  const rows = shortOf(target);
  for (const { unitId, lacks } of rows.filter(one => reached(one.unitId))) {
    const lines = initiativeText.asking(call.bloc?.name ?? '', saidOf(target), lacks);
    ports.tell({ kind: 'unit', unitId }, { lines, choices: [[initiativeText.make]] });
  }
  const told = rows.filter(one => reached(one.unitId)).map(one => one.unitName);
  const untold = rows.filter(one => !reached(one.unitId)).map(one => one.unitName);
  const subject = { subject: 'target', subjectId: target.id } as const;
  ports.audit({ action: 'target.asked', ...subject, detail: { units: told.length } });
  return saying(initiativeText.asked(told, untold));
}

/** `sang_kien 3` or `i_…` opens one, a verb with it acts; other words register a new one. */
export const sangKien = defineCommand({
  name: 'sang_kien',
  says: ['sáng kiến', 'đăng ký sáng kiến', 'mô hình', 'giải pháp mới', 'danh sách sáng kiến'],
  summary: 'Sáng kiến, mô hình, giải pháp của các đơn vị: đăng ký, áp dụng, công nhận',
  example: '/sang_kien Số hóa hồ sơ một cửa; tác giả: Nguyễn Văn A; hiệu quả: giảm 30% thời gian chờ',
  roles: 'member',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: initiativeConversation,
  run: async (words, call) => {
    const said = fold(words);
    const all = await call.ports.year.initiatives.list();
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    if (said === '' || page) return list(all, Number(page ?? 1) - 1, call);
    if (/^(?:don vi )?chua(?: du| dang ky)?$/.test(said)) return short(call);
    if (said === 'nhac') return ask(call);
    if (said === 'moi') return { kind: 'begin', words: '' };
    const [, verb, ref] = /^(?:(ap_dung|cong_nhan|sua|rut) )?(i_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = readNumbered(words) ?? {};
    if (!ref && !number) return { kind: 'begin', words };
    const one = all.find(found => (ref ? refOf(found) === ref : String(found.number) === number));
    if (!one) return saying(initiativeText.unknown(number ?? ''));
    const act = readInitiativeAct(rest);
    const doing = verb ?? act?.verb;
    if (doing === 'ap_dung') return become(one, 'in_use', call);
    if (doing === 'rut') return become(one, 'withdrawn', call);
    if (doing === 'cong_nhan' && !mayBecome(one, 'recognised'))
      return saying(initiativeText.mayNot(one, 'recognised'));
    if (doing) return { kind: 'begin', words: `${doing} ${refOf(one)} ${act?.line ?? ''}`.trim() };
    if (rest === '') return open(one, call);
    if (namesFacts(rest)) return { kind: 'begin', words: `sua ${refOf(one)} ${rest}` };
    const forms = mayChange(one, call) ? initiativeText.forms : [];
    return withLines(notUnderstood(rest, `sang_kien ${one.number}`, forms), open(one, call));
  },
});

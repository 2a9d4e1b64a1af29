import { z } from 'zod';
import { type Exemplar, exemplarStages, mayEnterStage, nextStage } from '../src/core/exemplar.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { readExemplar } from '../src/text/exemplar-line.ts';
import { exemplarText } from '../src/text/exemplars.ts';
import { fold } from '../src/text/fold.ts';
import { notUnderstood } from '../src/text/not-understood.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { exemplarConversation, mayChange, refOf } from './exemplar-talk.ts';
import { saying, withLines } from './reply.ts';

const SHOWN = 6;

function list(all: readonly Exemplar[], page: number, call: Call): Reply {
  const standing = all.filter(one => one.stage !== 'withdrawn');
  const shown = standing.slice(page * SHOWN, (page + 1) * SHOWN);
  const more = standing.length > (page + 1) * SHOWN;
  const last: Choice[] = [
    exemplarText.make,
    ...(more ? [{ id: `dien_hinh trang ${page + 2}`, label: exemplarText.more }] : []),
  ];
  const lines = exemplarText.list(call.bloc?.name ?? '', shown, standing, call.today);
  return saying(lines, [...shown.map(one => [exemplarText.open(one)]), last]);
}

function open(one: Exemplar, call: Call): Reply {
  const next = nextStage(one.stage);
  const acts: Choice[] = mayChange(one, call)
    ? [
        ...(next ? [exemplarText.enter(one, next)] : []),
        exemplarText.edit(one),
        ...(mayEnterStage(one, 'withdrawn') ? [exemplarText.enter(one, 'withdrawn')] : []),
      ]
    : [];
  const say = { lines: exemplarText.shown(call.bloc?.name ?? '', one, call.today) };
  const file = one.file ? { file: one.file } : {};
  return { kind: 'say', says: [{ ...say, ...file, ...(acts.length > 0 ? { choices: [acts] } : {}) }] };
}

/** `dien_hinh 2` or `e_…` opens one, a stage or other words with it change it; other words introduce one. */
export const dienHinh = defineCommand({
  name: 'dien_hinh',
  says: [
    'điển hình',
    'điển hình tiên tiến',
    'giới thiệu điển hình',
    'gương điển hình',
    'nhân rộng điển hình',
  ],
  summary: 'Điển hình tiên tiến qua bốn bước: phát hiện, bồi dưỡng, tổng kết, nhân rộng',
  example: '/dien_hinh Tổ một cửa; thành tích: không hồ sơ trễ hạn; phụ trách: đồng chí Mai; đến 30/9',
  roles: 'member',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: exemplarConversation,
  run: async (words, call) => {
    const said = fold(words);
    const all = await call.ports.year.exemplars.list();
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    if (said === '' || page) return list(all, Number(page ?? 1) - 1, call);
    if (said === 'moi') return { kind: 'begin', words: '' };
    const [, verb, ref] = /^(?:([a-z_]+) )?(e_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = ref ? {} : (readNumbered(words) ?? {});
    if (!ref && number === undefined) return { kind: 'begin', words };
    const one = all.find(found => (ref ? refOf(found) === ref : String(found.number) === number));
    if (!one) return saying(exemplarText.unknown(number ?? ''));
    const stage = exemplarStages.find(found => found === verb);
    const { loose } = readExemplar(rest, call.today);
    if (loose !== null) {
      const forms = mayChange(one, call) ? exemplarText.forms : [];
      return withLines(notUnderstood(loose, `dien_hinh ${one.number}`, forms), open(one, call));
    }
    const line = stage ? exemplarText.typed(stage) : rest;
    if (verb === 'sua' || line !== '') return { kind: 'begin', words: `${refOf(one)} ${line}`.trim() };
    return open(one, call);
  },
});

import { z } from 'zod';
import type { BlocDocument } from '../src/core/board.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { fold } from '../src/text/fold.ts';
import { documentKindName, libraryText } from '../src/text/library.ts';
import { lineToAdd, matchesWords, readLibraryLine, searchedText } from '../src/text/library-line.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, saying } from './reply.ts';

const SHOWN = 6;
/** Characters of the words that a page's button carries. */
const CARRIED = 30;

async function load(call: Call, words: string): Promise<{ facts: ComposeFacts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: libraryText.leadOnly() } };
  const known = await call.ports.board.documents.list();
  return {
    facts: {
      words,
      target: null,
      question: ({ text }) => (text === '' ? libraryText.question() : libraryText.questionFile(text)),
      preview: ({ text, file }) => {
        const { badDate, ...facts } = readLibraryLine(text, file?.name ?? '', call.today);
        const twin = known.find(one => one.file.sha256 === file?.sha256) ?? null;
        const lines = libraryText.preview(facts, file?.name ?? '', badDate, twin);
        return { lines, ways: [{ id: 'save', label: libraryText.save }] };
      },
    },
  };
}

async function save({ text, file }: ComposeEffect, call: Call): Promise<Say> {
  if (!file) throw new Error('a document without a file');
  const { badDate: _, ...facts } = readLibraryLine(text, file.name, call.today);
  const { sha256, name, mime } = file;
  const { id, no } = await call.ports.board.documents.add({ ...facts, file: { sha256, name, mime } });
  call.ports.audit({
    action: 'document.added',
    subject: 'document',
    subjectId: id,
    detail: { no, kind: facts.kind },
  });
  return { lines: libraryText.saved(facts.title) };
}

function list(found: readonly BlocDocument[], asked: string, page: number, call: Call): Reply {
  const shown = found.slice(page * SHOWN, (page + 1) * SHOWN);
  const more = found.length > (page + 1) * SHOWN;
  const carried = fold(asked).slice(0, CARRIED);
  const last: Choice[] = [
    ...(isLead(call) && asked === '' ? [libraryText.add] : []),
    ...(more ? [{ id: `van_ban trang ${page + 2} ${carried}`.trim(), label: libraryText.more }] : []),
  ];
  const lines = libraryText.list(call.bloc?.name ?? '', shown, found.length, asked, isLead(call));
  return saying(lines, [...shown.map(one => [libraryText.open(one)]), ...(last.length > 0 ? [last] : [])]);
}

function open(one: BlocDocument, call: Call): Reply {
  const choices =
    isLead(call) && call.chat.kind === 'private' ? { choices: [[libraryText.remove(one)]] } : {};
  return { kind: 'say', says: [{ lines: libraryText.shown(one), file: one.file, ...choices }] };
}

async function remove(one: BlocDocument, sure: boolean, call: Call): Promise<Reply> {
  if (!isLead(call)) return saying(libraryText.leadOnly());
  if (!sure) return saying(libraryText.confirmRemove(one), [[libraryText.removeNow(one), libraryText.keep]]);
  await call.ports.board.documents.remove(one.id);
  call.ports.audit({
    action: 'document.removed',
    subject: 'document',
    subjectId: one.id,
    detail: { no: one.no },
  });
  return saying(libraryText.removed(one));
}

function search(asked: string, page: number, all: readonly BlocDocument[], call: Call): Reply {
  const found = all.filter(one =>
    matchesWords(asked, searchedText(one, documentKindName[one.kind], one.file.name)),
  );
  const [only] = found;
  return only && found.length === 1 ? open(only, call) : list(found, asked, page, call);
}

/** `van_ban v_…` is one, `bo` and `bo_han` with it take it away; `thêm` begins; other words are looked for. */
export const vanBan = defineCommand({
  name: 'van_ban',
  says: ['văn bản', 'tìm văn bản', 'kho văn bản', 'tài liệu', 'biểu mẫu'],
  summary: 'Kho văn bản của khối: kế hoạch, quyết định, biểu mẫu; tìm theo số, tên',
  example: '/van_ban kế hoạch 2026',
  roles: 'member',
  where: 'both',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({
      kind: 'van_ban',
      file: 'needed',
      fileTitle: composeText.fileTitles.van_ban,
      most: 300,
    }),
    load,
    apply: async (effects: ComposeEffect[], call) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await save(effect, call));
      return says;
    },
  }),
  run: async (words, call) => {
    const said = fold(words);
    if (said === 'thoi') return saying(libraryText.kept());
    const line = lineToAdd(words);
    if (line !== null) return isLead(call) ? { kind: 'begin', words: line } : saying(libraryText.leadOnly());
    const all = await call.ports.board.documents.list();
    const [, verb, ref] = /^(?:(bo|bo_han) )?(v_[a-z\d]{12})$/.exec(words) ?? [];
    if (ref) {
      const one = all.find(found => shortRef('v', found.id) === ref);
      if (!one) return saying(libraryText.gone());
      return verb ? remove(one, verb === 'bo_han', call) : open(one, call);
    }
    const [, page, asked = ''] = /^trang (\d{1,3})(?: (.*))?$/.exec(said) ?? [];
    if (page)
      return asked === ''
        ? list(all, '', Number(page) - 1, call)
        : search(asked, Number(page) - 1, all, call);
    return said === '' ? list(all, '', 0, call) : search(words, 0, all, call);
  },
});

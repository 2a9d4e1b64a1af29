import type { Line, Message } from '../core/message.ts';

/** Words for options that lead out of a question instead of answering it, by their ids. */
const WAYS: Record<string, string> = {
  ...{ cancel: 'hủy', back: 'lùi', skip: 'bỏ qua', later: 'để sau' },
  other: 'báo cáo khác',
};

/** What can be typed in place of that option; null where it is an answer. */
export const wayWord = (optionId: string): string | null => WAYS[optionId] ?? null;

/** How a question in a group is answered in words, where the assistant hears only replies; null where it is none. */
export function replyHint({ typed, asks }: Pick<Message, 'typed' | 'asks'>): Line | null {
  if (!typed || asks === undefined) return null;
  const { by, ways } = typed;
  if (!ways) return [{ italic: 'Chọn nút, hoặc gõ câu trả lời bằng cách trả lời (reply) tin nhắn này.' }];
  const out = ways.length > 0 ? ` Cũng trả lời được: ${ways.map(way => `“${way}”`).join(', ')}.` : '';
  return [
    'Đồng chí ',
    { mention: by, userId: asks },
    { italic: ` gõ câu trả lời bằng cách trả lời (reply) tin nhắn này.${out}` },
  ];
}

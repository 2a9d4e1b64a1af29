import { expect, test } from 'vitest';
import { readFeedbackAct } from '../../src/text/feedback-line.ts';

test.each([
  ['trả lời: Đồng ý gia hạn', 'answer', 'Đồng ý gia hạn'],
  ['tra loi dong y', 'answer', 'dong y'],
  ['trả lời', 'answer', ''],
  ['khép lại', 'close', ''],
  ['xong', 'close', ''],
])('%s', (typed, act, said) => {
  for (const form of ['NFC', 'NFD'] as const)
    expect(readFeedbackAct(typed.normalize(form))).toEqual({ act, said });
});

test('what goes on as a sentence is none', () => {
  for (const other of ['đơn vị chưa có mẫu', 'xong nhưng thiếu mẫu', 'đồng chí hỏi', ''])
    expect(readFeedbackAct(other)).toBeNull();
});

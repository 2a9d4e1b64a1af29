import { expect, test } from 'vitest';
import { nearestForm, notUnderstood } from '../../src/text/not-understood.ts';
import { plainText } from '../../src/text/plain-text.ts';

const forms = ['được tặng …', 'không được tặng: …', 'đã trình …'];

test.each([
  ['duoc tagn theo QĐ 5', 'được tặng …'],
  ['khong duoc tag', 'không được tặng: …'],
  ['da trinhh hôm qua', 'đã trình …'],
  ['xem lại giúp tôi', null],
])('%s', (typed, near) => {
  expect(nearestForm(typed, forms)).toBe(near);
});

test('what is near is asked about alone; where nothing is, all that can be typed is listed', () => {
  const said = (typed: string, given = forms) =>
    notUnderstood(typed, 'khen_thuong 2', given).map(plainText).join('\n');
  expect(said('duoc tagn')).toContain('Có phải đồng chí muốn gõ:\n/khen_thuong 2 được tặng …');
  expect(said('duoc tagn')).not.toContain('đã trình');
  expect(said('a b c')).toMatch(/“a b c”[\s\S]*được tặng …\n.*không được tặng: …\n.*đã trình …/);
  expect(said('a b c', [])).toContain('Xem: /khen_thuong 2');
});

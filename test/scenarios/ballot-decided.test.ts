import { afterAll, describe, expect, test } from 'vitest';
import type { OpenStage, StoryMessage } from '../support/story-chat.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

describe.each(stagesFor(3))('over $name', stage => {
  test('a tie that no round is left for: papers counted, the meeting’s decision told to all', {
    timeout: 240_000,
  }, async () => {
    const opened = await stage.open({ clock: '2026-06-08T00:55:00Z x0' });
    open.push(opened);
    const { chat } = opened;
    const act = async (person: string, words: string, ...labels: string[]): Promise<StoryMessage> => {
      let answers = await chat.say(person, person, words);
      for (const label of labels) {
        const asked = answers.findLast(one => one.labels.some(known => known.startsWith(label)));
        if (!asked) throw new Error(`no ${label} in ${answers.map(one => one.text).join('\n')}`);
        answers = await chat.press(person, asked, label);
      }
      const last = answers.at(-1);
      if (!last) throw new Error(`no answer to ${words}`);
      return last;
    };
    const heard = async (person: string) => (await chat.read(person, person)).map(one => one.text).join('\n');

    await act('lan', '/binh_xet quy tắc', 'Số vòng', 'Số vòng');
    await act('lan', '/binh_xet Cờ thi đua: Phòng Kinh tế; Trạm Y tế; chọn 1', 'Phiếu giấy');
    const papers = 'mời 6, có mặt 6, phát ra 6, thu về 6, hợp lệ 6, không hợp lệ 0\n1: 5/1\n2: 5/1';
    for (const person of ['lan', 'mai']) {
      await act(person, '/kiem_phieu');
      await act(person, papers, 'Ghi kết quả');
    }
    await act('lan', '/binh_xet 1', 'Ghi quyết định');
    const decided = await act('lan', 'Trạm Y tế: theo kết luận cuộc họp', 'Ghi quyết định');
    expect(decided.text).toMatch(/Bằng phiếu: Phòng Kinh tế và Trạm Y tế xã[\s\S]*Trạm Y tế xã được chọn/);
    await act('lan', '/binh_xet 1', 'Công bố');
    expect(await heard('tuan')).toContain(
      'Quyết định của cuộc họp khối, ngoài kết quả kiểm phiếu: Trạm Y tế xã được chọn.',
    );
  });
});

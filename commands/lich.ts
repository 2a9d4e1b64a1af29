import { z } from 'zod';
import { calendarText } from '../src/text/calendar.ts';
import { fold } from '../src/text/fold.ts';
import { defineCommand } from './command.ts';
import { saying } from './reply.ts';

export const lich = defineCommand({
  name: 'lich',
  says: ['lịch', 'lịch điện thoại', 'tệp lịch', 'đăng ký lịch', 'lịch đăng ký'],
  summary: 'Hạn, cuộc họp, đợt thi đua dưới dạng lịch: tệp .ics hoặc đường dẫn tự cập nhật',
  example: '/lich',
  roles: 'member',
  where: 'private',
  args: z.string(),
  run: async (words, { ports, bloc }) => {
    if (/^(?:dang ky|duong dan|link|url)/.test(fold(words))) {
      const made = await ports.calendarLink();
      if (!made) return saying(calendarText.noLink());
      return saying(calendarText.link(bloc?.name ?? '', `${made.url}/${calendarText.fileName}`));
    }
    const made = await ports.calendarFile();
    if (!made) return saying(calendarText.nothing());
    const file = { sha256: made.sha256, name: calendarText.fileName, mime: 'text/calendar' };
    return {
      kind: 'say',
      says: [{ lines: calendarText.file(made.count), file, choices: [[calendarText.subscribe]] }],
    };
  },
});

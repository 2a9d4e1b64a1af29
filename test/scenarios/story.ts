import { roomStage } from '../support/room-stage.ts';
import type { StageSet } from '../support/story-chat.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';
import { quarter, quarterClock } from './quarter.ts';
import { setUp, setUpClock } from './set-up.ts';

/** `npm run -s story [ha-bac | set-up | quarter]`: plays a story on a fresh database and prints what everybody reads. */
const story = process.argv[2] ?? 'deadline-week';
const stories: Record<string, StageSet> = {
  'ha-bac': { clock: haBacClock, file: haBacFile },
  'set-up': { clock: setUpClock, setupCode: true },
  quarter: { clock: quarterClock, setupCode: true },
};
const stage = await roomStage.open(stories[story] ?? { clock: deadlineWeekClock });
try {
  const { chat, setupCode } = stage;
  const play = async (): Promise<string[]> => {
    if (story === 'ha-bac') return haBac(chat);
    if (story === 'quarter') return quarter(chat, setupCode);
    if (story !== 'set-up') return deadlineWeek(chat);
    const { lines, acts } = await setUp(chat, setupCode);
    return [...lines, '', `(${acts} tin nhắn và lần bấm của Trưởng khối)`];
  };
  console.log((await play()).join('\n').trim());
} finally {
  await stage.close();
}

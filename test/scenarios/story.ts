import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { roomStage } from '../support/room-stage.ts';
import type { StageSet } from '../support/story-chat.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { fromPlan, fromPlanClock, planAnswers } from './from-plan.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';
import { quarter, quarterClock } from './quarter.ts';
import { scores, scoresClock, scoresFile } from './scores.ts';
import { setUp, setUpClock } from './set-up.ts';
import { year, yearClock } from './year.ts';

/** `npm run -s story -- [ha-bac | set-up | quarter | scores | year | from-plan FILE]`: plays a story on a fresh database and prints what everybody reads. */
const story = process.argv[2] ?? 'deadline-week';
async function planFile() {
  const path = process.argv[3] ?? '';
  return { name: basename(path), mime: 'application/octet-stream', bytes: await readFile(path) };
}

const stories: Record<string, StageSet> = {
  'ha-bac': { clock: haBacClock, file: haBacFile },
  'set-up': { clock: setUpClock, setupCode: true },
  scores: { clock: scoresClock, file: scoresFile },
  quarter: { clock: quarterClock, setupCode: true },
  year: { clock: yearClock },
  'from-plan': { clock: fromPlanClock, setupCode: true },
};
const stage = await roomStage.open(stories[story] ?? { clock: deadlineWeekClock });
try {
  const { chat, setupCode } = stage;
  const play = async (): Promise<string[]> => {
    if (story === 'ha-bac') return haBac(chat);
    if (story === 'scores') return scores(chat);
    if (story === 'quarter') return quarter(chat, setupCode);
    if (story === 'year') return year(chat);
    if (story === 'from-plan') return (await fromPlan(chat, setupCode, await planFile(), planAnswers)).lines;
    if (story !== 'set-up') return deadlineWeek(chat);
    const { lines, acts } = await setUp(chat, setupCode);
    return [...lines, '', `(${acts} tin nhắn và lần bấm của Trưởng khối)`];
  };
  console.log((await play()).join('\n').trim());
} finally {
  await stage.close();
}

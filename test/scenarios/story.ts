import { roomClient } from '../support/room-client.ts';
import { startRoom } from '../support/room-process.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';
import { setUp, setUpClock } from './set-up.ts';

/** `npm run -s story [ha-bac | set-up]`: plays a story on a fresh database and prints what everybody reads. */
const story = process.argv[2] ?? 'deadline-week';
const stories: Record<string, Parameters<typeof startRoom>[0]> = {
  'ha-bac': { clock: haBacClock, file: haBacFile },
  'set-up': { clock: setUpClock, setupCode: true },
};
const room = await startRoom(stories[story] ?? { clock: deadlineWeekClock });
try {
  const client = roomClient(room.url);
  const play = async (): Promise<string[]> => {
    if (story === 'ha-bac') return haBac(client);
    if (story !== 'set-up') return deadlineWeek(client);
    const { lines, acts } = await setUp(client, room.setupCode ?? '');
    return [...lines, '', `(${acts} tin nhắn và lần bấm của Trưởng khối)`];
  };
  console.log((await play()).join('\n').trim());
} finally {
  await room.stop();
}

import { roomClient } from '../support/room-client.ts';
import { startRoom } from '../support/room-process.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';

/** `npm run -s story [ha-bac]`: plays a story on a fresh database and prints what everybody reads. */
const story = process.argv[2] === 'ha-bac' ? 'ha-bac' : 'deadline-week';
const room =
  story === 'ha-bac'
    ? await startRoom({ clock: haBacClock, file: haBacFile })
    : await startRoom({ clock: deadlineWeekClock });
try {
  const client = roomClient(room.url);
  const lines = story === 'ha-bac' ? await haBac(client) : await deadlineWeek(client);
  console.log(lines.join('\n').trim());
} finally {
  await room.stop();
}

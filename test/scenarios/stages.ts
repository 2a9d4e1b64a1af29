import { roomStage } from '../support/room-stage.ts';
import { size } from '../support/size.ts';
import type { Stage } from '../support/story-chat.ts';
import { telegramStage } from '../support/telegram/telegram-stage.ts';
import { zaloStage } from '../support/zalo/stage.ts';
import { contrary, usual } from '../support/zalo/world.ts';

const all = [
  roomStage,
  telegramStage('webhook'),
  zaloStage('Zalo', usual),
  telegramStage('polling'),
  zaloStage('Zalo, all the other way round', contrary),
];

/** Every messenger that the stories are played over; on each one way in is enough for `npm test`. */
export const stages: readonly Stage[] = all.slice(0, size(3, all.length));

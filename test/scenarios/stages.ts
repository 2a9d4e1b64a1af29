import { mixedStage } from '../support/mixed-stage.ts';
import { roomStage } from '../support/room-stage.ts';
import { size } from '../support/size.ts';
import type { Stage } from '../support/story-chat.ts';
import { telegramStage } from '../support/telegram/telegram-stage.ts';
import { zaloStage } from '../support/zalo/stage.ts';
import { contrary, usual } from '../support/zalo/world.ts';

const all = [
  mixedStage,
  roomStage,
  telegramStage('webhook'),
  zaloStage('Zalo', usual),
  telegramStage('polling'),
  zaloStage('Zalo, all the other way round', contrary),
];

/** Where the nth story is played: everywhere at gate size, on one messenger of its own in `npm test`. */
export const stagesFor = (nth: number): readonly Stage[] =>
  all.filter((_, at) => size(0, 1) === 1 || at === nth % all.length);

import { roomStage } from '../support/room-stage.ts';
import type { Stage } from '../support/story-chat.ts';
import { telegramStage } from '../support/telegram/telegram-stage.ts';

/** Every messenger that the stories are played over. */
export const stages: readonly Stage[] = [roomStage, telegramStage('polling'), telegramStage('webhook')];

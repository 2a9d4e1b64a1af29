import { roomStage } from '../support/room-stage.ts';
import type { Stage } from '../support/story-chat.ts';

/** Every messenger that the stories are played over. */
export const stages: readonly Stage[] = [roomStage];

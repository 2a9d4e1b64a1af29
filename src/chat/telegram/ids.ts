/**
 * A message of a forum's topic cannot be answered without naming its topic, so the topic is part of the id by
 * which the rest of the program knows the message: `123`, in a topic `123.7`.
 */
export interface MessagePlace {
  messageId: number;
  topic: number | null;
}

const MESSAGE = /^(\d{1,15})(?:\.(\d{1,15}))?$/;

interface Placed {
  message_id: number;
  message_thread_id?: number | undefined;
  is_topic_message?: boolean | undefined;
}

/** Null outside of a topic; a thread of answers in an ordinary group is none. */
export const topicOf = (message: Placed): number | null =>
  message.is_topic_message === true ? (message.message_thread_id ?? null) : null;

export function messageIdOf(message: Placed): string {
  const topic = topicOf(message);
  return topic === null ? String(message.message_id) : `${message.message_id}.${topic}`;
}

/** Null for an id that no message of Telegram has. */
export function placeOf(messageId: string): MessagePlace | null {
  const [, id, topic] = MESSAGE.exec(messageId) ?? [];
  return id === undefined
    ? null
    : { messageId: Number(id), topic: topic === undefined ? null : Number(topic) };
}

/** As the Bot API takes it: a number, or whatever it is, so that Telegram may say that there is no such chat. */
export const chatIdOf = (chatId: string): number | string =>
  /^-?\d{1,15}$/.test(chatId) ? Number(chatId) : chatId;

/** What the webhooks are told, and ours checks. */
export const SECRET = 'a-secret-of-the-bench';

const GROUPS = 200;
const PEOPLE = 5_000;
let id = 1_000_000;

/** `/han@bot quý IV` in one of 200 groups, by one of 5 000 people. */
export function updateText(): string {
  id += 1;
  return JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      from: {
        id: 700_000_000 + (id % PEOPLE),
        is_bot: false,
        first_name: 'Nguyễn Văn A',
        language_code: 'vi',
      },
      chat: { id: -1_000_000_000_000 - (id % GROUPS), type: 'supergroup', title: 'Khối thi đua số 1' },
      text: '/han@bench_bot quý IV',
      entities: [{ offset: 0, length: 14, type: 'bot_command' }],
    },
  });
}

/**
 * Shapes of docs/room-api.md as the page uses them; types only, nothing runs here.
 *
 * @typedef {string | {bold: string} | {italic: string} | {code: string}
 *   | {mention: string, userId: string} | {link: string, url: string}} Inline
 * @typedef {{ref: string, name: string, mime: string, size: number}} RoomFile
 * @typedef {{token: string, label: string, tone?: 'primary' | 'danger'}} Option
 * @typedef {{title: string, align: 'left' | 'right' | 'center'}} Column
 * @typedef {{columns: Column[], rows: string[][]}} Table
 *
 * @typedef {object} Message
 * @property {string} chat
 * @property {number} seq
 * @property {string} id
 * @property {string | null} from null is the bot
 * @property {string} fromName
 * @property {string} at ISO 8601, the room's time
 * @property {Inline[][]} lines
 * @property {Table} [table]
 * @property {Option[][]} [options]
 * @property {RoomFile} [file]
 * @property {RoomFile[]} [files]
 * @property {string} [replyTo]
 * @property {boolean} edited
 * @property {string} [chosen]
 *
 * @typedef {{id: string, name: string, role: string | null, unit: string | null}} Person
 *
 * @typedef {object} Chat
 * @property {string} id
 * @property {'private' | 'group'} kind
 * @property {string} title
 * @property {string[]} members
 * @property {Record<string, number>} unread
 * @property {Message | null} last
 *
 * @typedef {{name: string, summary: string}} Command
 *
 * @typedef {object} RoomState
 * @property {string} now
 * @property {{name: string}} bot
 * @property {Person[]} persons
 * @property {Chat[]} chats
 * @property {Command[]} commands
 * @property {string[]} hints
 *
 * @typedef {{messages: Message[], last: number, now: string}} Heard
 *
 * @typedef {object} Upload an attachment that waits in the composer
 * @property {string} id
 * @property {File} file
 * @property {'going' | 'done' | 'failed'} state
 * @property {number} progress 0 to 1
 * @property {string | null} ref once it is stored
 * @property {string} error
 * @property {() => void} stop
 * @property {Promise<void>} over ends with the upload, well or not
 *
 * @typedef {object} Draft what one person is writing in one chat
 * @property {string} text
 * @property {string | null} replyTo
 * @property {{id: string, before: string} | null} edit the message being edited, and the text it pushed aside
 * @property {Upload[]} uploads
 * @property {{key: string, text: string} | null} tried the key of a send whose outcome is unknown
 * @property {boolean} busy
 * @property {string} error
 *
 * @typedef {{key: string, text: string, id: string | null}} Pending shown until the room echoes it
 */
export {};

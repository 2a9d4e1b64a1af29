import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type RoomProblemCode, roomProblemAt, roomProblems } from '../../text/problems-room.ts';

const statuses: Record<RoomProblemCode, ContentfulStatusCode> = {
  'bad-json': 400,
  'bad-request': 400,
  'empty-file': 400,
  'not-our-host': 403,
  'not-our-page': 403,
  'not-a-member': 403,
  'not-yours': 403,
  'unknown-path': 404,
  'unknown-chat': 404,
  'unknown-person': 404,
  'unknown-message': 404,
  'unknown-button': 404,
  'unknown-file': 404,
  'bad-method': 405,
  'key-taken': 409,
  'not-forward': 409,
  'nothing-due': 409,
  'too-large': 413,
  'file-too-large': 413,
  'marked-secret': 422,
  'not-in-time': 503,
  internal: 500,
};

/** Thrown by a route, answered as `{"error": {"code", "message"}}`. */
export class RoomProblem extends Error {
  readonly code: RoomProblemCode;
  readonly status: ContentfulStatusCode;

  constructor(code: RoomProblemCode, where?: string) {
    super(where ? `${roomProblems[code]} ${roomProblemAt(where)}` : roomProblems[code]);
    this.code = code;
    this.status = statuses[code];
  }

  toJSON() {
    return { error: { code: this.code, message: this.message } };
  }
}

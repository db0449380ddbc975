import type { RouteAnswer } from './loopback-types.ts';

interface GhostWords {
  message: string;
  type: string;
  context?: string;
  code?: string;
}

const WORDS: Readonly<Record<string, GhostWords>> = {
  400: { message: 'Request not understood error, cannot save post.', type: 'BadRequestError' },
  401: {
    message: 'Invalid token: invalid signature',
    type: 'UnauthorizedError',
    code: 'INVALID_JWT',
  },
  403: { message: 'You do not have permission to add posts', type: 'NoPermissionError' },
  404: { message: 'Resource not found', type: 'NotFoundError' },
  409: {
    message: 'Saving failed! Someone else is editing this post.',
    type: 'UpdateCollisionError',
    code: 'UPDATE_COLLISION',
  },
  422: { message: 'Validation error, cannot save post.', type: 'ValidationError' },
  429: { message: 'Too many requests.', type: 'TooManyRequestsError' },
  500: { message: 'An unexpected error occurred, please try again.', type: 'InternalServerError' },
};

/** An error as Ghost words it; `changes` replaces single fields. */
export function ghostError(status: number, changes: Partial<GhostWords> = {}): RouteAnswer {
  const words = WORDS[status] ?? { message: 'Error', type: 'InternalServerError' };
  const error = {
    context: null,
    details: null,
    property: null,
    help: null,
    code: null,
    id: '11111111-2222-4333-8444-777777777777',
    ghostErrorCode: null,
    ...words,
    ...changes,
  };
  return { status, body: { errors: [error] } };
}

import type { RouteAnswer } from './loopback-types.ts';

const WORDS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  400: ['rest_invalid_param', 'Invalid parameter(s): title'],
  401: ['incorrect_password', 'The provided password is an invalid application password.'],
  403: ['rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.'],
  404: ['rest_no_route', 'No route was found matching the URL and request method.'],
  500: ['db_insert_error', 'Could not insert post into the database.'],
};

/** An error as WordPress words it; `data` gets more fields than the status. */
export function wordpressError(
  status: number,
  code?: string,
  message?: string,
  data: object = {},
): RouteAnswer {
  const [usualCode, usualMessage] = WORDS[status] ?? ['internal_error', 'Something went wrong.'];
  const body = {
    code: code ?? usualCode,
    message: message ?? usualMessage,
    data: { status, ...data },
  };
  return { status, body };
}

/** What an anonymous visitor gets who asks for more than published posts. */
export function forbiddenStatus(): RouteAnswer {
  const words = 'Status is forbidden.';
  return wordpressError(400, 'rest_invalid_param', 'Invalid parameter(s): status', {
    params: { status: words },
    details: { status: { code: 'rest_forbidden_status', message: words, data: { status: 401 } } },
  });
}

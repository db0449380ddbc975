import type { LoadedSettings } from '../../config/load-settings.ts';
import type { CallScope, Gateway } from '../../providers/call.ts';
import type { TavilyUsage } from '../../providers/tavily/usage.ts';
import { runCheck, type Check } from './check.ts';
import { openProbeGateway, PROBE_MS } from './open-probe-gateway.ts';

type Finding = Omit<Check, 'name'>;

export interface EndpointOptions {
  /** Without it nothing leaves the machine. */
  online: boolean;
  signal: AbortSignal;
}

/** From this share of the credits on, a batch may not get to its end. */
const NEARLY_USED_UP = 0.9;

/** Asks each provider that is in use one question that costs nothing. */
export function checkEndpoints(loaded: LoadedSettings, options: EndpointOptions): Promise<Check[]> {
  const scope: CallScope = { signal: options.signal };
  const gateway = openProbeGateway(loaded.settings, options.signal);
  const ask = (inUse: boolean, question: () => Promise<Finding>) => async (): Promise<Finding> => {
    if (!inUse) return { status: 'skipped', message: 'not in use' };
    if (options.online) return question();
    return {
      status: 'skipped',
      message: 'not asked; --online asks it one question that costs nothing',
    };
  };
  const { settings, secrets } = loaded;
  const hasTavily = settings.research.includes('tavily') && secrets.tavilyApiKey !== undefined;
  const hasOpenAi =
    settings.writer === 'openai' &&
    (secrets.openaiApiKey !== undefined || settings.openai.baseUrl !== undefined);
  return Promise.all([
    runCheck(
      'Tavily',
      ask(hasTavily, () => askTavily(loaded, gateway, scope)),
    ),
    runCheck(
      'OpenAI',
      ask(hasOpenAi, () => askOpenAi(loaded, gateway, scope)),
    ),
  ]);
}

async function askTavily(
  { settings, secrets }: LoadedSettings,
  gateway: Gateway,
  scope: CallScope,
): Promise<Finding> {
  const { createTavily } = await import('../../providers/tavily/tavily.ts');
  const provider = createTavily({
    apiKey: secrets.tavilyApiKey,
    baseUrl: settings.tavily.apiBaseUrl,
    gateway,
    timeoutMs: PROBE_MS,
  });
  return judgeCredits(await provider.usage(scope));
}

/** What the credits that are left mean; the tighter of key and account counts. */
function judgeCredits(usage: TavilyUsage): Finding {
  const [tightest] = [usage.key, usage.account]
    .flatMap(({ used, limit }) => (limit === undefined ? [] : [{ used, limit }]))
    .toSorted((left, right) => left.limit - left.used - (right.limit - right.used));
  if (tightest === undefined)
    return { status: 'ok', message: `answers; ${usage.key.used} credits used` };
  const { used, limit } = tightest;
  const message = `answers; ${used} of ${limit} credits used`;
  const remedy = 'Raise the limit or wait for the next month: https://app.tavily.com.';
  if (used >= limit) return { status: 'failed', message, remedy, code: 'QUOTA_EXHAUSTED' };
  return used >= limit * NEARLY_USED_UP
    ? { status: 'warning', message, remedy }
    : { status: 'ok', message };
}

async function askOpenAi(
  { settings, secrets }: LoadedSettings,
  gateway: Gateway,
  scope: CallScope,
): Promise<Finding> {
  const { createOpenAi } = await import('../../providers/openai.ts');
  const { model, baseUrl } = settings.openai;
  const provider = createOpenAi({
    apiKey: secrets.openaiApiKey,
    baseUrl,
    model,
    gateway,
    timeoutMs: PROBE_MS,
  });
  const models = await provider.listModels(scope);
  if (models.includes(model)) return { status: 'ok', message: `answers, and has ${model}` };
  return {
    status: 'warning',
    message: `answers, but ${model} is not among its ${models.length} models`,
    remedy: 'Set OPENAI_MODEL or openai.model to a model that the server has.',
  };
}

/** What only a text that tries to command a language model says. Kept narrow: articles may well be about models. */
const COMMANDS = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|preceding|all|any|these|your)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines|directions|messages?|context)\b`,
    String.raw`\b(?:new|updated|hidden|secret|important) (?:system )?instructions? (?:for|to) (?:the |any |all )?(?:ai|llm|assistant|model|language model|chatbot|agent|bot)s?\b`,
    String.raw`\b(?:you are|act as|pretend to be|behave as|roleplay as)\b[^.!?\n]{0,30}\b(?:an? )?(?:ai|llm|assistant|language model|chatbot|chatgpt|gpt-?\d*|dan|jailbroken)\b`,
    String.raw`\bas an? (?:ai|large language|language) (?:model|assistant)\b`,
    String.raw`\b(?:dear|attention|note to|hey|hello) (?:the )?(?:ai|llm|language model|assistant|chatbot|chatgpt|claude|gemini|copilot|summari[sz]er)s?\b`,
    String.raw`\b(?:if you are|when you are|to any|for any) (?:an? )?(?:ai|llm|large language model|language model|ai assistant|automated (?:agent|reader|writer))\b`,
    String.raw`\b(?:print|reveal|repeat|output|show|leak|send|display|disclose|exfiltrate)\b[^.!?\n]{0,30}\b(?:your|the|any|all)\b[^.!?\n]{0,20}\b(?:system prompt|api[ -]?keys?|secret keys?|initial prompt|hidden prompt|environment variables|credentials)\b`,
    String.raw`\b(?:do not|don['’]t|never) (?:tell|inform|mention (?:this|it) to|warn) (?:the )?(?:user|reader|human)\b`,
    String.raw`\b(?:system|developer|assistant) (?:prompt|message)\s*:`,
    String.raw`<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|<\/?(?:system|assistant|instructions?)>`,
    String.raw`\b(?:ignoriere|vergiss|missachte)\b[^.!?\n]{0,40}\b(?:anweisungen|anweisung|instruktionen|vorgaben|prompts?)\b`,
    String.raw`\b(?:ignore[zr]?|oublie[zr]?)\b[^.!?\n]{0,40}\b(?:instructions?|consignes|directives)\b`,
    String.raw`\b(?:ignora|ignore|ignorad|olvida|olvide|descarta)\b[^.!?\n]{0,40}\b(?:instrucciones|indicaciones|órdenes|instruções|istruzioni)\b`,
    String.raw`\b(?:zignoruj|negeer)\b[^.!?\n]{0,40}\b(?:instrukcje|polecenia|instructies)\b`,
    String.raw`(?:忽略|无视|忽視)[^。！？\n]{0,20}(?:指令|指示|提示)|(?:以前|これまで|前)の(?:指示|命令)を無視|تجاهل[^.!?\n]{0,30}(?:التعليمات|الأوامر)`,
  ].join('|'),
  'iu',
);

/** Longer texts are no sentence; what is printed is shorter. */
const LONGEST = 2000;

/** True for a sentence that speaks to a language model instead of to a reader. */
export function addressesModel(text: string): boolean {
  return COMMANDS.test(text.slice(0, LONGEST));
}

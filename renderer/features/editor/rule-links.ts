import { ruleOf } from '../rules/rule-of.ts';
import { useRulesPageStore } from '../rules/rules-page-store.ts';
import { monaco } from './monaco.ts';

const scheme = 'stratbox-rule';

/** A marker's code that leads to its rule's page; the bare id where there is no such page. */
export function ruleLink(ruleId: string) {
  if (!ruleOf(ruleId)) return ruleId;
  return { value: ruleId, target: monaco.Uri.from({ scheme, path: ruleId }) };
}

/** Lets the links of markers open the Rules page, until it is disposed of. */
export function openRuleLinks() {
  return monaco.editor.registerLinkOpener({
    open({ scheme: wanted, path }) {
      if (wanted !== scheme) return false;
      useRulesPageStore.getState().show(path);
      return true;
    },
  });
}

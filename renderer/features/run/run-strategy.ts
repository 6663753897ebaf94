import { asAppError } from '../../api.ts';
import { showError, showNotice } from '../../ui/toast.ts';
import { activeDocument } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { askForReview } from '../review/review-store.ts';
import { firstError } from '../settings/settings-state.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { buildRequest } from './build-request.ts';
import { parametersOf, useParameterStore } from './parameter-store.ts';
import { overridesOf, parameterError } from './parameter-values.ts';
import { useRunStore } from './run-store.ts';

let preparing = false;

/**
 * What "Run in sandbox" does: look at the settings, judge the text, ask for a review where the policy
 * wants one, run. A rejected strategy is sent as well: the app refuses it and keeps that on record.
 */
export async function runStrategy(): Promise<void> {
  const document = activeDocument(useEditorStore.getState());
  if (!document || preparing || useRunStore.getState().phase === 'running') return;
  const settings = useSettingsStore.getState();
  const { parameters, texts } = parametersOf(useParameterStore.getState(), document.id);
  const problem =
    firstError(settings, useExplorerStore.getState()) || parameterError(parameters, texts);
  if (problem !== '') {
    showNotice('A run setting needs correction.', problem);
    useLayoutStore.getState().setRunSettingsOpen(true);
    return;
  }
  preparing = true;
  try {
    const { id, text, language } = document;
    const assessment = await useProblemsStore.getState().checkNow({ id, text, language });
    // What was accepted of the identical text is not asked again: the app remembers it.
    const review = assessment.decision === 'review' && assessment.acceptance === null;
    const acceptance = review ? await askForReview(assessment, text) : undefined;
    if (acceptance === null) return;
    const overrides = overridesOf(parameters, texts);
    const request = buildRequest(document, settings.preferences, overrides, acceptance);
    useLayoutStore.getState().showResults();
    void useRunStore.getState().start(request);
  } catch (error) {
    showError(asAppError(error));
  } finally {
    preparing = false;
  }
}

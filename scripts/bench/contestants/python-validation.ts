import { assess } from '../../../shared/validation/index.ts';
import { loadPythonForTest } from '../../../shared/validation/load-python.fixture.ts';

await loadPythonForTest();

/** The whole validation of a Python text. */
export const work = (text: string): unknown => assess(text, 'python');

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import {
  strategySummarySchema,
  type StrategyDocument,
  type StrategySummary,
} from '../../shared/contract/models/workspace.ts';
import { revisionOf } from './store/revision.ts';

export interface Examples {
  list(): StrategySummary[];
  find(id: string): StrategyDocument | undefined;
}

/** What a newcomer should meet first. */
export const firstExampleId = 'example:sma-cross';

/** The strategies in `folder`, read once: id `example:FILE`, first comment sentence as description. */
export function readExamples(folder: string): Examples {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(?:js|py)$/.test(name))
    : [];
  const documents = files.map((file) => readExample(join(folder, file)));
  documents.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    list: () => documents.map((document) => strategySummarySchema.parse(document)),
    find: (id) => byId.get(id),
  };
}

const rank = ({ id }: StrategyDocument) => (id === firstExampleId ? 0 : 1);

/** What the comment at the top says before its first full stop, on however many lines. */
function firstSentence(source: string, otherwise: string): string {
  const comment = /^(?:(?:\/\/|#) ?.*\n)+/.exec(source)?.[0] ?? '';
  const text = comment
    .replaceAll(/^(?:\/\/|#) ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? (text === '' ? otherwise : text);
}

function readExample(path: string): StrategyDocument {
  const source = readFileSync(path, 'utf8');
  const { name: slug, ext } = parse(path);
  const [heading = '', ...rest] = firstSentence(source, slug).split(': ');
  return {
    id: `example:${slug}`,
    name: heading,
    language: ext === '.py' ? 'python' : 'javascript',
    kind: 'example',
    description: rest.join(': '),
    updatedAt: statSync(path).mtimeMs,
    hasDraft: false,
    source,
    draft: null,
    revision: revisionOf({ source, draft: null }),
  };
}

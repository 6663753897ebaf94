import type { PythonNode } from './node.ts';

/** A text's nodes by kind, in its order. */
export class PythonSurvey {
  readonly module: PythonNode;
  private readonly byKind = new Map<string, PythonNode[]>();

  constructor(module: PythonNode, nodes: readonly PythonNode[]) {
    this.module = module;
    for (const node of nodes) {
      const known = this.byKind.get(node.kind);
      if (known === undefined) this.byKind.set(node.kind, [node]);
      else known.push(node);
    }
  }

  ofKind(...kinds: readonly string[]): readonly PythonNode[] {
    const [first = ''] = kinds;
    if (kinds.length === 1) return this.byKind.get(first) ?? [];
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }
}

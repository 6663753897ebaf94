import { Parser, type Options } from 'acorn';
import type { Variable } from './scopes/scope.ts';
import type { AnyNode } from './node.ts';
import type { Memory } from './remembered.ts';
import { SourceText } from './source-text.ts';
import type { Values } from './value.ts';

/**
 * A node of the tree. All begin with the same fields, which later steps fill, and none carries places
 * of its own: made this way, a tree is read in three quarters of the time and takes half the memory.
 */
export class TreeNode {
  type = '';
  start: number;
  end = 0;
  /** Not `source`: imports have one of their own. */
  readonly origin: SourceText;
  parent: AnyNode | undefined = undefined;
  /** What the evaluator knows of it. */
  values: Values | undefined = undefined;
  /** Which variable this name means. */
  variable: Variable | undefined = undefined;
  /** Itself in a list, where it is the name of a member. */
  names: readonly string[] | undefined = undefined;
  /** What else is found out about it (remembered.ts). */
  memory: Memory = undefined;

  constructor(start: number, origin: SourceText) {
    this.start = start;
    this.origin = origin;
  }

  /** Libraries compare ranges. */
  get range(): [number, number] {
    return [this.start, this.end];
  }
}

/** acorn, with nodes of our own: it makes every node by these three methods. */
export class TreeParser extends Parser {
  declare private readonly start: number;
  private readonly origin: SourceText;

  constructor(options: Options, input: string) {
    super(options, input);
    // acorn fills its own one by one, into a table that every look at an option has to search.
    this.options = { ...this.options };
    this.origin = new SourceText(input);
  }

  startNode(): TreeNode {
    return new TreeNode(this.start, this.origin);
  }

  startNodeAt(start: number): TreeNode {
    return new TreeNode(start, this.origin);
  }

  copyNode(node: TreeNode): TreeNode {
    return Object.assign(new TreeNode(node.start, this.origin), node);
  }
}

import { returnsOf } from '../../returns.ts';
import { unwrap, type AnyNode, type FunctionLike } from '../../node.ts';

/** What a function gives back: the expressions of all its returns. */
export const resultsOf = ({ body }: FunctionLike): readonly AnyNode[] =>
  body.type === 'BlockStatement' ? returnsOf(body) : [unwrap(body)];

/** What a short function gives back. */
export const resultOf = (node: FunctionLike): AnyNode | undefined => resultsOf(node)[0];

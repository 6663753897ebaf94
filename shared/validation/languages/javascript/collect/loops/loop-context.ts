import type { Evaluator } from '../../evaluate.ts';
import type { FunctionLike } from '../../node.ts';
import type { Survey } from '../../survey.ts';
import { EffectReader } from './effects.ts';
import { EndlessIterators } from './endless-iterators.ts';
import { continuesOf } from './exits.ts';
import { isLoop, type AnyLoop } from './loop-node.ts';
import { LoopView } from './loop-view.ts';

/** What the search for endless loops keeps for one text. */
export class LoopContext {
  readonly survey: Survey;
  readonly evaluator: Evaluator;
  readonly effects: EffectReader;
  readonly iterators: EndlessIterators;
  private readonly views = new Map<AnyLoop | FunctionLike, LoopView>();

  constructor(survey: Survey, evaluator: Evaluator) {
    this.survey = survey;
    this.evaluator = evaluator;
    this.effects = new EffectReader(survey, evaluator);
    this.iterators = new EndlessIterators(this);
  }

  viewOf(loop: AnyLoop | FunctionLike): LoopView {
    const known = this.views.get(loop);
    if (known !== undefined) return known;
    const continues = isLoop(loop) ? continuesOf(this.survey, loop) : [];
    const view = new LoopView(loop, this, this.effects.of(loop), continues);
    this.views.set(loop, view);
    return view;
  }
}

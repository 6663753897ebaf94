import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/validation/index.ts';
import { presets } from '../../../shared/validation/policy.ts';
import { usable } from '../policy/policy-file.ts';
import { createJudge } from './create-judge.ts';
import { hashSource } from './hash-source.ts';
import { JudgingFailed, type JudgingThread } from './judging-thread.ts';

/** A judge without a thread: what the thread would be asked is counted. */
function openJudge(answer?: () => never | string) {
  const asked: string[] = [];
  const policy = { current: presets.standard };
  const thread: Pick<JudgingThread, 'judge'> = {
    judge: ({ source, language, policy: by }) => {
      asked.push(source);
      return Promise.resolve().then(() => ({
        sourceHash: answer?.() ?? hashSource(source),
        assessment: assess(source, language, by),
      }));
    },
  };
  const judge = createJudge({ read: () => usable(policy.current) }, thread);
  return { asked, policy, judge };
}

describe('the judge', () => {
  it('ties a judgement to the hashes of text and policy', async () => {
    const { judge } = openJudge();
    expect(await judge('const a = 1;', 'javascript')).toMatchObject({
      sourceHash: hashSource('const a = 1;'),
      decision: 'allow',
      policy: { preset: 'standard', changed: false, hash: usable(presets.standard).hash },
    });
  });

  it('judges one text by one policy once, and by another policy again', async () => {
    const { asked, policy, judge } = openJudge();
    const [first, second] = [
      await judge("eval('1');", 'javascript'),
      await judge("eval('1');", 'javascript'),
    ];
    expect(second).toEqual(first);
    expect(asked).toHaveLength(1);
    policy.current = { ...presets.standard, overrides: { 'dangerous-eval': { points: 80 } } };
    expect(await judge("eval('1');", 'javascript')).toMatchObject({
      riskScore: 80,
      policy: { changed: true },
    });
    await judge("eval('1');", 'python');
    expect(asked).toHaveLength(3);
  });

  it('does not keep judgements without end', async () => {
    const { asked, judge } = openJudge();
    for (let index = 0; index < 40; index += 1) await judge(`const a = ${index};`, 'javascript');
    await judge('const a = 39;', 'javascript');
    expect(asked).toHaveLength(40);
    await judge('const a = 0;', 'javascript');
    expect(asked).toHaveLength(41);
  });

  it('rejects a text that the thread cannot judge, and asks again the next time', async () => {
    const { asked, judge } = openJudge(() => {
      throw new JudgingFailed('took longer than 2 s');
    });
    for (const times of [1, 2]) {
      const judged = await judge('const a = 1;', 'javascript');
      expect(judged).toMatchObject({
        decision: 'reject',
        findings: [{ ruleId: 'cannot-judge', family: 'syntax' }],
      });
      expect(judged.findings[0]?.message).toBe(
        'The validation took longer than 2 s, so nothing may run.',
      );
      expect(asked).toHaveLength(times);
    }
  });

  it('rejects when the judgement is that of another text', async () => {
    const { judge } = openJudge(() => hashSource('const b = 1;'));
    expect(await judge("eval('1');", 'javascript')).toMatchObject({
      sourceHash: hashSource("eval('1');"),
      decision: 'reject',
      findings: [{ ruleId: 'cannot-judge' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { image } from './image.ts';

const terminal = { out: () => undefined, say: () => undefined, interactive: false };

describe('image', () => {
  it.each([
    [['paint'], 'no "paint"'],
    [['save'], 'save FILE'],
    [['save', 'a.tar', 'b.tar'], 'save FILE'],
    [['build', 'a.tar'], 'save FILE'],
    [['load', 'a.tar'], '--code CODE'],
    [['save', 'a.tar', '--code', 'cafe'], '--code CODE'],
  ])('refuses %j before anything is done', async (words, message) => {
    await expect(image(words, terminal)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(message) as string,
    });
  });
});

import { expect, test } from '../support/fixtures.ts';

test.use({ environment: { DOCKER_HOST: 'unix:///nowhere/stratbox-no-engine.sock' } });

test('without a container engine the run goes to the embedded sandbox and says so', async ({
  workbench,
  page,
}) => {
  await workbench.run();
  await expect(workbench.badge('verified')).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(page.getByTestId('sandbox-used')).toContainText(/embedded/i);
  await expect(workbench.results).toContainText(
    /no container engine|not running|nowhere|does not answer/i,
  );
  await expect(workbench.metric('trade_count')).toContainText('87');
});

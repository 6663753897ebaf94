import { sandboxChoiceSchema } from '../../../shared/contract/models/run.ts';
import {
  sandboxChoiceLabels,
  type SandboxStatus,
} from '../../../shared/contract/models/sandbox.ts';
import { Select } from '../../ui/select.tsx';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';

const routes = {
  docker: 'Runs go to a locked-down container',
  embedded: 'Runs go to the embedded WebAssembly sandbox',
  none: 'No sandbox can take a run',
};

const meanings = {
  auto: 'A container where there is one, else the embedded sandbox.',
  docker: 'Without a container a run is refused; it never falls back.',
  embedded: 'Every run uses the embedded sandbox, even where a container could be had.',
};

const choices = sandboxChoiceSchema.options.map((value) => ({
  value,
  label: sandboxChoiceLabels[value],
}));

/** Where the next run goes and why, and the setting that decides it. */
export function RouteCard({ status }: { readonly status: SandboxStatus }) {
  const choose = useSandboxStore((state) => state.choose);
  return (
    <section className={styles.route} data-route={status.route}>
      <h3>{routes[status.route]}</h3>
      <p>{status.reason}</p>
      <label className={styles.choice}>
        Run in
        <Select
          value={status.choice}
          options={choices}
          onValueChange={(choice) => void choose(choice)}
        />
        <span>{meanings[status.choice]}</span>
      </label>
    </section>
  );
}

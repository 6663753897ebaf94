import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { problemsOf } from '../../../shared/validation/policy-bounds.ts';
import type { Policy } from '../../../shared/validation/policy.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { withModule, withoutModule } from './policy-changes.ts';
import styles from './policy-form.module.css';

interface Props {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

/** Names that an import may have without a point; the sandbox has `stratbox` alone all the same. */
export function AllowedModules({ policy, onChange }: Props) {
  const [name, setName] = useState('');
  const added = withModule(policy, name.trim());
  const error = name.trim() === '' ? '' : (problemsOf(added)[0]?.message ?? '');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || error !== '') return;
    onChange(added);
    setName('');
  };
  return (
    <section>
      <h3>Allowed modules</h3>
      <p className={styles.note}>
        An import of another module costs points. Allowing one does not put it into the sandbox,
        which has <code>stratbox</code> alone.
      </p>
      <ul className={styles.modules} aria-label="Allowed modules">
        {policy.allowedModules.map((module) => (
          <li key={module}>
            <code>{module}</code>
            {module !== 'stratbox' && (
              <IconButton
                label={`Allow ${module} no more`}
                onClick={() => onChange(withoutModule(policy, module))}
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <form className={styles.add} onSubmit={add}>
        <Field label="Another module" error={error}>
          {(control) => <Input {...control} value={name} maxLength={200} onValueChange={setName} />}
        </Field>
        <Button type="submit" disabled={name.trim() === '' || error !== ''}>
          Allow
        </Button>
      </form>
    </section>
  );
}

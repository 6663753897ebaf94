import type { RunSummary } from '../../../shared/contract/models/run.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment } from '../results/format/format-date.ts';

interface Props {
  readonly run: RunSummary;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Asks before a run is deleted, because it cannot be brought back. */
export function RemoveDialog({ run, onClose, onRemove }: Props) {
  return (
    <Dialog
      title="Delete this run?"
      width={400}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={onRemove}>
            Delete
          </Button>
        </>
      }
    >
      <p>
        “{run.name}” on {run.datasetName}, run at {formatMoment(run.startedAt)}, with its code,
        figures and trades. This cannot be undone.
      </p>
    </Dialog>
  );
}

import { AppError } from '../../../shared/contract/errors.ts';

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const codes = { busy: 5, readOnly: 8, inputOutput: 10, corrupt: 11, full: 13, notADatabase: 26 };

/** What a failure of the database means for a person; undefined for any other error. */
export function storeTrouble(error: unknown): AppError | undefined {
  const errcode = (error as { errcode?: unknown } | null | undefined)?.errcode;
  if (typeof errcode !== 'number') return undefined;
  const tell = (message: string, hint: string) => new AppError('internal', message, hint);
  // An extended code keeps the primary one in its low byte.
  switch (errcode & 0xff) {
    case codes.full:
      return tell(
        'The disk is full, so this was not saved.',
        'Free some disk space and do it again; Stratbox need not be started again.',
      );
    case codes.busy:
      return tell(
        'Another Stratbox is writing at the same time, so this was not saved.',
        'Wait for it to finish and do it again.',
      );
    case codes.readOnly:
    case codes.inputOutput:
      return tell(
        'The disk does not take what is written to it, so this was not saved.',
        'Check that the data folder is there, that you may write to it and that its disk is healthy; then do it again.',
      );
    case codes.corrupt:
    case codes.notADatabase:
      return tell(
        'The database is damaged, so this was not saved.',
        'Close Stratbox and open it: the damaged file is moved aside, never deleted, and a new one is started.',
      );
    default:
      return undefined;
  }
}

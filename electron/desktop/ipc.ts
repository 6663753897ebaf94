import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { largestRequestBytes } from '../../shared/contract/calls.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/transport.ts';
import type { Dispatch } from '../app/dispatch.ts';
import { eventChannel, requestChannel } from './channels.ts';
import { pageOrigin } from './page-address.ts';

const requestSchema = z.strictObject({ name: z.string().max(100), input: z.unknown() });

/** Answers the calls that come from `currentWindow`'s own page, and from nowhere else. */
export function answerRequests(
  currentWindow: () => BrowserWindow | undefined,
  dispatch: Dispatch,
): void {
  ipcMain.handle(requestChannel, async (event, text: unknown): Promise<Reply> => {
    if (!isOwnPage(event, currentWindow())) throw new Error('Refused: not the window of Stratbox.');
    const request = parseRequest(text);
    if (request instanceof AppError) return { ok: false, error: request.toShape() };
    return dispatch(request.name, request.input);
  });
}

/** Tells `window`, unless it is gone. */
export function sendEvent<Name extends EventName>(
  window: BrowserWindow | undefined,
  name: Name,
  payload: EventPayload<Name>,
): void {
  if (window === undefined || window.isDestroyed()) return;
  window.webContents.send(eventChannel, name, payload);
}

/** The main frame of our window, showing our page: an iframe or another page in it is neither. */
function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, window?: BrowserWindow): boolean {
  if (window === undefined || window.isDestroyed() || sender !== window.webContents) return false;
  // Null when the frame has gone or moved on to another page in the meantime.
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return senderFrame.origin === pageOrigin;
}

function parseRequest(text: unknown): z.infer<typeof requestSchema> | AppError {
  if (typeof text !== 'string') return new AppError('bad-input', 'A request is JSON text.');
  if (text.length > largestRequestBytes) {
    return new AppError('too-large', 'The request is too large.', 'Send a smaller text or file.');
  }
  try {
    const parsed = requestSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: told like any other wrong shape.
  }
  return new AppError('bad-input', 'A request is {"name", "input"}.');
}
